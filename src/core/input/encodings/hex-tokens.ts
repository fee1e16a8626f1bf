/**
 * Bytes written as hex digits, however they are kept apart: `47 45`, `4745`, `47:45`, `47-45`, `0x47, 0x45`, `0x47, 0xd`,
 * `(byte) 0x83`, `\x47\x45`, `%47`, `$47`, `&H47`, `47h`. All bytes of a run are written alike; what is written otherwise is a length
 * or an address.
 */
import { readUnits } from "../dumps/dump-rows.ts";
import { countBytes } from "../dumps/dump-text.ts";
import type { Line } from "../text/lines.ts";
import { matchLength } from "../text/log-prefix.ts";
import { isStartAt } from "../wire/split-bytes.ts";

export interface HexLine {
  readonly bytes: Uint8Array;
  /** Whether there is nothing else on the line but punctuation and comments. */
  readonly isAll: boolean;
  /** A digit that was left over at its end, or nothing. */
  readonly odd: string;
  /** How many bytes are written together, or 0 when they are not all alike. */
  readonly unit: number;
  /** Place of the first digit in the pasted text. */
  readonly at: number;
  /** What stands before it on the line. */
  readonly before: string;
}

/** Shorter runs of hex digits among words are words and numbers. */
const FEWEST = 4;
const SEPARATORS = " \t\r,;:_{}()[]\"'`<>|";
const IS_SEPARATOR = Uint8Array.from({ length: 128 }, (_, code) =>
  SEPARATORS.includes(String.fromCharCode(code)) ? 1 : 0,
);
/** Comments, the numbers of lines, R's of their first bytes, and what Java and Kotlin need to make a byte of a number above 7F. */
const IGNORED =
  /^\s*(?:\d{1,5} \||\[\d{1,5}\](?!\s*\[)) |\/\*[^*]{0,80}\*\/|(?<!^\s*)\/\/.*$|\((?:s?byte|u?int8_t)\)|\.toU?Byte\(\)/gi;

interface Run {
  /** Indexes in the line. */
  readonly start: number;
  end: number;
  /** Offsets in the bytes of the line. */
  readonly from: number;
  to: number;
  odd: string;
  readonly style: number;
  /** What stands between its tokens. */
  gap: string | null;
  /** How many bytes its first token has; and all of them but for the last, or 0 when they differ. */
  readonly size: number;
  unit: number;
  last: number;
}

/**
 * The longest run of hex in a line, or the one behind the same words as `like`, or all that begin messages; none when there is none
 * worth the name.
 */
export function readHexLine({ text, at }: Line, like: HexLine | null): readonly HexLine[] {
  const plain = readPlain(text);
  if (plain) return [{ bytes: plain, isAll: true, odd: "", unit: plain.length, at, before: "" }];
  const line = /\/|byte\)|int8_t\)|byte\(|\d(?: \||\]) /i.test(text)
    ? text.replace(IGNORED, (ignored) => " ".repeat(ignored.length))
    : text;
  const bytes = new Uint8Array((line.length + 1) >> 1);
  const { runs, isAll } = findRuns(line, bytes);
  const from = like && like.before.trim() !== "" ? matchLength(text, like.before) : null;
  const lineOf = (run: Run): HexLine => ({
    bytes: bytes.slice(run.from, run.from + withoutText(text, run, run.to - run.from)),
    odd: run.odd,
    isAll,
    unit: run.last <= run.unit ? run.unit : 0,
    at: at + run.start,
    before: text.slice(0, run.start),
  });
  const begins = (run: Run) => isStartAt(bytes.subarray(run.from, run.to), 0);
  const messages = runs.length > 1 ? runs.filter(begins) : [];
  if (messages.length > 1) return messages.map(lineOf);
  const same = from === null ? undefined : runs.find(({ start }) => start === from);
  const run = same ?? longest(runs);
  const size = run ? run.to - run.from : 0;
  if (!run || size === 0 || (size < FEWEST && !isAll && !same)) return [];
  return [lineOf(run)];
}

/** The digits of whole bytes and nothing else, as most lines of long dumps are; or null. */
function readPlain(text: string): Uint8Array | null {
  if (text === "" || text.length % 2 !== 0) return null;
  const bytes = new Uint8Array(text.length / 2);
  for (let at = 0; at < text.length; at += 2) {
    const high = digit(text.charCodeAt(at));
    const low = digit(text.charCodeAt(at + 1));
    if (high < 0 || low < 0) return null;
    bytes[at / 2] = high * 16 + low;
  }
  return bytes;
}

