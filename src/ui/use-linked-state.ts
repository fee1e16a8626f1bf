/**
 * The page's state and the address bar say the same. What changes the subject (an example, a paste, Clear) makes an entry in the
 * history; typing and stepping replace the entry they are in, a moment after they rest, since browsers limit how often one may.
 */
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import { announce } from "./announce.ts";
import { DEFAULT_STATE, formatLink, type Linked, moveQuery, parseLink } from "./link.ts";
import type { Cursor, Input, State } from "./state.ts";

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
}

const REST = 300;

const useBrowserLayoutEffect = typeof document === "undefined" ? useEffect : useLayoutEffect;

export function useLinkedState(): LinkedState {
  const [linked, setLinked] = useState<Linked>({ state: DEFAULT_STATE, unknown: [], problems: [] });
  const how = useRef<"push" | "replace" | "keep">("keep");

  useBrowserLayoutEffect(() => {
    const read = (): void => {
      const { hash, search, pathname } = location;
      const parsed = parseLink(hash, search);
      const moved = moveQuery(hash, search);
      if (moved) history.replaceState(null, "", `${pathname}${moved.query}${moved.fragment}`);
      const show = (next: Linked): void => {
        how.current = "keep";
        setLinked(next);
        delete document.documentElement.dataset.linked;
      };
      if (parsed instanceof Promise) void parsed.then(show);
      else show(parsed);
    };
    if (location.hash !== "" || location.search !== "") read();
    addEventListener("popstate", read);
    return () => removeEventListener("popstate", read);
  }, []);

  const change = useCallback<Change>((changes, next) => {
    how.current = how.current === "push" ? "push" : next;
    setLinked((before) => ({
      ...before,
      problems: changes.input ? [] : before.problems,
      state: {
        input: changes.input ?? before.state.input,
        cursor: { ...before.state.cursor, ...changes.cursor },
      },
    }));
  }, []);

  useEffect(() => {
    if (how.current === "keep") return;
    const write = async (): Promise<void> => {
      const entry = how.current;
      how.current = "keep";
      const link = await formatLink(linked.state, linked.unknown);
      const address = `${location.pathname}${location.search}${link ?? ""}`;
      if (link === null)
        announce("This is too much for a link: save the bytes as a file to pass them on.");
      if (entry === "push") history.pushState(null, "", address);
      else history.replaceState(null, "", address);
    };
    if (how.current === "push") {
      void write();
      return;
    }
    const timer = setTimeout(write, REST);
    return () => clearTimeout(timer);
  }, [linked]);

  return { state: linked.state, change, problems: linked.problems };
}
