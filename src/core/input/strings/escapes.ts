/**
 * Backslash escapes, as Python, JavaScript, JSON, C, Ruby, PHP, Go, Rust and printf write them. Where they agree there is nothing to
 * guess, and where they do not (`\e`, octal digits, `\u{…}`) no two of them mean something different by the same characters. Lua's
 * digits are decimal, which its first line end gives away.
 */

export interface Unescaped {
  /** One a character or escape: below U+0100 a byte or a character, as the language means it. */
  readonly codes: readonly number[];
  /** Where each of them stands in the text. */
  readonly at: readonly number[];
  /** Index behind the closing quote, or behind the text. */
  readonly end: number;
  /** Whether the closing quote was found. */
  readonly closed: boolean;
  /** Indexes in `codes` of characters from U+0080 on that stand there as themselves or as \u. */
  readonly characters: readonly number[];
  /** The highest \x or octal escape; A0 and AD aside, which Python writes so in text, too. */
  readonly highestByte: number;
}

const SIMPLE: Record<string, number> = {
  a: 7,
  b: 8,
  t: 9,
  n: 10,
  v: 11,
  f: 12,
  r: 13,
  e: 27,
  "\\": 92,
  "'": 39,
  '"': 34,
  "`": 96,
  "/": 47,
  "#": 35,
  $: 36,
  "?": 63,
};

/**
 * Reads from `start` to the closing quote, to a line end, or to the end. `quote` null: nothing was quoted, only a line end or the end
 * stops it. Multi-line strings go over line ends.
 */
export function unescapeText(
  text: string,
  start: number,
  quote: string | null,
  multiLine: boolean,
): Unescaped {
  const codes: number[] = [];
  const at: number[] = [];
  const characters: number[] = [];
  let highestByte = 0;
  let isLua = false;
  let index = start;
  const push = (code: number, size: number, isCharacter: boolean) => {
    if (isCharacter && code > 0x7f) characters.push(codes.length);
    codes.push(code);
    at.push(index);
    index += size;
  };
  while (index < text.length) {
    const character = text[index] as string;
    if (character === quote)
      return { codes, at, end: index + 1, closed: true, characters, highestByte };
    if (character !== "\\") {
      if (!multiLine && (character === "\n" || character === "\r")) break;
      const code = text.codePointAt(index) as number;
      push(code, code > 0xffff ? 2 : 1, true);
      continue;
    }
    isLua ||= match(LUA_LINE_END, text, index) !== null;
    const escaped = isLua ? readLuaEscape(text, index + 1) : readEscape(text, index + 1);
    if (escaped === null) {
      push(92, 1, false);
    } else if (escaped.code === null) {
      index += 1 + escaped.size;
    } else {
      const isTelling = escaped.isByte && escaped.code !== 0xa0 && escaped.code !== 0xad;
      if (isTelling) highestByte = Math.max(highestByte, escaped.code);
      push(escaped.code, 1 + escaped.size, !escaped.isByte);
    }
  }
  return { codes, at, end: index, closed: false, characters, highestByte };
}

interface Escape {
  /** Null: it stands for nothing, as at the end of a continued line. */
  readonly code: number | null;
  readonly size: number;
  readonly isByte: boolean;
}

const HEX_BYTE = /x(?:\{([0-9a-f]{1,2})\}|([0-9a-f]{1,2}))/iy;
const OCTAL = /[0-7]{1,3}/y;
const CHARACTER = /(?:u\{([0-9a-f]{1,6})\}|u([0-9a-f]{4})|U([0-9a-f]{8}))/iy;

/** The escape whose backslash stands before `at`, or null when it is none. */
function readEscape(text: string, at: number): Escape | null {
  const next = text[at];
  if (next === undefined) return null;
  if (next === "\n") return { code: null, size: 1, isByte: false };
  if (next === "\r" && text[at + 1] === "\n") return { code: null, size: 2, isByte: false };
  const byte = match(HEX_BYTE, text, at);
  if (byte) {
    const code = Number.parseInt((byte[1] ?? byte[2]) as string, 16);
    return { code, size: byte[0].length, isByte: true };
  }
  const octal = match(OCTAL, text, at);
  if (octal)
    return { code: Number.parseInt(octal[0], 8) & 0xff, size: octal[0].length, isByte: true };
  const unit = match(CHARACTER, text, at);
  if (unit) {
    const code = Number.parseInt((unit[1] ?? unit[2] ?? unit[3]) as string, 16);
    return { code: Math.min(code, 0x10ffff), size: unit[0].length, isByte: false };
  }
  const simple = SIMPLE[next];
  return simple === undefined ? null : { code: simple, size: 1, isByte: false };
}

/** CR and LF: `\13` and a line end behind a backslash, as `%q` writes them, or `\r` and `\n` in digits. */
const LUA_LINE_END = /\\0?13\\(?:0?10|\r?\n)/y;
const DECIMAL = /\d{1,3}/y;

function readLuaEscape(text: string, at: number): Escape | null {
  const lineEnd = text.startsWith("\r\n", at) ? 2 : text[at] === "\n" ? 1 : 0;
  if (lineEnd > 0) return { code: 10, size: lineEnd, isByte: true };
  const decimal = match(DECIMAL, text, at)?.[0];
  if (decimal === undefined) return readEscape(text, at);
  return { code: Number(decimal) & 0xff, size: decimal.length, isByte: true };
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
