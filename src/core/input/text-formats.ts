/**
 * The formats of text, in the order in which they are tried: the first one that reads something wins. What carries the very bytes
 * stands before what lost some, and what is unmistakable before what is a guess.
 */
import { BYTE_FORMATS } from "./byte-formats.ts";
import type { Format } from "./format.ts";
import { HEADER_FORMATS, TOOL_FORMATS } from "./message-formats.ts";

export const TEXT_FORMATS: readonly Format[] = [
  ...TOOL_FORMATS,
  ...BYTE_FORMATS,
  ...HEADER_FORMATS,
];
