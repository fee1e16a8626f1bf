/** Text that stands for bytes: dumps, strings of programs, encodings. */
import { base64 } from "./base64.ts";
import { cArrays } from "./c-arrays.ts";
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
import { plainHex } from "./hex.ts";
import { nodeBuffer } from "./node-buffer.ts";
import { numbers } from "./numbers.ts";
import { odC } from "./od-c.ts";
import { withOtherHalf } from "./other-half.ts";
import { percent } from "./percent.ts";
import { phpVarDump } from "./php-var-dump.ts";
import { strings } from "./strings.ts";
import { tcpdumpAscii } from "./tcpdump-ascii.ts";
import { wiresharkDetails } from "./wireshark-details.ts";

const FORMATS: readonly Format[] = [
  // Dumps, which carry every byte. "0x" before an offset is tcpdump's alone, and a colon behind eight digits is xxd's; characters
  // in columns come before the words and digits that they could be taken for.
  tcpdumpHex,
  xxd,
  hexdumpC,
  odC,
  od,
  hexdumpWords,
  wiresharkHex,
  hexDump,
  // Other bytes. Wireshark's arrays know their side; what Node prints is hex, too, and may be cut; decimal numbers of two digits
  // could be taken for hex, so lists of them come first.
  cArrays,
  nodeBuffer,
  numbers,
  // Lines that end with an escape are Wireshark's; others are in the strings of programs.
  wiresharkDetails,
  phpVarDump,
  strings,
  percent,
  plainHex,
  base64,
  // tcpdump prints the same line before a hex dump and before text.
  tcpdumpAscii,
];

/** In the order in which they are tried: what is unmistakable before what is a guess. */
export const BYTE_FORMATS: readonly Format[] = FORMATS.map(withOtherHalf);
