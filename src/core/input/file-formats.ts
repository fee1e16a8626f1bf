/** Formats of files that are no text, in the order in which they are tried, before those of text. */
import { pcap, pcapng } from "./captures/capture-file.ts";
import type { Format } from "./format.ts";
import { rawBytes } from "./raw-bytes.ts";

export const FILE_FORMATS: readonly Format[] = [
  // Files that say what they are in their first bytes.
  pcap,
  pcapng,
  // Bytes that begin with a start line: nothing needs to be guessed.
  rawBytes,
];
