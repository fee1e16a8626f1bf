/**
 * Undo and redo over all that the reader gave, whichever way it changed: typed, pasted, cleared, edited byte by byte, opened from
 * a file. Letters typed one behind the other are undone together, up to the blank or the line end before them.
 */
import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Input } from "./state.ts";

interface Stacks {
  readonly past: Input[];
  readonly future: Input[];
  present: Input;
  /** The last change was one letter. */
  typing: boolean;
  /** The next change is an undo or a redo. */
  moving: boolean;
}

export interface Undo {
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** False when there is nothing to undo. */
  readonly undo: () => boolean;
  readonly redo: () => boolean;
}

/** `opened`: what the page was opened with, before which there is nothing. */
export function useUndo(input: Input, opened: Input, restore: (input: Input) => void): Undo {
  const stacks = useRef<Stacks>(null);
  const [canUndo, setCanUndo] = useState(false);
  const [canRedo, setCanRedo] = useState(false);

  useEffect(() => {
    stacks.current ??= { past: [], future: [], present: input, typing: false, moving: false };
    const state = stacks.current;
    if (state.present === input) return;
    const isUntouched = state.past.length === 0 && state.future.length === 0 && !state.moving;
    if (input === opened && isUntouched) {
      state.present = input;
      return;
    }
    const letter = isOneLetter(state.present, input);
    if (!state.moving) {
      if (!(letter && state.typing)) state.past.push(state.present);
      state.future.length = 0;
    }
    state.typing = letter && !state.moving;
    state.moving = false;
    state.present = input;
    setCanUndo(state.past.length > 0);
    setCanRedo(state.future.length > 0);
  }, [input, opened]);

  const move = useCallback(
    (from: "past" | "future") => {
      const state = stacks.current;
      const to = state?.[from].pop();
      if (!state || !to) return false;
      state[from === "past" ? "future" : "past"].push(state.present);
      state.moving = true;
      restore(to);
      return true;
    },
    [restore],
  );
  return useMemo(
    () => ({ canUndo, canRedo, undo: () => move("past"), redo: () => move("future") }),
    [canUndo, canRedo, move],
  );
}

/** Whether one letter or digit was added to one of the boxes, or taken from it. */
function isOneLetter(before: Input, after: Input): boolean {
  const boxes = ["request", "key3", "answer"] as const;
  const changed = boxes.filter((box) => before[box] !== after[box]);
  const [box] = changed;
  if (changed.length !== 1 || box === undefined) return false;
  const [short, long] = [before[box], after[box]].sort((a, b) => a.length - b.length) as [
    string,
    string,
  ];
  if (long.length - short.length !== 1) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  return /\S/.test(long[at] as string) && short.slice(at) === long.slice(at + 1);
}
