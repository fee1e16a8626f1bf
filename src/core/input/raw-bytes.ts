/** The bytes of a message as they are: a file written by nc, or bytes from a program. */
import { fromLatin1 } from "../bytes/ascii.ts";
import type { Format } from "./format.ts";
import { isStartAt } from "./split-bytes.ts";
import { readWire } from "./wire.ts";

export const rawBytes: Format = {
  id: "bytes",
  name: "raw bytes",
  // A start line with its line end written out, `\\r\\n`, is text about bytes.
  detect: ({ bytes }) =>
    bytes !== null &&
    isStartAt(bytes, 0) &&
    !/HTTP\/[^\r\n]*\\[rnx0]/i.test(fromLatin1(bytes.subarray(0, 4096))),
  read: ({ bytes }, choice) => (bytes ? readWire([{ bytes }], rawBytes.name, choice) : []),
};
