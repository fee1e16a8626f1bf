import { type ReactNode, useEffect, useRef, useState } from "react";
import type { Step, StepId } from "../../core/trace/step.ts";
import { announce } from "../announce.ts";
import type { Machine } from "../machines/machine.ts";
import { isTyping } from "../shortcuts.ts";
import type { Cursor } from "../state.ts";
import { indexOfStep, nextMove, previousMove, roundOf, toStep } from "./steps.ts";

interface Props {
  readonly machine: Machine;
  readonly cursor: Cursor;
  readonly steps: readonly Step[];
  readonly onMove: (cursor: Partial<Cursor>) => void;
}

/** Moves a second, and what the choice is called. */
const SPEEDS = [
  [0.5, "slow"],
  [1, "normal"],
  [4, "fast"],
] as const;

const REST = 400;

export function Stepper({ machine, cursor, steps, onMove }: Props): ReactNode {
  const [playing, setPlaying] = useState(false);
  const [speed, setSpeed] = useState<number>(1);
  const range = useRef<HTMLInputElement>(null);
  const { ids, rounds } = machine;
  const index = indexOfStep(machine, cursor.step);
  const last = ids.length - 1;
  const step = ids[index] as StepId;
  const name = `Step ${index + 1} of ${ids.length}, ${machine.title(step)}`;
  const place =
    step === rounds?.step
      ? `${name}, round ${roundOf(machine, cursor) + 1} of ${rounds.count}`
      : name;

  useEffect(() => {
    if (!playing) return;
    const next = nextMove(machine, cursor);
    if (!next || document.hidden) {
      setPlaying(false);
      return;
    }
    const timer = setTimeout(() => onMove({ ...next, selection: null }), 1000 / speed);
    return () => clearTimeout(timer);
  }, [playing, speed, machine, cursor, onMove]);

  useKeys(machine, cursor, onMove, () => setPlaying(false));
  useAnnounced(place, playing);

  useEffect(() => {
    range.current?.style.setProperty("--done", `${(index / last) * 100}%`);
  }, [index, last]);

  const go = (to: number): void => {
    setPlaying(false);
    if (to >= 0 && to <= last) onMove({ ...toStep(machine, cursor, to), selection: null });
  };

  /** At the end it starts again. */
  const toggle = (): void => {
    if (!playing && nextMove(machine, cursor) === null) {
      onMove({ ...toStep(machine, cursor, 0), selection: null });
    }
    setPlaying(!playing);
  };

  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for what a form sends
    <div className="stepper" role="group" aria-label="Steps">
      <button
        type="button"
        className="round-button"
        aria-label="Previous step"
        aria-disabled={index === 0}
        onClick={() => go(index - 1)}
      >
        <span aria-hidden="true">◀</span>
      </button>
      <div className="track">
        <input
          ref={range}
          type="range"
          min={1}
          max={ids.length}
          step={1}
          value={index + 1}
          aria-label="Step"
          aria-valuetext={place}
          onChange={(event) => go(event.currentTarget.valueAsNumber - 1)}
          onKeyDown={(event) => {
            const next = event.shiftKey ? moved(machine, cursor, event) : null;
            if (next) onMove({ ...next, selection: null });
            else if (event.key === " ") toggle();
            else return;
            event.preventDefault();
          }}
        />
        <ol className="ticks" aria-hidden="true">
          {steps.map(({ id, outcome }) => (
            <li key={id} className={outcome.state}>
              {outcome.state === "stopped" ? "✗" : "–"}
            </li>
          ))}
        </ol>
      </div>
      <button
        type="button"
        className="round-button"
        aria-label="Next step"
        aria-disabled={index === last}
        onClick={() => go(index + 1)}
      >
        <span aria-hidden="true">▶</span>
      </button>
      <button
        type="button"
        className="round-button"
        aria-label={playing ? "Pause" : "Play"}
        onClick={toggle}
      >
        <span aria-hidden="true">{playing ? "❚❚" : "▷"}</span>
      </button>
      <label>
        <span className="visually-hidden">Speed of playing</span>
        <select value={speed} onChange={(event) => setSpeed(Number(event.target.value))}>
          {SPEEDS.map(([value, name]) => (
            <option key={name} value={value}>
              {name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

/** Arrow keys, Home and End anywhere but in fields; with Shift, round by round. */
function useKeys(
  machine: Machine,
  cursor: Cursor,
  onMove: Props["onMove"],
  stop: () => void,
): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      const next = moved(machine, cursor, event);
      if (!next) return;
      event.preventDefault();
      stop();
      onMove({ ...next, selection: null });
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [machine, cursor, onMove, stop]);
}

/** Where a key leads; null when it leads nowhere from here. */
function moved(
  machine: Machine,
  cursor: Cursor,
  { key, shiftKey }: Pick<KeyboardEvent, "key" | "shiftKey">,
): Cursor | null {
  const index = indexOfStep(machine, cursor.step);
  const last = machine.ids.length - 1;
  const step = (to: number): Cursor | null =>
    to === index || to < 0 || to > last ? null : toStep(machine, cursor, to);
  if (key === "ArrowRight") return shiftKey ? nextMove(machine, cursor) : step(index + 1);
  if (key === "ArrowLeft") return shiftKey ? previousMove(machine, cursor) : step(index - 1);
  if (key === "Home") return step(0);
  if (key === "End") return step(last);
  return null;
}

/** Said once the reader rests on a step; the range input speaks for itself while it is moved. */
function useAnnounced(place: string, playing: boolean): void {
  const said = useRef(place);
  useEffect(() => {
    if (said.current === place || playing) return;
    const timer = setTimeout(() => {
      said.current = place;
      if (document.activeElement?.getAttribute("type") !== "range")
        announce(place, { unseen: true });
    }, REST);
    return () => clearTimeout(timer);
  }, [place, playing]);
}
