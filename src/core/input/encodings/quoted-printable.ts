/** Quoted-printable (RFC 2045 §6.7), as the source of a mail has it: `=8D` for a byte, and `=` at the end of a line that goes on. */
import type { Format, Pasted } from "../format.ts";
import { splitLines } from "../text/lines.ts";
import { rawText } from "../text/raw-text.ts";

/** A byte above 7F, a control or an equals sign, but not the value of a parameter or a cookie. */
const TELLING = /(?<![?&;\s][\w.-]{1,16})=(?:[89A-F][0-9A-F]|[01][0-9A-F]|3D|7F)/;
const ENCODED = /=(?:([0-9A-F]{2})|\r?\n)/g;

/** What it never has: a character that would be encoded, a line that would be folded, and an equals sign that stands for itself. */
const IMPOSSIBLE = /[^\t\r\n -~]|[^\r\n]{77}|=(?![0-9A-F]{2}|\r?\n)/;

export const quotedPrintable: Format = {
  id: "quoted-printable",
  name: "quoted-printable",
  detect: ({ text }) => text.includes("HTTP/") && TELLING.test(text) && !IMPOSSIBLE.test(text),
  read: (pasted, choice) =>
    rawText
      .read(decode(pasted), { ...choice, binary: true })
      .map((conversation) => ({ ...conversation, format: quotedPrintable.name })),
};

/** The text as it was, one character a byte; its lines still know where they stand in the paste. */
function decode(pasted: Pasted): Pasted {
  const places: number[] = [];
  let text = "";
  let from = 0;
  const add = (characters: string, at: number) => {
    for (let i = 0; i < characters.length; i++) places.push(at + i);
    text += characters;
  };
  for (const match of pasted.text.matchAll(ENCODED)) {
    add(pasted.text.slice(from, match.index), from);
    const [whole, digits] = match;
    if (digits !== undefined) add(String.fromCharCode(Number.parseInt(digits, 16)), match.index);
    from = match.index + whole.length;
  }
  add(pasted.text.slice(from), from);
  const lines = splitLines(text).map((line) => ({ ...line, at: places[line.at] ?? 0 }));
  return { text, lines, bytes: null, binary: true };
}
