/** PHP's `string(232) "…"`, and `s:232:"…"` of serialize: the content as it is, quotes and line ends included, and how many bytes it had. */

import type { Conversation } from "../conversation.ts";
import type { Choice, Format, Pasted } from "../format.ts";
import { encode } from "../losses/charset.ts";
import { type Line, splitLines } from "../text/lines.ts";
import { startLine } from "../text/message-text.ts";
import { readText } from "../text/text-conversations.ts";

const OPENING = /\b(?:string\((\d{1,9})\) |s:(\d{1,9}):)"/g;

const LONGEST_START_LINE = 8192;

export const phpVarDump: Format = {
  id: "php-var-dump",
  name: "PHP var_dump",
  detect: ({ text }) => text.search(OPENING) >= 0,
  read: (pasted, choice) => read(pasted, choice),
};

function read({ text, binary }: Pasted, choice: Choice): Conversation[] {
  const lines: Line[] = [];
  const lost: { what: "byte-count"; at: number; note: string }[] = [];
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(text); match; match = OPENING.exec(text)) {
    const start = match.index + match[0].length;
    const [first = ""] = text.slice(start, start + LONGEST_START_LINE).split("\n", 1);
    if (startLine({ text: first, at: start, end: "" })?.from !== 0) continue;
    const size = Number(match[1] ?? match[2]);
    const content = contentOf(text, start, size, binary);
    OPENING.lastIndex = start + content.length;
    for (const line of splitLines(content)) lines.push({ ...line, at: line.at + start });
    const left = binary ? content.length : (encode(content, "utf-8") as string).length;
    if (left === size) continue;
    const note = `PHP counted ${size} bytes, and ${left} are in the paste.`;
    lost.push({ what: "byte-count", at: start, note });
  }
  return readText(lines, { format: phpVarDump.name, choice, spacesKept: true, lost });
}

/** As many bytes as PHP counted, if a quote stands behind them; else up to the last quote that may be the closing one. */
function contentOf(text: string, start: number, size: number, binary: boolean): string {
  const counted = binary ? text.slice(start, start + size) : takeBytes(text, start, size);
  if (text[start + counted.length] === '"') return counted;
  const most = text.slice(start, start + size + 1);
  const next = most.search(/"[ \t]*\r?(?:\n[ \t]*(?:\[|\}|\w{1,32}\()|\n?$)/);
  return next < 0 ? most.slice(0, size) : most.slice(0, next);
}

/** The characters that are so many bytes in UTF-8. */
function takeBytes(text: string, start: number, size: number): string {
  let bytes = 0;
  let at = start;
  while (at < text.length && bytes < size) {
    const code = text.codePointAt(at) as number;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    at += code > 0xffff ? 2 : 1;
  }
  return text.slice(start, at);
}
