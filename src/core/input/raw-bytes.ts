/** The bytes of a message as they are: a file written by nc, or bytes from a program. */
import { fromLatin1 } from "../bytes/ascii.ts";
import { invalidUtf8At } from "../bytes/utf8.ts";
import type { Format } from "./format.ts";
import { isStartAt } from "./wire/split-bytes.ts";
import { readWire } from "./wire/wire.ts";

export const rawBytes: Format = {
  id: "bytes",
  name: "raw bytes",
  detect: ({ bytes }) => bytes !== null && isStartAt(bytes, 0) && !isAboutBytes(bytes),
  read: ({ bytes }, choice) => (bytes ? readWire([{ bytes }], rawBytes.name, choice) : []),
};

/** A line end that is written out, `\\r\\n`, or U+FFFD in what is UTF-8 throughout: somebody's text, not the wire's bytes. */
function isAboutBytes(bytes: Uint8Array): boolean {
  if (/HTTP\/[^\r\n]*\\[rnx0]/i.test(fromLatin1(bytes.subarray(0, 4096)))) return true;
  return hasReplacement(bytes) && invalidUtf8At(bytes) === null;
}

function hasReplacement(bytes: Uint8Array): boolean {
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) return true;
  }
  return false;
}
