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
  let colon = -1;

  const endLine = (end: number): void => {
    if (startLine === null) startLine = [start, end];
    else if (colon <= start) notFields.push([start, end]);
    else {
      const value = bytes[colon + 1] === SP && colon + 1 < end ? colon + 2 : colon + 1;
      fields.push({ line: [start, end], name: [start, colon], value: [value, end] });
    }
    colon = -1;
  };

  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at];
    if (byte === COLON) {
      if (colon < 0) colon = at;
    } else if (byte === CR) {
      if (bytes[at + 1] !== LF) bareCr.push(at);
    } else if (byte === LF) {
      const crlf = at > start && bytes[at - 1] === CR;
      const end = crlf ? at - 1 : at;
      if (!crlf) bareLf.push(at);
      if (end === start && startLine !== null) {
        return { startLine, fields, notFields, bareLf, bareCr, end: at + 1 };
      }
      endLine(end);
      start = at + 1;
    }
  }
  if (start < bytes.length || startLine === null) endLine(bytes.length);
  return { startLine: startLine ?? [0, 0], fields, notFields, bareLf, bareCr, end: null };
}
