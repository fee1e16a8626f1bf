import { equalsIgnoringCase, SP, TAB } from "../bytes/ascii.ts";
import type { Span } from "../bytes/span.ts";
import type { Field } from "./head.ts";

/** The values of all fields with that name, without the white space around them (RFC 9112 §5.1: it is no part of a value). */
export function valuesOf(
  bytes: Uint8Array,
  fields: readonly Field[],
  lowerCaseName: string,
): readonly Span[] {
  return fields
    .filter(({ name }) => equalsIgnoringCase(bytes, name, lowerCaseName))
    .map(({ name, line }) => trim(bytes, [name[1] + 1, line[1]]));
}

/** Without spaces and tabs at either end; of nothing else, an empty span at the end. */
export function trim(bytes: Uint8Array, [from, to]: Span): Span {
  let start = from;
  let end = to;
  while (start < end && isBlank(bytes[start])) start += 1;
  while (end > start && isBlank(bytes[end - 1])) end -= 1;
  return [start, end];
}

export function isBlank(byte: number | undefined): boolean {
  return byte === SP || byte === TAB;
}
