/**
 * UTF-8 by the table of well-formed sequences (RFC 3629 §4). Each maximal part of an ill-formed sequence becomes one U+FFFD, as
 * browsers decode it, and the offset of the first one is kept: a decoder that only says "invalid" explains nothing.
 */
export interface Utf8Text {
  readonly text: string;
  /** Offset of the first byte that starts no well-formed sequence, or null. */
  readonly invalidAt: number | null;
}

/** Decodes all bytes; never throws. */
export function decodeUtf8(bytes: Uint8Array): Utf8Text {
  let text = "";
  let invalidAt: number | null = null;
  let at = 0;
  while (at < bytes.length) {
    const first = bytes[at] as number;
    if (first < 0x80) {
      text += String.fromCharCode(first);
      at += 1;
      continue;
    }
    const [size, codePoint] = sequence(bytes, at);
    if (codePoint < 0) {
      invalidAt ??= at;
      text += "\ufffd";
    } else {
      text += String.fromCodePoint(codePoint);
    }
    at += size;
  }
  return { text, invalidAt };
}

/** Offset of the first byte that starts no well-formed sequence, or null. */
export function invalidUtf8At(bytes: Uint8Array): number | null {
  let at = 0;
  while (at < bytes.length) {
    if ((bytes[at] as number) < 0x80) {
      at += 1;
      continue;
    }
    const [size, codePoint] = sequence(bytes, at);
    if (codePoint < 0) return at;
    at += size;
  }
  return null;
}

/** Lone surrogates become U+FFFD, as in the Encoding standard. */
export function encodeUtf8(text: string): Uint8Array {
  const bytes: number[] = [];
  for (const character of text) {
    let code = character.codePointAt(0) as number;
    if (code >= 0xd800 && code <= 0xdfff) code = 0xfffd;
    if (code < 0x80) bytes.push(code);
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), tail(code));
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), tail(code >> 6), tail(code));
    else bytes.push(0xf0 | (code >> 18), tail(code >> 12), tail(code >> 6), tail(code));
  }
  return Uint8Array.from(bytes);
}

function tail(code: number): number {
  return 0x80 | (code & 0x3f);
}

/** [bytes taken, code point], or [length of the ill-formed part, -1]. */
function sequence(bytes: Uint8Array, at: number): readonly [size: number, codePoint: number] {
  const first = bytes[at] as number;
  const size = first < 0xc2 ? 0 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : first < 0xf5 ? 4 : 0;
  if (size === 0) return [1, -1];
  let codePoint = first & (0xff >> (size + 1));
  for (let i = 1; i < size; i++) {
    const byte = bytes[at + i];
    if (byte === undefined || byte < lowest(first, i) || byte > highest(first, i)) return [i, -1];
    codePoint = (codePoint << 6) | (byte & 0x3f);
  }
  return [size, codePoint];
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
