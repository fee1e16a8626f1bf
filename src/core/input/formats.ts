/**
 * The formats, in the order in which they are tried: the first one that reads something wins. What carries the very bytes stands
 * before what lost some, and what is unmistakable before what is a guess.
 */
import { bareValues } from "./bare-values.ts";
import { base64 } from "./base64.ts";
import { cArrays } from "./c-arrays.ts";
import { pcap, pcapng } from "./capture-file.ts";
import { cdp } from "./cdp.ts";
import { consoleMessage } from "./console-message.ts";
import { curlCommand } from "./curl-command.ts";
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
import { emptyReply } from "./empty-reply.ts";
import { fetchCall } from "./fetch-call.ts";
import { followAscii } from "./follow-ascii.ts";
import type { Format } from "./format.ts";
import { har } from "./har.ts";
import { headersObject } from "./headers-object.ts";
import { plainHex } from "./hex.ts";
import { ngrep } from "./ngrep.ts";
import { nodeBuffer } from "./node-buffer.ts";
import { numbers } from "./numbers.ts";
import { odC } from "./od-c.ts";
import { panel } from "./panel.ts";
import { phpVarDump } from "./php-var-dump.ts";
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
  // What browsers save, which is JSON with strings in it that look like other formats.
  har,
  cdp,
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
  phpVarDump,
  strings,
  plainHex,
  base64,
  // tcpdump prints the same line before a hex dump and before text.
  tcpdumpAscii,
  // Any line that is a start line.
  rawText,
  // No start line anywhere: commands and objects that name headers, then rows of names and values.
  curlCommand,
  fetchCall,
  headersObject,
  panel,
  // No headers either.
  emptyReply,
  bareValues,
  consoleMessage,
];
