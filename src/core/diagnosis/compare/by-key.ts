/**
 * What the handshakes from hybi-04 to RFC 6455 have in common: one key, and a 101 whose fields are lists of tokens, compared with what
 * the request offered. Names and values are read as leniently as browsers read them, folded lines included, and lines that end with
 * a CR alone.
 */
import { COMMA, CR, equalsIgnoringCase, LF } from "../../bytes/ascii.ts";
import type { Span } from "../../bytes/span.ts";
import type { Generation } from "../../generation.ts";
import { isBlank, trim } from "../../http/fields.ts";
import type { Head } from "../../http/head.ts";
import { withCrLines } from "../facts/cr-lines.ts";
import type { Facts } from "../facts/facts.ts";
import { isReadAs101 } from "../facts/start-line.ts";

export type KeyGeneration = Exclude<Generation, "hixie-75" | "hixie-76" | "hybi-01">;

export function isByKey(
  generation: Generation | "http" | "unknown" | undefined,
): generation is KeyGeneration {
  return generation !== undefined && BY_KEY.has(generation);
}

const BY_KEY: ReadonlySet<string> = new Set<KeyGeneration>([
  "hybi-04",
  "hybi-05",
  "hybi-06",
  "hybi-07",
  "hybi-08",
  "rfc6455",
]);

/** What browsers take for a 101, with a whole head. */
export interface KeyAnswer {
  readonly generation: KeyGeneration;
  readonly bytes: Uint8Array;
  /** As browsers read it. */
  readonly head: Head;
}

/** Null for any other answer, and when it has to go by other rules: those of the request, if there is one. */
export function keyAnswer({
  request,
  response,
}: Pick<Facts, "request" | "response">): KeyAnswer | null {
  const generation = request ? request.generation : response?.generation;
  if (!response || !isByKey(generation)) return null;
  const { bytes, head, status } = response;
  const is101 = status === null ? isReadAs101(bytes, head.startLine) : status === 101;
  if (!is101 || head.end === null) return null;
  return { generation, bytes, head: withCrLines(bytes, head) };
}

/** The values of all fields with that name, without white space around them or before the colon; a folded one over all its lines. */
export function valuesIn(bytes: Uint8Array, head: Head, lowerCaseName: string): Span[] {
  return head.fields
    .filter(({ name: [start, end] }) => {
      const from = behindLineEnds(bytes, start);
      // What begins with a blank goes on with the field before.
      if (isBlank(bytes[from])) return false;
      return equalsIgnoringCase(bytes, trim(bytes, [from, end]), lowerCaseName);
    })
    .map(({ name, line }) => trimLines(bytes, [name[1] + 1, foldedEnd(bytes, line[1], head)]));
}

/** RFC 9112 §5.2: a line that begins with a blank belongs to the one before it. */
function foldedEnd(bytes: Uint8Array, lineEnd: number, { end }: Head): number {
  const headEnd = end ?? bytes.length;
  let at = lineEnd;
  for (;;) {
    const next = behindLineEnds(bytes, at);
    if (next >= headEnd || !isBlank(bytes[next])) return at;
    at = next;
    while (at < headEnd && !isLineEnd(bytes[at])) at += 1;
  }
}

/** To browsers any number of CR and LF is one line end. */
function behindLineEnds(bytes: Uint8Array, from: number): number {
  let at = from;
  while (isLineEnd(bytes[at])) at += 1;
  return at;
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === CR || byte === LF;
}

function trimLines(bytes: Uint8Array, [from, to]: Span): Span {
  let start = from;
  let end = to;
  while (start < end && isSpace(bytes[start])) start += 1;
  while (end > start && isSpace(bytes[end - 1])) end -= 1;
  return [start, end];
}

function isSpace(byte: number | undefined): boolean {
  return isBlank(byte) || isLineEnd(byte);
}

const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** What stands between the commas of a value, empty or not; a comma within quotes is none (RFC 9110 §5.6.1, §5.6.4). */
export function allElements(bytes: Uint8Array, [start, end]: Span): readonly Span[] {
  const found: Span[] = [];
  let from = start;
  let isQuoted = false;
  for (let at = start; at < end; at++) {
    const byte = bytes[at];
    if (isQuoted && byte === BACKSLASH) at += 1;
    else if (byte === QUOTE) isQuoted = !isQuoted;
    else if (byte === COMMA && !isQuoted) {
      found.push(trimLines(bytes, [from, at]));
      from = at + 1;
    }
  }
  found.push(trimLines(bytes, [from, end]));
  return found;
}

/** Of all fields with that name. */
export function elementsIn(bytes: Uint8Array, head: Head, lowerCaseName: string): readonly Span[] {
  return valuesIn(bytes, head, lowerCaseName).flatMap((value) => allElements(bytes, value));
}
