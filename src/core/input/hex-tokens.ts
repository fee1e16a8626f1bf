/** Bytes written as hex digits, however they are kept apart: `47 45`, `4745`, `47:45`, `47-45`, `0x47, 0x45`, `\x47\x45`, `%47`. */
import { joinBytes } from "./join-bytes.ts";
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
const COMMENT = /\/\*[^*]{0,80}\*\/|\/\/.*$/g;

interface Run {
  readonly start: number;
  readonly tokens: Uint8Array[];
  length: number;
  isOdd: boolean;
}

/** The longest run of hex in a line, or null when it has none worth the name. */
export function readHexLine({ text, at }: Line): HexLine | null {
  const line = text.includes("/")
    ? text.replace(COMMENT, (comment) => " ".repeat(comment.length))
    : text;
  let best: Run | null = null;
  let run: Run | null = null;
  let isAll = true;
  let index = 0;
  while (index < line.length) {
    if (SEPARATORS.includes(line[index] as string)) {
      index += 1;
      continue;
    }
    const start = index;
    while (index < line.length && !SEPARATORS.includes(line[index] as string)) index += 1;
    const token = readToken(line, start, index);
    if (token === null) {
      isAll = false;
      run = null;
      continue;
    }
    run ??= { start, tokens: [], length: 0, isOdd: false };
    run.tokens.push(token);
    run.length += token.length;
    run.isOdd = (index - start) % 2 === 1;
    if (!best || run.length >= best.length) best = run;
  }
  if (!best || best.length === 0 || (best.length < FEWEST && !isAll)) return null;
  const { tokens, isOdd, start } = best;
  return { bytes: joinBytes(tokens), isOdd, isAll, at: at + start, before: text.slice(0, start) };
}

/** Single digits are no bytes, and neither are three: an odd number is taken for a cut string only when it is long. */
const LONG = 16;

function readToken(line: string, start: number, end: number): Uint8Array | null {
  const bytes = new Uint8Array((end - start) >> 1);
  let length = 0;
  let at = start;
  while (at < end) {
    const character = line[at] as string;
    if (character === "-" || character === "%" || character === "#") at += 1;
    else if ((character === "0" || character === "\\") && line[at + 1] === "x") at += 2;
    const high = digit(line.charCodeAt(at));
    const low = at + 1 < end ? digit(line.charCodeAt(at + 1)) : -1;
    if (at + 1 === end && high >= 0 && end - start > LONG) break;
    if (high < 0 || low < 0) return null;
    bytes[length] = high * 16 + low;
    length += 1;
    at += 2;
  }
  return bytes.subarray(0, length);
}

function digit(code: number): number {
  if (code >= 0x30 && code <= 0x39) return code - 0x30;
  const letter = code | 0x20;
  return letter >= 0x61 && letter <= 0x66 ? letter - 0x61 + 10 : -1;
}
