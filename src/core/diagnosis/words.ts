/** How findings speak of bytes and numbers. */
import { hexByte } from "../bytes/hex.ts";
import type { Span } from "../bytes/span.ts";

/** As much of a value as a sentence can bear. */
const LONGEST = 60;

/** The bytes of a span in quotation marks: printable ASCII as it is, all else as \xNN, cut when long. */
export function quote(bytes: Uint8Array, [start, end]: Span): string {
  let text = "";
  const stop = Math.min(end, start + LONGEST);
  for (let at = start; at < stop; at++) text += printable(bytes[at] as number);
  return `“${text}${stop < end ? "…" : ""}”`;
}

function printable(byte: number): string {
  if (byte >= 0x20 && byte < 0x7f) return String.fromCharCode(byte);
  if (byte === 0x0d) return "\\r";
  if (byte === 0x0a) return "\\n";
  if (byte === 0x09) return "\\t";
  return `\\x${hexByte(byte)}`;
}

/** `1 space`, `4 spaces`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? "" : "s"}`;
}

/** Digits of any length, the middle left out when there are many. */
export function digits(number: bigint): string {
  // To print a million decimal digits takes seconds; hexadecimal ones are there already.
  const hexDigits = number.toString(16).length;
  if (hexDigits > 10_000) {
    return `a number of about ${Math.round(hexDigits * Math.log10(16)).toLocaleString("en")} digits`;
  }
  const text = number.toString();
  return text.length <= 40 ? text : `${text.slice(0, 20)}… (${text.length} digits)`;
}

/** As the byte view numbers it. */
export function offset(at: number): string {
  return `0x${at.toString(16)}`;
}
