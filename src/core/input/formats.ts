/**
 * The formats, in the order in which they are tried: the first one that reads something wins. What carries the very bytes stands
 * before what lost some, and what is unmistakable before what is a guess.
 */
import { base64 } from "./base64.ts";
import { cArrays } from "./c-arrays.ts";
import { pcap, pcapng } from "./capture-file.ts";
import { curlTrace } from "./curl-trace.ts";
import { curlVerbose } from "./curl-verbose.ts";
import {
  hexDump,
  hexdumpC,
  hexdumpWords,
  od,
  tcpdumpHex,
  wiresharkHex,
  xxd,
} from "./dump-formats.ts";
import { followAscii } from "./follow-ascii.ts";
import type { Format } from "./format.ts";
import { plainHex } from "./hex.ts";
import { ngrep } from "./ngrep.ts";
import { nodeBuffer } from "./node-buffer.ts";
import { numbers } from "./numbers.ts";
import { odC } from "./od-c.ts";
import { rawBytes } from "./raw-bytes.ts";
import { rawText } from "./raw-text.ts";
import { strings } from "./strings.ts";
import { tcpdumpAscii } from "./tcpdump-ascii.ts";
import { wiresharkDetails } from "./wireshark-details.ts";

export const FORMATS: readonly Format[] = [
  // Files that say what they are in their first bytes.
  pcap,
  pcapng,
  // Bytes that begin with a start line: nothing needs to be guessed.
  rawBytes,
  // Sniffers and curl, by the lines between the messages.
  curlTrace,
  curlVerbose,
  ngrep,
  followAscii,
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
  // Other bytes. Wireshark's arrays know their side; what Node prints is hex, too, and may be cut; decimal numbers of two digits
  // could be taken for hex, so lists of them come first.
  cArrays,
  nodeBuffer,
  numbers,
  // Lines that end with an escape are Wireshark's; others are in the strings of programs.
  wiresharkDetails,
  strings,
  plainHex,
  base64,
  // tcpdump prints the same line before a hex dump and before text.
  tcpdumpAscii,
  // Any line that is a start line.
  rawText,
];
