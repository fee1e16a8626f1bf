import type { Span } from "./span.ts";

export const TAB = 0x09;
export const LF = 0x0a;
export const CR = 0x0d;
export const SP = 0x20;
export const COMMA = 0x2c;
export const SLASH = 0x2f;
export const ZERO = 0x30;
export const COLON = 0x3a;
export const CLOSING_BRACKET = 0x5d;

export function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

/** C0 controls and DEL. */
export function isControl(byte: number): boolean {
  return byte < 0x20 || byte === 0x7f;
}

/** U+0021 to U+007E: what the drafts allow in a resource name. */
export function isGraphic(byte: number): boolean {
  return byte > 0x20 && byte < 0x7f;
}

/** Whether the bytes of a span spell `lowerCase` when A–Z count as a–z, as all drafts compare field names. */
export function equalsIgnoringCase(bytes: Uint8Array, span: Span, lowerCase: string): boolean {
  const start = span[0];
  if (span[1] - start !== lowerCase.length) return false;
  // From the end: names that are equally long rather begin alike, such as those of the two keys.
  for (let i = lowerCase.length - 1; i >= 0; i--) {
    if (toLowerCase(bytes[start + i] as number) !== lowerCase.charCodeAt(i)) return false;
  }
  return true;
}

export function toLowerCase(byte: number): number {
  return byte >= 0x41 && byte <= 0x5a ? byte + 0x20 : byte;
}

/** A copy with a–z for A–Z. */
export function lowerCase(bytes: Uint8Array): Uint8Array {
  const lower = new Uint8Array(bytes.length);
  for (let i = 0; i < bytes.length; i++) lower[i] = toLowerCase(bytes[i] as number);
  return lower;
}

/** The bytes of a text whose characters are all below U+0100, one byte a character. */
export function latin1(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) bytes[i] = text.charCodeAt(i);
  return bytes;
}

/** One character a byte, U+0000 to U+00FF: the inverse of `latin1`. */
export function fromLatin1(bytes: Uint8Array): string {
  let text = "";
  let at = 0;
  // Four at a time: each call and each + costs more than a byte does.
  for (; at + 3 < bytes.length; at += 4) {
    text += String.fromCharCode(bytes[at]!, bytes[at + 1]!, bytes[at + 2]!, bytes[at + 3]!);
  }
  for (; at < bytes.length; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}

/** Texts (one byte a character) and bytes, one after the other. */
export function concat(...pieces: readonly (string | Uint8Array)[]): Uint8Array {
  let length = 0;
  for (let i = 0; i < pieces.length; i++) length += pieces[i]!.length;
  const bytes = new Uint8Array(length);
  let at = 0;
  for (let i = 0; i < pieces.length; i++) {
    const piece = pieces[i]!;
    if (typeof piece === "string") putText(bytes, at, piece);
    else bytes.set(piece, at);
    at += piece.length;
  }
  return bytes;
}

function putText(bytes: Uint8Array, start: number, text: string): void {
  for (let i = 0; i < text.length; i++) bytes[start + i] = text.charCodeAt(i);
}
