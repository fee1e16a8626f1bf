/**
 * The few bytes behind a head, written down: `5e 6e 3a …`, `5e6e3a…`, `\\x5e\\x6e…`, `{0x5e, 0x6e, …}`, `<Buffer 5e 6e 3a …>`, decimal
 * numbers, a string of a program, `cat -v`'s carets, perhaps behind a word. Their number is known, and tells which of these it is.
 */
import { latin1 } from "../../bytes/ascii.ts";
import { fromHex } from "../../bytes/hex.ts";
import { unescapeText } from "../strings/escapes.ts";
import { isAscii } from "./charset.ts";

export interface WrittenBytes {
  readonly bytes: Uint8Array;
  /** How many characters of the text they take. */
  readonly length: number;
}

const LABEL = /^\s*(?:(?:key3|body|head|digest|bytes)\s*[:=]\s*)?/i;
const LONGEST = 160;
const DIGEST = 16;

/** Null where they are not `count` bytes, or nobody wrote them down. */
export function writtenBytes(text: string, count: number): WrittenBytes | null {
  const short = text.slice(0, LONGEST);
  const [label = ""] = LABEL.exec(short) ?? [];
  const [line = ""] = /^[^\r\n]*/.exec(short.slice(label.length)) ?? [];
  const bytes = [fromDigits, fromNumbers, fromString]
    .map((read) => read(line.trim(), count))
    .find((read) => read?.length === count);
  if (bytes) return { bytes, length: label.length + line.length };
  if (label.trim() !== "" && line.length === count && isAscii(line))
    return { bytes: latin1(line), length: label.length + count };
  const carets = fromCarets(short.trimEnd());
  return carets?.length === count ? { bytes: carets, length: text.length } : null;
}

const DIGITS = /^(?:<Buffer |\{|\[)?\s?((?:(?:\\x|0x)?[0-9a-f]{2}[ :,-]{0,2}){8,16})[>}\]]?$/i;

/** A digest as 32 digits without anything between them is what a server sent by mistake. */
function fromDigits(line: string, count: number): Uint8Array | null {
  const written = DIGITS.exec(line)?.[1] ?? "";
  const digits = written.replace(/\\x|0x|[ :,-]/gi, "");
  return digits === "" || (count === DIGEST && digits === written) ? null : fromHex(digits);
}

const NUMBERS = /^[[{(]?((?:\d{1,3}(?:, ?| )){7,15}\d{1,3})[\]})]?$/;

function fromNumbers(line: string): Uint8Array | null {
  const numbers = (NUMBERS.exec(line)?.[1] ?? "256").split(/, ?| /).map(Number);
  return numbers.every((number) => number < 256) ? Uint8Array.from(numbers) : null;
}

/** In quotes; or without them, if something is escaped. */
function fromString(line: string): Uint8Array | null {
  const [opening = "", quote = null] = /^b?(["'])/.exec(line) ?? [];
  const { codes, characters, end } = unescapeText(line, opening.length, quote, false);
  const isPlain = quote === null && codes.length === line.length;
  return isPlain || end < line.length || characters.length > 0 ? null : Uint8Array.from(codes);
}

const CARET = /M-\^[@-_?]|M-[ -~]|\^[@-_?]|[\s\S]/g;

/** `^@` for 00, `^?` for 7F, `M-` for the highest bit; with `cat -A` a "$" before each line end. */
function fromCarets(text: string): Uint8Array | null {
  if (!/\^[@-_?]|M-/.test(text) || /[^ -~\r\n]/.test(text)) return null;
  const plain = text.endsWith("$") ? text.replace(/\$$/gm, "") : text;
  return Uint8Array.from(plain.match(CARET) ?? [], (character) => {
    const high = character.startsWith("M-") && character.length > 2 ? 0x80 : 0;
    const low = high ? character.slice(2) : character;
    const code = low.length === 2 ? low.charCodeAt(1) ^ 0x40 : low.charCodeAt(0);
    return high | code;
  });
}
