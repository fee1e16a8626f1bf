/** What the reference makes of one key, hybi-00 §5.2 steps 4–7, with every reason to refuse it. */

import { attempt, refused } from "../../attempt.ts";
import { SP } from "../../bytes/ascii.ts";
import { type Span, slice } from "../../bytes/span.ts";
import { countSpaces, keyNumber, part } from "../../hixie76/handshake.ts";
import type { Field } from "../../http/head.ts";

export interface KeyFacts {
  readonly name: "Key 1" | "Key 2";
  readonly line: Span;
  readonly value: Span;
  /** Null when the key has no digits. */
  readonly keyNumber: bigint | null;
  readonly spaces: number;
  /** Null when it cannot be computed or does not fit 32 bits. */
  readonly part: number | null;
  /** Codes, in the order in which the reference meets them. */
  readonly refusals: readonly string[];
}

export function readKeyFacts(bytes: Uint8Array, name: KeyFacts["name"], field: Field): KeyFacts {
  const key = slice(bytes, field.value);
  const refusals: string[] = [];
  const number = attempt(() => keyNumber(key));
  if (refused(number)) refusals.push(number.code);
  const spaces = attempt(() => countSpaces(key));
  if (refused(spaces)) refusals.push(spaces.code);
  let quotient: number | null = null;
  if (!refused(number) && !refused(spaces)) {
    const outcome = attempt(() => part(number, spaces));
    if (refused(outcome)) refusals.push(outcome.code);
    else quotient = outcome;
  }
  return {
    name,
    line: field.line,
    value: field.value,
    keyNumber: refused(number) ? null : number,
    spaces: refused(spaces) ? 0 : spaces,
    part: quotient,
    refusals,
  };
}

/** The key without spaces at its ends; the same span when it has none. */
export function withoutEdgeSpaces(bytes: Uint8Array, [start, end]: Span): Span {
  let from = start;
  let to = end;
  while (from < to && bytes[from] === SP) from += 1;
  while (to > from && bytes[to - 1] === SP) to -= 1;
  return [from, to];
}

/** Whether the key would divide if the spaces at its ends, which no client sends (§4.1 step 22), were not there. */
export function dividesWhenTrimmed(bytes: Uint8Array, { value }: KeyFacts): boolean {
  const span = withoutEdgeSpaces(bytes, value);
  if (span[0] === value[0] && span[1] === value[1]) return false;
  const key = slice(bytes, span);
  return !refused(attempt(() => part(keyNumber(key), countSpaces(key))));
}
