/** What terminals, Markdown and HTML do to a text on its way through a forum: colours, fences and entities. */
import type { Loss } from "../conversation.ts";
import { isBlank, type Line } from "./lines.ts";

const FENCE =
  /^\s{0,3}(?:>\s?)*(?:```|~~~)|^\s*(?:\[\/?(?:code|quote)\]|\{(?:code|noformat)[^}]{0,40}\}|\\(?:begin|end)\{\w{1,40}\})\s*$/i;
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
const TAGS =
  /<\/?(?:pre|code|samp|tt|p|div|span|b|strong|i|em|[uo]l|li)(?: [^<>]{0,200})?>|\[\/?(?:code|quote)\]/gi;
/** A line in backticks, or with a name in bold letters. */
const SPAN = /^\s*`([^`]+)`$|^\*\*([\w-]{1,80})(?::\*\*|\*\*:)/;

/** What closes a block of code, at the end of a line or alone. */
const CLOSING = /(?:<\/(?:pre|code|samp|tt)>|\[\/(?:code|quote)\])+\s*$/i;

/** The lines without what sets colours, letters and code apart; in the content of a message, tags are the message's own. */
export function dropMarkup(lines: readonly Line[]): readonly Line[] {
  let isInHead = false;
  let isInContent = false;
  return lines.map((line) => {
    if (isFence(line)) return line;
    const isColoured = line.text.includes("[") && line.text.search(COLOUR) >= 0;
    const plain = isColoured ? line.text.replace(COLOUR, "") : line.text;
    const starts = /HTTP\/\d/.test(plain);
    isInContent = !starts && (isInContent || (isInHead && isBlank(line)));
    isInHead = starts || (isInHead && !isInContent);
    if (isInContent) {
      const text = plain.includes("/") ? plain.replace(CLOSING, "") : plain;
      return text === line.text ? line : { ...line, text };
    }
    const isTagged = /[<[]/.test(plain) && /HTTP\/\d|[<[]\//.test(plain);
    const untagged = isTagged ? plain.replace(TAGS, "") : plain;
    const spaced = /HTTP\/\d/.test(untagged) ? untagged.replaceAll("\u00a0", " ") : untagged;
    const text = withoutSpans(spaced);
    return text === line.text ? line : { ...line, text };
  });
}

function withoutSpans(text: string): string {
  if (!/^\s*[`*]/.test(text) || text.length > LONGEST_SPAN) return text;
  return text.replace(SPAN, (_, code?: string, name?: string) => code ?? `${name}:`);
}

const LONGEST_FENCE = 200;
const LONGEST_SPAN = 4096;

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
