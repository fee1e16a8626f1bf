/**
 * Line ends that the text column of a dump shows as two dots: who copies that column alone, or writes it down, has them between fields.
 * They are line ends where the name of a field stands behind them; a value has no such thing.
 */
import { sideOfName } from "../headers/known-names.ts";
import type { Unmarked } from "./line-ends.ts";
import type { Line } from "./lines.ts";

const DOTS = /\.\.(?=([A-Za-z][\w-]{1,60}): )/g;
/** Of the blank line, too. */
const AT_END = /(?:\.\.){1,2}$/;
const LONGEST = 1 << 16;

/** The lines, those that hold such dots cut there, and without the dots at the end of the head. */
export function splitDottedEnds(lines: readonly Line[]): Unmarked {
  let first: number | null = null;
  const split = lines.flatMap((line): readonly Line[] => {
    const cuts = line.text.length > LONGEST ? [] : cutsIn(line.text);
    if (first === null && cuts.length > 0) first = line.at + (cuts[0] as number);
    return cut(line, cuts);
  });
  if (first === null) return { lines, lost: [] };
  const note = "Two dots stand in the text where a dump shows a line end; they were read as one.";
  return {
    lines: split.flatMap(withoutDots),
    lost: [{ what: "line-endings", at: first, note }],
  };
}

function cutsIn(text: string): readonly number[] {
  return Array.from(text.matchAll(DOTS))
    .filter(({ 1: name = "" }) => sideOfName(name) !== null || name.includes("-"))
    .map(({ index }) => index);
}

function cut({ text, at, end }: Line, cuts: readonly number[]): readonly Line[] {
  if (cuts.length === 0) return [{ text, at, end }];
  const starts = [0, ...cuts.map((index) => index + 2)];
  return starts.map((start, i) => {
    const stop = cuts[i] ?? text.length;
    return { text: text.slice(start, stop), at: at + start, end: i < cuts.length ? "\r\n" : end };
  });
}

/** Four dots are the end of the last field and the blank line. */
function withoutDots(line: Line): readonly Line[] {
  const dots = /^[\w-]{1,80}: /.test(line.text) ? AT_END.exec(line.text) : null;
  if (!dots) return [line];
  const field = { ...line, text: line.text.slice(0, dots.index) };
  const blank = { text: "", at: line.at + dots.index + 2, end: line.end };
  return dots[0].length === 4 ? [{ ...field, end: "\r\n" }, blank] : [field];
}