/** Puts the bytes of all runs behind one another into `bytes`. */
function findRuns(
  line: string,
  bytes: Uint8Array,
): { readonly runs: readonly Run[]; readonly isAll: boolean } {
  const runs: Run[] = [];
  let run: Run | null = null;
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
    if (isJoint(line, start, index)) continue;
    const isSingle = run !== null && index - start === 1;
    const mayBeSingle = isSingle && run?.gap === line.slice(run?.end, start);
    const digits = readToken(line, start, index, bytes, length, mayBeSingle);
    const style = styleOf(line, start);
    const size = digits >> 1;
    const odd = digits % 2 === 1 ? (line[index - 1] as string) : "";
    const goesOn: boolean = run !== null && digits > 0 && isAlike(run, style);
    if (digits < 0 || (run && !goesOn)) isAll = false;
    if (run && goesOn) {
      run.gap ??= line.slice(run.end, start);
      if (run.last !== run.unit) run.unit = 0;
      run.end = index;
      run.to = length + size;
      run.odd = odd;
      run.last = size;
    } else {
      const token = { start, end: index, from: length, to: length + size, odd };
      run = digits > 0 ? { ...token, style, gap: null, size, unit: size, last: size } : null;
      if (run) runs.push(run);
    }
    length += Math.max(0, size);
  }
  return { runs, isAll };
}

function longest(runs: readonly Run[]): Run | undefined {
  let best = runs[0];
  for (const run of runs)
    if (best && run.to - run.from >= best.to - best.from && run !== best) best = run;
  return best;
}

/** iOS puts "0x" before the first of several words only. */
function isAlike(run: Run, style: number): boolean {
  return style === run.style || (run.style === X && run.unit > 1 && style === 0);
}

/** What joins the strings of a program, or goes on with a line. */
function isJoint(line: string, start: number, end: number): boolean {
  return end - start === 1 && "\\+.&".includes(line[start] as string);
}

const LONGEST_ROW = 64;

/** How many of the bytes of a run are no text column that looks like hex. */
function withoutText(text: string, { start, style, size: unit }: Run, size: number): number {
  if (style !== 0 || size > LONGEST_ROW) return size;
  const body = text.slice(start);
  if (!/[ \t|]{2}/.test(body)) return size;
  const units = readUnits(body, { digits: 2 * unit, radix: 16, size: unit }, false);
  return Math.min(size, countBytes(body, units, null));
}

function isSeparator(line: string, index: number): boolean {
  const code = line.charCodeAt(index);
  return code < 128 && IS_SEPARATOR[code] === 1;
}

/** An odd number of digits is a string that was cut or wrapped only when it is long. */
const LONG = 16;

/**
 * Puts the bytes of a token behind `length`, and returns how many digits there are; -1 when it is something else. A digit alone is a
 * byte behind "0x", and where `mayBeSingle` says that a token like the others is expected.
 */
function readToken(
  line: string,
  start: number,
  behind: number,
  bytes: Uint8Array,
  length: number,
  mayBeSingle: boolean,
): number {
  const end = behindUnit(line, start, behind);
  const first = behindMark(line, start);
  const isSingle =
    first + 1 === end && (first === start ? mayBeSingle : line.charCodeAt(start) === ZERO);
  if (isSingle) {
    const value = digit(line.charCodeAt(first));
    if (value < 0) return -1;
    bytes[length] = value;
    return 2;
  }
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

/** Behind what may stand before a byte: `-`, `%`, `#`, `$`, `&H`, `0x`, and `\x` with as many backslashes as a log makes of one. */
function behindMark(line: string, at: number): number {
  const code = line.charCodeAt(at);
  if (digit(code) > 0) return at;
  if (code === HYPHEN || code === PERCENT || code === HASH || code === DOLLAR) return at + 1;
  if (code === ZERO) return isX(line, at + 1) ? at + 2 : at;
  if (code === AMPERSAND) return (line.charCodeAt(at + 1) | 0x20) === H ? at + 2 : at;
  let x = at;
  while (line.charCodeAt(x) === BACKSLASH) x += 1;
  return x > at && isX(line, x) ? x + 1 : at;
}

/** Which of the marks it is; digits have none, and what joins digits counts as one of them. */
function styleOf(line: string, at: number): number {
  const marked = behindMark(line, at);
  const code = line.charCodeAt(at);
  if (marked === at || code === HYPHEN) return 0;
  return code === ZERO ? X : code;
}

/** Before the letter that some languages end a byte with: `47h`, `0x47u`. */
function behindUnit(line: string, start: number, end: number): number {
  const letter = line.charCodeAt(end - 1) | 0x20;
  return end - start > 2 && (letter === H || letter === U) ? end - 1 : end;
}

function isX(line: string, at: number): boolean {
  return (line.charCodeAt(at) | 0x20) === X;
}

const HYPHEN = 0x2d;
const PERCENT = 0x25;
const HASH = 0x23;
const DOLLAR = 0x24;
const AMPERSAND = 0x26;
const ZERO = 0x30;
const H = 0x68;
const U = 0x75;
const X = 0x78;
const BACKSLASH = 0x5c;

function digit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}
