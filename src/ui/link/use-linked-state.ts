/**
 * The page's state and the address bar say the same. What changes the subject (an example, a paste, Clear) makes an entry in the
 * history; typing and stepping replace the entry they are in.
 */
import { useCallback, useLayoutEffect, useRef, useState } from "react";
import type { Cursor, Input, State } from "../state.ts";
import { arrive, push, replaceSoon } from "./address.ts";
import { DEFAULT_STATE, type Linked, moveQuery, parseLink } from "./link.ts";

export interface Changes {
  readonly input?: Input;
  readonly cursor?: Partial<Cursor>;
}

export type Change = (changes: Changes, how: "push" | "replace") => void;

interface LinkedState {
  readonly state: State;
  readonly change: Change;
  /** Sentences about what a link could not say. */
  readonly problems: readonly string[];
  /** What the address held when the page was opened; nothing comes before it to go back to. */
  readonly opened: Input;
}

const START: Linked = { state: DEFAULT_STATE, unknown: [], problems: [] };

const LOST: Linked = {
  ...START,
  problems: [
    "What stood here was too much for a link, and a reload forgets it: paste it again, please.",
  ],
};

export function useLinkedState(): LinkedState {
  const [linked, setLinked] = useState(START);
  const [opened, setOpened] = useState(START.state.input);
  const current = useRef(START);

  useLayoutEffect(() => {
    let reading: object | null = null;
    let opening = true;
    const read = (): void => {
      const { hash, search, pathname } = location;
      const kept = arrive();
      const moved = moveQuery(hash, search);
      if (moved) history.replaceState(null, "", `${pathname}${moved.query}${moved.fragment}`);
      const found = kept === "lost" ? LOST : (kept ?? parseLink(hash, search));
      // A long link takes a while to read, and the reader may be somewhere else by then.
      reading = found;
      const show = (next: Linked): void => {
        if (reading !== found) return;
        current.current = next;
        setLinked(next);
        if (opening) setOpened(next.state.input);
        opening = false;
      };
      if (found instanceof Promise) void found.then(show);
      else show(found);
    };
    if (location.hash !== "" || location.search !== "" || history.state !== null) read();
    addEventListener("popstate", read);
    return () => removeEventListener("popstate", read);
  }, []);

  // Not before it is drawn: what the build drew has the verdict on something else.
  useLayoutEffect(() => {
    if (linked !== START) delete document.documentElement.dataset.linked;
  }, [linked]);

  const change = useCallback<Change>((changes, how) => {
    const { state, unknown, problems } = current.current;
    const next: Linked = {
      unknown,
      problems: changes.input ? [] : problems,
      state: {
        input: changes.input ?? state.input,
        cursor: { ...state.cursor, ...changes.cursor },
      },
    };
    current.current = next;
    setLinked(next);
    if (how === "push") push(next);
    else replaceSoon(next);
  }, []);

  return { state: linked.state, change, problems: linked.problems, opened };
}
