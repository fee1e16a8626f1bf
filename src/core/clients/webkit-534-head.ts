/**
 * How WebKit 534.34 reads the head of a response: a status line, then names and values byte by byte, each with its own ways to
 * give up. Found by giving a real one (PhantomJS 1.9.8) some five hundred answers. What it quotes in its messages are bytes,
 * shown as Latin-1; names and values become text only when a line is done. Two messages quote what follows: of that, the browser
 * had only what had come by then, so a response in several packets may show less of it.
 */
import { COLON, CR, fromLatin1, isDigit, LF, SP } from "../bytes/ascii.ts";
import { decodeUtf8 } from "../bytes/utf8.ts";

/** Where it stops short: `console` is what it prints, null when nothing. */
export interface Stop {
  readonly console: string | null;
  readonly rule: string;
  readonly waits: boolean;
}

export interface StatusLine {
  readonly code: number;
  /** The offset behind its LF. */
  readonly end: number;
}

export interface Fields {
  /** By folded name; of a repeated field, the first. */
  readonly values: ReadonlyMap<string, string>;
  /** The offset behind the blank line. */
  readonly end: number;
}

const LONGEST_STATUS_LINE = 1024;
const LONGEST_QUOTE = 128;

/** Nothing matters but an LF, two spaces before it, and what stands between them. */
export function readStatusLine(bytes: Uint8Array): StatusLine | Stop {
  const spaces: number[] = [];
  let lf = 0;
  for (; bytes[lf] !== LF; lf++) {
    if (lf >= bytes.length) return waits("The status line has not ended: no LF has come.");
    if (bytes[lf] === 0) {
      return stops("A status line holds no NUL.", "Status line contains embedded null");
    }
    if (bytes[lf] === SP) spaces.push(lf);
  }
  const end = lf + 1;
  if (end > LONGEST_STATUS_LINE) {
    return stops("A status line has at most 1024 bytes, LF included.", "Status line is too long");
  }
  const [space1, space2] = spaces;
  if (space1 === undefined || space2 === undefined) {
    const text = `No response code found: ${quote(bytes.subarray(0, lf))}`;
    return stops("A status line has two spaces.", text);
  }
  if (bytes[lf - 1] !== CR) {
    return stops("A status line ends with CRLF.", "Status line does not end with CRLF");
  }
  const code = bytes.subarray(space1 + 1, space2);
  const rule = "Three digits stand between the first two spaces of the status line.";
  if (code.length !== 3) return stops(rule, null);
  if (!code.every(isDigit)) return stops(rule, `Invalid status code: ${fromLatin1(code)}`);
  return { code: Number(fromLatin1(code)), end };
}

/** Whether an empty line has come. The search is C's, on a string: it ends at a NUL, wherever that stands. */
export function hasBlankLine(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length && bytes[at] !== 0; at++) {
    if (isCrlf(bytes, at) && isCrlf(bytes, at + 2)) return true;
  }
  return false;
}

/** Reads fields from `at` to the blank line, which must be there. */
export function readFields(bytes: Uint8Array, at: number): Fields | Stop {
  const values = new Map<string, string>();
  for (let start = at; ; ) {
    const colon = indexOfAny(bytes, [COLON, CR, LF], start);
    const name = bytes.subarray(start, colon);
    if (bytes[colon] === CR && name.length === 0) {
      if (bytes[colon + 1] === LF) return { values, end: colon + 2 };
      const text = `CR doesn't follow LF at ${quote(bytes.subarray(colon))}`;
      return stops("A CR where a name should begin is followed by LF.", text);
    }
    if (bytes[colon] !== COLON) {
      const found = bytes[colon] === CR ? "CR" : "LF";
      const text = `Unexpected ${found} in name at ${quote(name)}`;
      return stops("A name ends with a colon, on its own line.", text);
    }

    let from = colon + 1;
    while (bytes[from] === SP) from += 1;
    const cr = indexOfAny(bytes, [CR, LF], from);
    const value = bytes.subarray(from, cr);
    if (bytes[cr] === LF) {
      const text = `Unexpected LF in value at ${quote(value)}`;
      return stops("A value ends with CRLF, not with LF.", text);
    }
    if (bytes[cr + 1] !== LF) {
      const text = `CR doesn't follow LF after value at ${quote(bytes.subarray(cr + 1))}`;
      return stops("A CR behind a value is followed by LF.", text);
    }

    const nameText = toText(name);
    const valueText = toText(value);
    if (nameText === null) {
      const text = "invalid UTF-8 sequence in header name";
      return stops("A name is UTF-8, and not empty.", text);
    }
    if (valueText === null) {
      const text = "invalid UTF-8 sequence in header value";
      return stops("A value is UTF-8, and not empty.", text);
    }
    const key = foldCase(nameText);
    if (!values.has(key)) values.set(key, valueText);
    start = cr + 2;
  }
}

/** Unicode's simple folding, as far as it can make ASCII: the long s and the Kelvin sign pass for s and k. */
export function foldCase(text: string): string {
  return text.replaceAll("\u017f", "s").toLowerCase();
}

export function stops(rule: string, console: string | null): Stop {
  return { console, rule, waits: false };
}

export function waits(rule: string): Stop {
  return { console: null, rule, waits: true };
}

/** No bytes give a null string in this WebKit, the same as bytes that are no UTF-8. */
function toText(bytes: Uint8Array): string | null {
  const { text, invalidAt } = decodeUtf8(bytes);
  return bytes.length > 0 && invalidAt === null ? text : null;
}

function quote(bytes: Uint8Array): string {
  const start = fromLatin1(bytes.subarray(0, LONGEST_QUOTE));
  return bytes.length > LONGEST_QUOTE ? `${start}\u2026` : start;
}

function isCrlf(bytes: Uint8Array, at: number): boolean {
  return bytes[at] === CR && bytes[at + 1] === LF;
}

/** The offset of the first of `wanted`, or the end. */
function indexOfAny(bytes: Uint8Array, wanted: readonly number[], from: number): number {
  let at = from;
  while (at < bytes.length && !wanted.includes(bytes[at] as number)) at += 1;
  return at;
}
