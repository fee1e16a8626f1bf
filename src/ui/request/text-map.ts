/** For each character of a text, and for its end, the offset of the byte it became. */
export type TextMap = readonly number[];

/**
 * Follows ASCII text into the bytes it was read as, where line ends may have become CRLF. Null when they are not the same text:
 * hex, a capture, characters that are not ASCII.
 */
export function textMap(text: string, bytes: Uint8Array): TextMap | null {
  const map: number[] = [];
  let at = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x0a && bytes[at] === 0x0d && bytes[at + 1] === 0x0a) {
      map.push(at);
      at += 2;
    } else if (bytes[at] === code && code < 0x80) {
      map.push(at);
      at += 1;
    } else if (/^\s*$/.test(text.slice(i))) {
      map.push(at);
    } else {
      return null;
    }
  }
  map.push(at);
  return map;
}
