/**
 * The character sets that key3 and header values go through on their way into a clipboard, and back. A "binary string" here has one
 * character a byte, U+0000 to U+00FF.
 */
import { fromLatin1 } from "../../bytes/ascii.ts";
import { encodeUtf8 } from "../../bytes/utf8.ts";

import type { Charset } from "./charset-names.ts";

/** WHATWG Encoding, index-windows-1252: 80 to 9F. Five of them are unassigned and stay controls. */
const WINDOWS_1252 =
  "\u20ac\x81\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\x8d\u017d\x8f" +
  "\x90\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\x9d\u017e\u0178";

/** WHATWG Encoding, index-windows-1251: 80 to BF; behind them stand U+0410 to U+044F in order. */
const WINDOWS_1251 =
  "\u0402\u0403\u201a\u0453\u201e\u2026\u2020\u2021\u20ac\u2030\u0409\u2039\u040a\u040c\u040b\u040f" +
  "\u0452\u2018\u2019\u201c\u201d\u2022\u2013\u2014\x98\u2122\u0459\u203a\u045a\u045c\u045b\u045f" +
  "\xa0\u040e\u045e\u0408\xa4\u0490\xa6\xa7\u0401\xa9\u0404\xab\xac\xad\xae\u0407" +
  "\xb0\xb1\u0406\u0456\u0491\xb5\xb6\xb7\u0451\u2116\u0454\xbb\u0458\u0405\u0455\u0457";

/** The byte of one character (UTF-16 code unit) in a set with one byte a character, or -1. */
function byteOf(code: number, charset: Exclude<Charset, "utf-8">): number {
  if (code < 0x80) return code;
  if (charset === "latin1") return code < 0x100 ? code : -1;
  if (charset === "windows-1252") {
    if (code >= 0xa0 && code < 0x100) return code;
    const index = WINDOWS_1252.indexOf(String.fromCharCode(code));
    return index < 0 ? -1 : 0x80 + index;
  }
  if (code >= 0x0410 && code <= 0x044f) return code - 0x0410 + 0xc0;
  const index = WINDOWS_1251.indexOf(String.fromCharCode(code));
  return index < 0 ? -1 : 0x80 + index;
}

/** The text as a binary string, or null when a character is not in the set. Every text is in UTF-8. */
export function encode(text: string, charset: Charset): string | null {
  if (isAscii(text)) return text;
  if (charset === "utf-8") return fromLatin1(encodeUtf8(text));
  let binary = "";
  for (let i = 0; i < text.length; i++) {
    const byte = byteOf(text.charCodeAt(i), charset);
    if (byte < 0) return null;
    binary += String.fromCharCode(byte);
  }
  return binary;
}

export function isAscii(text: string): boolean {
  return firstNonAscii(text) < 0;
}

/** Index of the first character above U+007F, or -1. */
export function firstNonAscii(text: string): number {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 0x7f) return i;
  return -1;
}
