/**
 * Heads that lost their line ends and stand on one line, as question sites and chat programs leave them: `GET / HTTP/1.1 Host: a
 * Upgrade: websocket …`. The names of fields begin the lines again. What stands before the first of them stood for a line end, and does
 * so before the others.
 */
import { sideOfName } from "../headers/known-names.ts";
import type { Unmarked } from "./line-ends.ts";
import { type Gap, type Line, splitLine } from "./lines.ts";

const START =
  /(?:(?:GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|PATCH) \S+ HTTP\/\d(?:\.\d)?|HTTP\/\d(?:\.\d)? \d{3})(?=[\s,;|]|$)/g;
const NAME = /(?<=[\s,;|])([A-Za-z][\w-]{0,60}):(\s?)/g;
const SEPARATOR = /[ \t]*[,;|]?[ \t]+$/;
const LONGEST_REASON = 64;
const LONGEST = 1 << 16;
const FEWEST_FIELDS = 2;

/** The lines, and in the place of one that holds whole heads those of the heads. */
export function splitFlatHeads(lines: readonly Line[]): Unmarked {
  const lost: Unmarked["lost"][number][] = [];
  const split = lines.flatMap((line) => {
    if (line.text.length > LONGEST || !/HTTP\/\d/.test(line.text)) return [line];
    const gaps = gapsIn(line.text);
    const [first] = gaps;
    if (!first) return [line];
    const note = "The head stands on one line; it was cut where the names of its fields begin.";
    lost.push({ what: "line-endings", at: line.at + first.from, note });
    return splitLine(line, gaps, "");
  });
  return { lines: split, lost };
}

/** What stands where line ends were, in all heads of a text, in their order. */
function gapsIn(text: string): readonly Gap[] {
  const starts = [...text.matchAll(START)];
  const names = Array.from(text.matchAll(NAME)).filter(isField);
  const gaps: Gap[] = [];
  let known = 0;
  starts.forEach((start, i) => {
    const next = starts[i + 1]?.index ?? text.length;
    const end = endOf(text, start.index, next);
    const from = start.index + start[0].length;
    while ((names[known]?.index ?? end) < from) known += 1;
    const own: number[] = [];
    for (; (names[known]?.index ?? end) < end; known++) own.push(names[known]?.index as number);
    const fields = gapsBefore(own, text, from, /^HTTP/.test(start[0]));
    if (fields.length === 0) return;
    gaps.push(...fields, ...blankLine(text, fields, end));
    // What closes a quote is in no head, nor are the words before the next.
    if (end < text.length) gaps.push({ from: end, to: next });
  });
  return gaps;
}

function isField({ 1: name = "", 2: blank }: RegExpMatchArray): boolean {
  return sideOfName(name) !== null || (name.includes("-") && blank !== "");
}

/** Where a head ends that begins at `start`: before the quote that it stands in, or the blanks before `next`. */
function endOf(text: string, start: number, next: number): number {
  const before = text[start - 1] ?? "";
  const quote = /["'`]/.test(before) ? text.indexOf(before, start) : -1;
  return quote >= 0 && quote < next ? quote : text.slice(0, next).trimEnd().length;
}

/** The gaps before fields whose start line, but for its reason phrase, ends at `from`; none when they are too few to tell. */
function gapsBefore(
  names: readonly number[],
  text: string,
  from: number,
  hasReason: boolean,
): readonly Gap[] {
  const between = text.slice(from, names[0] ?? from);
  if (between.length > LONGEST_REASON) return [];
  const [separator = ""] = SEPARATOR.exec(between) ?? [];
  if (separator === "" || (between !== separator && !hasReason)) return [];
  const gaps = names
    .filter((at) => text.startsWith(separator, at - separator.length))
    .map((at) => ({ from: at - separator.length, to: at }));
  return gaps.length < FEWEST_FIELDS ? [] : gaps;
}

/**
 * Two line ends in a row behind the last field are the end of the head; in a key they may be its own blanks. So are marks that stand
 * for them at the end of the text.
 */
function blankLine(text: string, fields: readonly Gap[], end: number): readonly Gap[] {
  const { from, to } = fields.at(-1) as Gap;
  const separator = text.slice(from, to);
  const value = text.slice(to, end);
  const mark = separator.trim();
  const last = withoutMarks(value, mark);
  if (last.length < value.length) return [{ from: to + last.length, to: end }];
  const at = to + value.indexOf(separator + separator);
  if (at < to || /^sec-websocket-key[12]:/i.test(value)) return [];
  const middle = at + separator.length;
  return [
    { from: at, to: middle },
    { from: middle, to: middle + separator.length },
  ];
}

function withoutMarks(value: string, mark: string): string {
  let rest = value;
  while (mark !== "" && rest.endsWith(mark)) rest = rest.slice(0, -mark.length).trimEnd();
  return rest;
}
