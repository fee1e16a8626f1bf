/**
 * The formats, in the order in which they are tried: the first one that reads something wins. What carries the very bytes stands
 * before what lost some, and what is unmistakable before what is a guess.
 */
import type { Format } from "./format.ts";
import { rawBytes } from "./raw-bytes.ts";
import { rawText } from "./raw-text.ts";

export const FORMATS: readonly Format[] = [
  // Bytes that begin with a start line: nothing needs to be guessed.
  rawBytes,
  // Any line that is a start line.
  rawText,
];
