/** What terminals, Markdown and HTML do to a text on its way through a forum: colours, fences and entities. */
import type { Loss } from "./conversation.ts";
import type { Line } from "./lines.ts";

const FENCE = /^\s{0,3}(?:>\s?)*(?:```|~~~)/;
const ENTITY = /&(?:amp|lt|gt|quot|apos|nbsp|#\d{1,5}|#x[0-9a-f]{1,4});/gi;
const NAMED: Record<string, string> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
  nbsp: " ",
};

// biome-ignore lint/suspicious/noControlCharactersInRegex: terminals are told colours with ESC
const COLOUR = /(?:\x1b|\u241b)\[[\d;]*m/g;
const HTML = /<\/?(?:pre|code|samp|p|div)(?: [^<>]{0,200})?>/gi;

/** The lines without what sets colours, and without the tags around code. */
export function dropColours(lines: readonly Line[]): readonly Line[] {
  return lines.map((line) => {
    const isColoured = line.text.includes("[") && line.text.search(COLOUR) >= 0;
    const plain = isColoured ? line.text.replace(COLOUR, "") : line.text;
    const text =
      plain.includes("<") && /HTTP\/\d|^<\//.test(plain) ? plain.replace(HTML, "") : plain;
    return text === line.text ? line : { ...line, text };
  });
}

const LONGEST_FENCE = 200;

/** Whether a line only opens or closes a code block. */
export function isFence({ text }: Line): boolean {
  return text.length < LONGEST_FENCE && FENCE.test(text);
}

/** Entities as the characters that they stand for, where none of those characters is there as itself. */
export function decodeEntities(lines: readonly Line[]): {
  readonly lines: readonly Line[];
  readonly lost: readonly Omit<Loss, "in">[];
} {
  const first = lines.find(({ text }) => text.includes("&") && text.search(ENTITY) >= 0);
  if (!first || lines.some(({ text }) => /[<>]/.test(text))) return { lines, lost: [] };
  const note =
    "HTML entities stand in the text; they were read as the characters that they stand for.";
  const at = first.at + first.text.search(ENTITY);
  return {
    lines: lines.map((line) => ({ ...line, text: line.text.replace(ENTITY, decode) })),
    lost: [{ what: "charset", at, note }],
  };
}

function decode(entity: string): string {
  const name = entity.slice(1, -1).toLowerCase();
  if (name.startsWith("#x")) return String.fromCharCode(Number.parseInt(name.slice(2), 16));
  if (name.startsWith("#")) return String.fromCharCode(Number(name.slice(1)));
  return NAMED[name] ?? entity;
}
