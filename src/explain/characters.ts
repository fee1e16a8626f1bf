import { hexByte } from "../core/bytes/hex.ts";

const C0 =
  "NUL|start of heading|start of text|end of text|end of transmission|enquiry|acknowledge|bell|backspace|tab|line feed|vertical tab|form feed|carriage return|shift out|shift in|data link escape|device control 1|device control 2|device control 3|device control 4|negative acknowledge|synchronous idle|end of transmission block|cancel|end of medium|substitute|escape|file separator|group separator|record separator|unit separator|space".split(
    "|",
  );

/** What a byte is called when it is read as ASCII. */
export function nameOfByte(byte: number): string {
  if (byte <= 0x20) return C0[byte] as string;
  if (byte === 0x7f) return "delete";
  if (byte > 0x7f) return `byte ${hexByte(byte).toUpperCase()}, not ASCII`;
  return `“${String.fromCharCode(byte)}”`;
}

/** One character to stand for a byte in a text column: itself, or a middle dot. */
export function visible(byte: number): string {
  return byte >= 0x20 && byte < 0x7f ? String.fromCharCode(byte) : "·";
}
