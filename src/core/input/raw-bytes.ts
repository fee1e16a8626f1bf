/** The bytes of a message as they are: a file written by nc, or bytes from a program. */
import type { Format } from "./format.ts";
import { isRequestAt, isResponseAt } from "./split-bytes.ts";
import { readWire } from "./wire.ts";

export const rawBytes: Format = {
  id: "bytes",
  name: "raw bytes",
  detect: ({ bytes }) => bytes !== null && (isRequestAt(bytes, 0) || isResponseAt(bytes, 0)),
  read: ({ bytes }, choice) => (bytes ? readWire([{ bytes }], rawBytes.name, choice) : []),
};
