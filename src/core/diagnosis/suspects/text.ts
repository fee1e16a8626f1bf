/** What bytes become when a server takes them for text and writes them out again as UTF-8. */
import { concat, fromLatin1 } from "../../bytes/ascii.ts";
import { decodeUtf8, encodeUtf8, invalidUtf8At } from "../../bytes/utf8.ts";

const REPLACEMENT = Uint8Array.of(0xef, 0xbf, 0xbd);

/** Each byte from 80 on becomes the two bytes of the character with that number. */
export function latin1AsUtf8(bytes: Uint8Array): Uint8Array {
  return encodeUtf8(fromLatin1(bytes));
}

/** Each ill-formed sequence becomes EF BF BD, as browsers, Node and Python decode. */
export function replaced(bytes: Uint8Array): Uint8Array {
  return encodeUtf8(decodeUtf8(bytes).text);
}

/** Each byte of an ill-formed sequence becomes EF BF BD, as older decoders do. */
export function eachByteReplaced(bytes: Uint8Array): Uint8Array {
  const at = invalidUtf8At(bytes);
  if (at === null) return bytes;
  return concat(bytes.subarray(0, at), REPLACEMENT, eachByteReplaced(bytes.subarray(at + 1)));
}
