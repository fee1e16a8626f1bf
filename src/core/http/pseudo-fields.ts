/**
 * Heads of HTTP/2 and HTTP/3 as tools print them. On the wire they are compressed; in text the pseudo-fields, whose names begin with
 * a colon, come first (RFC 9113 §8.3), so the first of them stands where a start line would.
 */
import { COLON, fromLatin1 } from "../bytes/ascii.ts";
import { type Span, slice } from "../bytes/span.ts";
import type { Head } from "./head.ts";

export type PseudoName = "method" | "scheme" | "authority" | "path" | "protocol" | "status";

export interface PseudoField {
  /** Without its colon. */
  readonly name: string;
  readonly line: Span;
  readonly value: Span;
}

/** All of them, in order; none for a head that has a start line. */
export function readPseudoFields(bytes: Uint8Array, head: Head): readonly PseudoField[] {
  const found: PseudoField[] = [];
  for (const line of [head.startLine, ...head.notFields]) {
    const field = readPseudoField(bytes, line);
    if (field === null) {
      if (found.length === 0) return found;
    } else {
      found.push(field);
    }
  }
  return found;
}

const PSEUDO = /^:([a-z]+):[ \t]*(.*?)[ \t]*$/;
const LONGEST = 8192;

function readPseudoField(bytes: Uint8Array, line: Span): PseudoField | null {
  const [start, end] = line;
  if (bytes[start] !== COLON) return null;
  const text = fromLatin1(slice(bytes, [start, Math.min(end, start + LONGEST)]));
  const match = PSEUDO.exec(text);
  if (match === null) return null;
  const [all, name = "", value = ""] = match;
  const to = start + all.trimEnd().length;
  return { name, line, value: [to - value.length, to] };
}

/** "2" or "3" of a request line or a status line that names that version, as `HTTP/2` or `HTTP/2.0`; null for any other. */
export function laterHttpVersion(bytes: Uint8Array, [start, end]: Span): "2" | "3" | null {
  // Nearly every line is of HTTP/1.1.
  if (![start + 5, end - 1, end - 3].some((at) => isTwoOrThree(bytes[at]))) return null;
  const first = fromLatin1(slice(bytes, [start, Math.min(end, start + 10)]));
  const last = fromLatin1(slice(bytes, [Math.max(start, end - 10), end]));
  const match = /^HTTP\/([23])(?:\.0)?(?: |$)/i.exec(first) ?? / HTTP\/([23])(?:\.0)?$/.exec(last);
  return (match?.[1] as "2" | "3" | undefined) ?? null;
}

function isTwoOrThree(byte: number | undefined): boolean {
  return byte === 0x32 || byte === 0x33;
}
