import { SP } from "../../bytes/ascii.ts";
import type { Span } from "../../bytes/span.ts";
import { textOf } from "./header-words.ts";

/** The start line cut at its first two spaces: `GET`, `/demo`, `HTTP/1.1`. What is missing is an empty span at the end. */
export function splitStartLine(
  bytes: Uint8Array,
  [start, end]: Span,
): readonly [first: Span, second: Span, rest: Span] {
  const firstEnd = spaceOr(bytes, start, end);
  const second = Math.min(firstEnd + 1, end);
  const secondEnd = spaceOr(bytes, second, end);
  return [
    [start, firstEnd],
    [second, secondEnd],
    [Math.min(secondEnd + 1, end), end],
  ];
}

/** Browsers of today take the digits behind the first spaces for the code, however many and whatever follows. */
export function isReadAs101(bytes: Uint8Array, line: Span): boolean {
  return /^\S* +0*101(?!\d)/.test(textOf(bytes, line));
}

function spaceOr(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && bytes[at] !== SP) at += 1;
  return at;
}
