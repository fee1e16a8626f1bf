/**
 * The formats, in the order in which they are tried: the first one that reads something wins. What carries the very bytes stands
 * before what lost some, and what is unmistakable before what is a guess.
 */
import { pcap, pcapng } from "./capture-file.ts";
import {
  hexDump,
  hexdumpC,
  hexdumpWords,
  od,
  tcpdumpHex,
  wiresharkHex,
  xxd,
} from "./dump-formats.ts";
import type { Format } from "./format.ts";
import { odC } from "./od-c.ts";
import { rawBytes } from "./raw-bytes.ts";
import { rawText } from "./raw-text.ts";

export const FORMATS: readonly Format[] = [
  // Files that say what they are in their first bytes.
  pcap,
  pcapng,
  // Bytes that begin with a start line: nothing needs to be guessed.
  rawBytes,
  // Dumps, which carry every byte. "0x" before an offset is tcpdump's alone, and a colon behind eight digits is xxd's; characters
  // in columns come before the words and digits that they could be taken for.
  tcpdumpHex,
  xxd,
  hexdumpC,
  odC,
  hexdumpWords,
  od,
  wiresharkHex,
  hexDump,
  // Any line that is a start line.
  rawText,
];
