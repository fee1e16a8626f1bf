/** Bytes written as hex digits, however they are kept apart: `47 45`, `4745`, `47:45`, `47-45`, `0x47, 0x45`, `\x47\x45`, `%47`. */
import type { Line } from "./lines.ts";

export interface HexLine {
  readonly bytes: Uint8Array;
  /** Whether there is nothing else on the line but punctuation and comments. */
  readonly isAll: boolean;
  /** Whether a digit was left over at its end. */
  readonly isOdd: boolean;
  /** Place of the first digit in the pasted text. */
  readonly at: number;
  /** What stands before it on the line. */
  readonly before: string;
}

/** Shorter runs of hex digits among words are words and numbers. */
const FEWEST = 4;
const SEPARATORS = " \t\r,;:{}()[]\"'`<>|";
const IS_SEPARATOR = Uint8Array.from({ length: 128 }, (_, code) =>
  SEPARATORS.includes(String.fromCharCode(code)) ? 1 : 0,
);
const COMMENT = /\/\*[^*]{0,80}\*\/|\/\/.*$/g;

interface Run {
  /** Index in the line. */
  readonly start: number;
  /** Offsets in the bytes of the line. */
  readonly from: number;
  readonly to: number;
  readonly isOdd: boolean;
}

/** The longest run of hex in a line, or null when it has none worth the name. */
export function readHexLine({ text, at }: Line): HexLine | null {
  const line = text.includes("/")
    ? text.replace(COMMENT, (comment) => " ".repeat(comment.length))
    : text;
  const bytes = new Uint8Array((line.length + 1) >> 1);
  let best: Run | null = null;
  let run = null as Run | null;
  let length = 0;
  let isAll = true;
  let index = 0;
  while (index < line.length) {
    if (isSeparator(line, index)) {
      index += 1;
      continue;
    }
    const start = index;
    while (index < line.length && !isSeparator(line, index)) index += 1;
    const digits = readToken(line, start, index, bytes, length);
    if (digits < 0) {
      isAll = false;
      run = null;
      continue;
    }
    const count = digits >> 1;
    const isOdd = digits % 2 === 1;
    const goesOn: Run | null = run;
    run = { start, from: length, ...goesOn, to: length + count, isOdd };
    length += count;
    if (!best || run.to - run.from >= best.to - best.from) best = run;
  }
  const size = best ? best.to - best.from : 0;
  if (!best || size === 0 || (size < FEWEST && !isAll)) return null;
  const { isOdd, start, from, to } = best;
  return {
    bytes: bytes.slice(from, to),
    isOdd,
    isAll,
    at: at + start,
    before: text.slice(0, start),
  };
}

function isSeparator(line: string, index: number): boolean {
  const code = line.charCodeAt(index);
  return code < 128 && IS_SEPARATOR[code] === 1;
}

/** An odd number of digits is a string that was cut only when it is long; single digits are no bytes, and neither are three. */
const LONG = 16;

/** Puts the bytes of a token behind `length`, and returns how many digits there are; -1 when it is something else. */
function readToken(
  line: string,
  start: number,
  end: number,
  bytes: Uint8Array,
  length: number,
): number {
  let digits = 0;
  let at = start;
  while (at < end) {
    at = behindMark(line, at);
    const high = at < end ? digit(line.charCodeAt(at)) : -1;
    if (at + 1 === end && high >= 0 && end - start > LONG) return digits + 1;
    const low = at + 1 < end ? digit(line.charCodeAt(at + 1)) : -1;
    if (high < 0 || low < 0) return -1;
    bytes[length + (digits >> 1)] = high * 16 + low;
    digits += 2;
    at += 2;
  }
  return digits;
}

/** Behind what may stand before a byte: `-`, `%`, `#`, `0x`, and `\x` with as many backslashes as a log makes of one. */
function behindMark(line: string, at: number): number {
  const code = line.charCodeAt(at);
  if (code === HYPHEN || code === PERCENT || code === HASH) return at + 1;
  if (code === ZERO) return line.charCodeAt(at + 1) === X ? at + 2 : at;
  let x = at;
  while (line.charCodeAt(x) === BACKSLASH) x += 1;
  return x > at && line.charCodeAt(x) === X ? x + 1 : at;
}

const HYPHEN = 0x2d;
const PERCENT = 0x25;
const HASH = 0x23;
const ZERO = 0x30;
const X = 0x78;
const BACKSLASH = 0x5c;

function digit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}
