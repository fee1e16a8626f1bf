/**
 * Writes the address bar. An entry of the history is replaced a moment after the reader rests, since browsers limit how often one
 * may; before a new entry is made, the one that is left gets what it still lacks. What is too much for a link is kept in memory, so
 * that back and forward find it as long as the page is open.
 */
import { announce } from "../announce.ts";
import { formatLink, type Linked } from "./link.ts";

const REST = 300;

export const TOO_LONG = "This is too much for a link: save the bytes as a file to pass them on.";

let waiting: { readonly linked: Linked; readonly timer: ReturnType<typeof setTimeout> } | null =
  null;
let writing: Promise<unknown> = Promise.resolve();

/** Counts moves through the history: what was to be written before one belongs to another entry. */
let moves = 0;

/** By what their entries have for a state. An entry from before a reload finds nothing here. */
const tooLong = new Map<string, Linked>();

/** Into the entry that is shown, soon. */
export function replaceSoon(linked: Linked): void {
  clearTimeout(waiting?.timer);
  waiting = { linked, timer: setTimeout(flush, REST) };
}

/** Into a new entry, now. */
export function push(linked: Linked): void {
  void flush();
  write(linked, "push");
}

/** Resolves once the address says all that it can, with whether that is everything. */
export async function flush(): Promise<boolean> {
  if (waiting) {
    clearTimeout(waiting.timer);
    write(waiting.linked, "replace");
    waiting = null;
  }
  await writing;
  return history.state === null;
}

/** The reader went to another entry. Returns what it holds besides its address, if anything. */
export function arrive(): Linked | "lost" | null {
  clearTimeout(waiting?.timer);
  waiting = null;
  moves += 1;
  return history.state === null ? null : (tooLong.get(history.state) ?? "lost");
}

function write(linked: Linked, how: "push" | "replace"): void {
  const before = moves;
  writing = writing.then(async () => {
    const link = await formatLink(linked.state, linked.unknown);
    if (before !== moves) return;
    const { pathname, search, hash } = location;
    const isNew = how === "push" && (link ?? "") !== hash;
    let kept: string | null = null;
    if (link === null) {
      kept = isNew ? null : history.state;
      // Of a file nobody expects one.
      if (kept === null && !linked.state.input.large) announce(TOO_LONG);
      kept ??= `${performance.timeOrigin} ${tooLong.size}`;
      tooLong.set(kept, linked);
    }
    history[isNew ? "pushState" : "replaceState"](kept, "", `${pathname}${search}${link ?? ""}`);
  });
}
