/** Text that stands for bytes: dumps, strings of programs, encodings. */

import {
  hexDump,
  hexdumpC,
  hexdumpWords,
  od,
  tcpdumpHex,
  wiresharkHex,
  xxd,
} from "./dumps/dump-formats.ts";
import { odC } from "./dumps/od-c.ts";
import { base64 } from "./encodings/base64.ts";
import { cArrays } from "./encodings/c-arrays.ts";
import { plainHex } from "./encodings/hex.ts";
import { nodeBuffer } from "./encodings/node-buffer.ts";
import { numbers } from "./encodings/numbers.ts";
import { percent } from "./encodings/percent.ts";
import type { Format } from "./format.ts";
import { gdb } from "./strings/gdb.ts";
import { phpVarDump } from "./strings/php-var-dump.ts";
import { strings } from "./strings/strings.ts";
import { withOtherHalf } from "./text/other-half.ts";
import { tcpdumpAscii } from "./tools/tcpdump-ascii.ts";
import { wiresharkDetails } from "./tools/wireshark-details.ts";

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
  // A debugger folds what repeats, between strings that could be those of any program.
  gdb,
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
