import { GUID } from "../../../core/rfc6455/handshake.ts";

/** How many bytes of what is hashed are the key. */
export function keyLengthOf(messageLength: number): number {
  return messageLength - GUID.length;
}

/** What one of the first sixteen words of a block is made of, and the class of its source; null for padding. */
export function partOfWord(
  messageLength: number,
  block: number,
  index: number,
): { readonly words: string; readonly source: string | null } {
  const start = 64 * block + 4 * index;
  const keyLength = keyLengthOf(messageLength);
  if (start + 4 <= keyLength) {
    return { words: `characters ${start + 1} to ${start + 4} of the key`, source: "key" };
  }
  if (start < keyLength) return { words: "the key's end and the GUID's beginning", source: "key" };
  if (start < messageLength) return { words: "of the GUID", source: "constant" };
  if (start === messageLength) return { words: "the byte 80 behind the message", source: null };
  const isLength = start === Math.ceil((messageLength + 9) / 64) * 64 - 4;
  return { words: isLength ? `the length, ${messageLength * 8} bits` : "zeros", source: null };
}
