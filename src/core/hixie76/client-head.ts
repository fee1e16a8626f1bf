/**
 * How a client reads the head of the response, hybi-00 §4.1
 * steps 28–40: byte after byte, and it fails at the first that
 * is not as it must be. Codes are public and stable.
 */
import {
  COLON,
  CR,
  fromLatin1,
  isDigit,
  LF,
  SP,
  toLowerCase,
} from "../bytes/ascii.ts";
import { length, type Span, slice } from "../bytes/span.ts";

/** More bytes may change it. */
export interface Waiting {
  readonly outcome: "waiting";
  readonly step: number;
}

/** For good, whatever comes. */
export interface Failed {
  readonly outcome: "failed";
  readonly step: number;
  readonly code: string;
  /** Null when what is missing has no place. */
  readonly span: Span | null;
}

export interface Field {
  /** In lower case. */
  readonly name: string;
  readonly value: Span;
  /** From the name to the line's end. */
  readonly line: Span;
}

export interface Fields {
  readonly outcome: "fields";
  readonly fields: readonly Field[];
  /** Behind the blank line. */
  readonly end: number;
}

/** Steps 28–31. The first line; returns where it ends. */
export function readStatusLine(
  bytes: Uint8Array,
): number | Waiting | Failed {
  const end = bytes.indexOf(LF) + 1;
  const line: Span = [0, end];
  if (end === 0) return waiting(28);
  if (end < 7) return failed(28, "not-http", line);
  if (bytes[end - 2] !== CR) {
    return failed(28, "lf-line-endings", line);
  }
  const space = indexOf(bytes, SP, line);
  if (space === end) return failed(28, "not-http", line);
  const code: Span = [
    space + 1,
    indexOf(bytes, SP, [space + 1, end]),
  ];
  if (code[1] === end) {
    return failed(28, "no-reason-phrase", line);
  }
  const digits = slice(bytes, code);
  if (length(code) !== 3 || !digits.every(isDigit)) {
    return failed(30, "status-not-101", code);
  }
  const status = fromLatin1(digits);
  if (status === "101") return end;
  // Note: the draft lets a client log in to its proxy here.
  return status === "407"
    ? failed(31, "status-401-407", code)
    : failed(31, "status-not-101", code);
}

/** Steps 32–40. */
export function readFields(
  bytes: Uint8Array,
  start: number,
): Fields | Waiting | Failed {
  const fields: Field[] = [];
  let at = start;
  for (;;) {
    const nameEnd = readName(bytes, at);
    if (typeof nameEnd !== "number") return nameEnd;
    if (bytes[nameEnd] === CR) {
      const end = readLf(bytes, nameEnd, 40);
      if (typeof end !== "number") return end;
      return { outcome: "fields", fields, end };
    }
    const valueEnd = readValue(bytes, nameEnd + 1);
    if (typeof valueEnd !== "number") return valueEnd;
    const end = readLf(bytes, valueEnd, 37);
    if (typeof end !== "number") return end;
    // Step 38.
    fields.push({
      name: lowerCase(bytes, [at, nameEnd]),
      value: [valueStart(bytes, nameEnd + 1), valueEnd],
      line: [at, valueEnd],
    });
    at = end;
  }
}

/** Steps 33–34. To the colon, or to the CR of a blank line. */
function readName(
  bytes: Uint8Array,
  start: number,
): number | Waiting | Failed {
  for (let at = start; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === COLON) return at;
    if (byte === CR && at === start) return at;
    if (byte === CR) {
      return failed(34, "header-without-colon", [start, at]);
    }
    if (byte === LF) {
      return failed(34, "lf-line-endings", [at, at + 1]);
    }
  }
  return waiting(34);
}

/** Step 36. To the CR. */
function readValue(
  bytes: Uint8Array,
  start: number,
): number | Waiting | Failed {
  for (let at = start; at < bytes.length; at++) {
    if (bytes[at] === CR) return at;
    if (bytes[at] === LF) {
      return failed(36, "lf-line-endings", [at, at + 1]);
    }
  }
  return waiting(36);
}

/** Steps 35–36. One space is skipped, all others are kept. */
function valueStart(bytes: Uint8Array, start: number): number {
  return bytes[start] === SP ? start + 1 : start;
}

/** Steps 37 and 40. Returns what is behind the LF. */
function readLf(
  bytes: Uint8Array,
  cr: number,
  step: number,
): number | Waiting | Failed {
  if (cr + 1 === bytes.length) return waiting(step);
  if (bytes[cr + 1] === LF) return cr + 2;
  return failed(step, "bare-cr", [cr, cr + 1]);
}

/** Step 34. A to Z, and no other letters. */
function lowerCase(bytes: Uint8Array, name: Span): string {
  return fromLatin1(slice(bytes, name).map(toLowerCase));
}

/** Offset of a byte within a span, or the span's end. */
function indexOf(
  bytes: Uint8Array,
  byte: number,
  span: Span,
): number {
  const at = slice(bytes, span).indexOf(byte);
  return at < 0 ? span[1] : span[0] + at;
}

export function waiting(step: number): Waiting {
  return { outcome: "waiting", step };
}

export function failed(
  step: number,
  code: string,
  span: Span | null,
): Failed {
  return { outcome: "failed", step, code, span };
}
