/**
 * The head of an HTTP message, each part with its place. Total: whatever the bytes are, every one of them up to `end` belongs to
 * the start line, to a field, to a line that is no field, or to a line end. Nothing is trimmed, joined or dropped; who reads a
 * head decides what is wrong with it.
 */
import { COLON, CR, LF, SP } from "../bytes/ascii.ts";
import type { Span } from "../bytes/span.ts";

/** `name: value`. One space after the colon belongs to neither (hybi-00 §1.2); a second one is part of the value. */
export interface Field {
  readonly line: Span;
  readonly name: Span;
  readonly value: Span;
}

export interface Head {
  readonly startLine: Span;
  readonly fields: readonly Field[];
  /** Lines without a colon or with nothing before it. */
  readonly notFields: readonly Span[];
  /** Offsets of LF without a CR before it: they end a line here, though the drafts know only CRLF. */
  readonly bareLf: readonly number[];
  /** Offsets of CR without an LF behind it: they stay inside their line. */
  readonly bareCr: readonly number[];
  /** The offset behind the blank line, or null when there is none. */
  readonly end: number | null;
}

/** Reads to the first blank line, or to the end. */
export function readHead(bytes: Uint8Array): Head {
  const fields: Field[] = [];
  const notFields: Span[] = [];
  const bareLf: number[] = [];
  const bareCr: number[] = [];
  let startLine: Span | null = null;
  let start = 0;
  while (start < bytes.length) {
    const colon = seek(bytes, start, COLON, bareCr);
    const lf = seek(bytes, colon, LF, bareCr);
    const isEnded = lf < bytes.length;
    const isCrlf = isEnded && lf > start && bytes[lf - 1] === CR;
    const end = isCrlf ? lf - 1 : lf;
    if (isEnded && !isCrlf) bareLf.push(lf);
    if (startLine === null) {
      startLine = [start, end];
    } else if (end === start) {
      return { startLine, fields, notFields, bareLf, bareCr, end: lf + 1 };
    } else if (colon > start && colon < end) {
      fields.push({
        line: [start, end],
        name: [start, colon],
        value: [skipSpace(bytes, colon + 1, end), end],
      });
    } else {
      notFields.push([start, end]);
    }
    start = lf + 1;
  }
  return { startLine: startLine ?? [0, 0], fields, notFields, bareLf, bareCr, end: null };
}

/** Offset of the first `stop` or LF, or where the bytes end; the bare CRs before it are noted. */
function seek(bytes: Uint8Array, start: number, stop: number, bareCr: number[]): number {
  let at = start;
  for (; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === LF || byte === stop) break;
    if (byte === CR && bytes[at + 1] !== LF) bareCr.push(at);
  }
  return at;
}

function skipSpace(bytes: Uint8Array, start: number, end: number): number {
  return start < end && bytes[start] === SP ? start + 1 : start;
}
