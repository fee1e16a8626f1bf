/** A line of a pasted text, or what is left of one, that still knows its place there. */
export interface Line {
  readonly text: string;
  /** Offset of the first character in the pasted text, in UTF-16 code units. */
  readonly at: number;
  readonly end: "\r\n" | "\n" | "";
}

/** Lines end with LF or CRLF; a lone CR stays in its line. A text that ends with a line end has no empty line behind it. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let at = 0;
  while (at < text.length) {
    const lf = text.indexOf("\n", at);
    if (lf < 0) {
      lines.push({ text: text.slice(at), at, end: "" });
      break;
    }
    const crlf = lf > at && text.charCodeAt(lf - 1) === 0x0d;
    lines.push({ text: text.slice(at, crlf ? lf - 1 : lf), at, end: crlf ? "\r\n" : "\n" });
    at = lf + 1;
  }
  return lines;
}

/** What stands between two pieces of a line. */
export interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The pieces of a line between gaps: each ends with `between`, the last one as the line does. */
export function splitLine(
  { text, at, end }: Line,
  gaps: readonly Gap[],
  between: Line["end"],
): Line[] {
  const pieces: Line[] = [];
  let from = 0;
  for (const gap of gaps) {
    pieces.push({ text: text.slice(from, gap.from), at: at + from, end: between });
    from = gap.to;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), at: at + from, end });
  return pieces;
}

/** The line without its first `count` characters. */
export function dropStart(line: Line, count: number): Line {
  return { text: line.text.slice(count), at: line.at + count, end: line.end };
}

export function isBlank(line: Line): boolean {
  return line.text.trim() === "";
}

/** The lines as one text, each with the end it had. */
export function joinLines(lines: readonly Line[]): string {
  return lines.map((line) => line.text + line.end).join("");
}
