/**
 * Where a body in chunks ends for llhttp 9.3 (RFC 9112 §7.1): as strict as it is with heads. Note: extensions of more than 16 KiB
 * would be too much for Node; that is not looked at.
 */
import { FieldReader } from "./node-http-fields.ts";

/** Up to the end of the size: digits, what may stand behind them, CRLF. */
const TOKEN = "[!#$%&'*+\\-.^_`|~0-9A-Za-z]";
const QUOTED = '"(?:[\\t !#-[\\]-~\\x80-\\xff]|\\\\[\\t -~\\x80-\\xff])*"';
const SIZE = new RegExp(`([0-9A-Fa-f]+)(?:;${TOKEN}*(?:=(?:${TOKEN}|${QUOTED})*)?)*\\r\\n`, "y");

export interface Chunks {
  /** The offset behind its last byte; "fault" for one that it refuses, null when it has not ended. */
  readonly end: number | "fault" | null;
  /** Whether any byte of a chunk had come by then, or all trailers. */
  readonly hasData: boolean;
}

export function readChunks(text: string, start: number): Chunks {
  let at = start;
  let hasData = false;
  while (true) {
    SIZE.lastIndex = at;
    const [line, digits = ""] = SIZE.exec(text) ?? [];
    if (line === undefined) {
      return { end: isPrefixOfSize(text.slice(at)) ? null : "fault", hasData };
    }
    const size = Number.parseInt(digits, 16);
    at += line.length;
    if (size === 0) {
      const end = readTrailers(text, at);
      return { end, hasData: hasData || (typeof end === "number" && end > at + 2) };
    }
    hasData ||= at < text.length;
    at += size;
    const end = text.slice(at, at + 2);
    if (!"\r\n".startsWith(end)) return { end: "fault", hasData };
    if (end.length < 2) return { end: null, hasData };
    at += 2;
  }
}

/** Note: of one that breaks off within its extensions it is not asked whether it could go on. */
function isPrefixOfSize(text: string): boolean {
  return /^(?:[0-9A-Fa-f]+(?:\r|;[^\r\n]*\r?)?)?$/.test(text);
}

function readTrailers(text: string, start: number): Chunks["end"] {
  const trailers = new FieldReader(text, start, 0).read();
  if (trailers === null) return null;
  return "status" in trailers ? "fault" : trailers.end;
}
