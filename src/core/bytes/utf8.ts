/**
 * UTF-8 by the table of well-formed sequences (RFC 3629 §4). Each maximal part of an ill-formed sequence becomes one U+FFFD, as
 * browsers decode it, and the offset of the first one is kept: a decoder that only says "invalid" explains nothing.
 */
export interface Utf8Text {
  readonly text: string;
  /** Offset of the first byte that starts no well-formed sequence, or null. */
  readonly invalidAt: number | null;
}

/** Both are in every browser, worker and Node; named here because TypeScript has them from the DOM library only. */
declare const TextDecoder: new (
  label: "utf-8",
  options: { readonly ignoreBOM: boolean },
) => { decode(bytes: Uint8Array): string };
declare const TextEncoder: new () => { encode(text: string): Uint8Array };

/** A byte order mark is a character like any other. */
const decoder = new TextDecoder("utf-8", { ignoreBOM: true });
const encoder = new TextEncoder();

/** Decodes all bytes; never throws. */
export function decodeUtf8(bytes: Uint8Array): Utf8Text {
  const text = decoder.decode(bytes);
  // U+FFFD may also have been sent as such.
  return { text, invalidAt: text.includes("\ufffd") ? invalidUtf8At(bytes) : null };
}

/** Offset of the first byte that starts no well-formed sequence before `end`, or null. */
export function invalidUtf8At(bytes: Uint8Array, end = bytes.length): number | null {
  let at = 0;
  while (true) {
    at = skipAscii(bytes, at, end);
    if (at === end) return null;
    const size = sequenceAt(bytes, at);
    if (size === 0 || at + size > end) return at;
    at += size;
  }
}

/** Four bytes at a time, as most text is ASCII. */
function skipAscii(bytes: Uint8Array, start: number, end: number): number {
  let at = start;
  for (; at + 3 < end; at += 4) {
    const four = bytes[at]! | bytes[at + 1]! | bytes[at + 2]! | bytes[at + 3]!;
    if (four >= 0x80) break;
  }
  while (at < end && bytes[at]! < 0x80) at += 1;
  return at;
}

/** Lone surrogates become U+FFFD. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** Length of the well-formed sequence that begins there, or 0. */
function sequenceAt(bytes: Uint8Array, at: number): number {
  const first = bytes[at] as number;
  const size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  for (let i = 1; i < size; i++) {
    const byte = bytes[at + i];
    if (byte === undefined || byte < lowest(first, i) || byte > highest(first, i)) return 0;
  }
  return size;
}

/** The second byte is narrower than 80–BF where the first would allow overlong forms, surrogates or values above U+10FFFF. */
function lowest(first: number, index: number): number {
  if (index > 1) return 0x80;
  return first === 0xe0 ? 0xa0 : first === 0xf0 ? 0x90 : 0x80;
}

function highest(first: number, index: number): number {
  if (index > 1) return 0xbf;
  return first === 0xed ? 0x9f : first === 0xf4 ? 0x8f : 0xbf;
}
