/**
 * Where a message ends that another one follows: words about the next ("Response:", "and the server answers", in any language) or a
 * rule belong to neither. Behind a blank line they are known by their own look, since a body may be anything; right behind the fields it
 * is enough that they are no field.
 */
import { sideOfName } from "../headers/known-names.ts";
import { isBlank, type Line } from "./lines.ts";

const LABEL =
  /^\W*(?:request|response|received?|recv|sending|sent|send|client|server|answer|reply|output|input|got|handshake|in|out|raw|view (?:source|parsed))\b[^:]{0,40}:?\W*$/i;
const RULE = /^\W{3,}$/;
const FIELD = /^[!#$%&'*+.^`|~\w-]+\s*:\s*\S/;
/** What goes on with a long value that was wrapped. */
const VALUE = /[=;]|\w\/[\w.]/;
/** Up to three words, as no sentence and no label has them. */
const BROKEN = /^[A-Za-z]\S{0,60}(?: \S{1,60}){0,2}(?<![:.!?])$/;
const LOOKED_AT = 100;

export function isRule({ text }: Line): boolean {
  return RULE.test(text.slice(0, LOOKED_AT));
}

/** Index behind the last line of a message whose other lines stand from `from` on; the next one begins at `to`. */
export function endBefore(lines: readonly Line[], from: number, to: number): number {
  let end = to;
  while (end > from && isLabel(lines[end - 1] as Line)) end -= 1;
  let behind = end;
  while (behind > from && isGap(lines[behind - 1] as Line)) behind -= 1;
  const isHead = !lines.slice(from, behind).some(isBlank);
  // Before a blank line, which ends a head, a word or two without a colon may be a broken field.
  const isEnded = behind < to && isBlank(lines[behind] as Line);
  const isForeign = (line: Line) => isWords(line) && !(isEnded && BROKEN.test(line.text));
  let fields = behind;
  while (isHead && fields > from && isForeign(lines[fields - 1] as Line)) fields -= 1;
  return isHead && !isBlank(lines[fields] as Line) ? fields : end;
}

function isGap(line: Line): boolean {
  return isBlank(line) || isLabel(line);
}

function isLabel(line: Line): boolean {
  return LABEL.test(line.text.slice(0, LOOKED_AT)) || isRule(line);
}

/** Whether a line right behind fields is none of them: nobody forgets the colon behind a name and writes a sentence. */
function isWords(line: Line): boolean {
  const text = line.text.slice(0, LOOKED_AT);
  if (isLabel(line)) return true;
  const [name = ""] = /^[\w-]+/.exec(text) ?? [];
  if (/^\s/.test(text) || VALUE.test(text) || name.includes("-") || sideOfName(name)) return false;
  return !FIELD.test(text);
}
