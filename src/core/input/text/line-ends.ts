/**
 * Line ends that are written out, or were changed on their way: `^M` of `cat -v` and editors, `<CR><LF>`, control pictures, `<br>` of a
 * page, a CR too many, and lines that a terminal or Markdown filled up with blanks.
 */
import type { Loss } from "../conversation.ts";
import { isBlank, type Line, splitLine } from "./lines.ts";
import { startLine } from "./message-text.ts";

interface Mark {
  /** At the end of a line. */
  readonly pattern: RegExp;
  /** Anywhere in a text whose lines became one; undefined: it may stand there for itself. */
  readonly inline?: RegExp;
  /** What it says the line ended with; undefined: nothing, it is in the way. */
  readonly end?: "\r\n";
  readonly note?: string;
}

const SIGNS = "Signs for line ends stand in the text, and do not say which line ends they were.";
const HTML = "HTML tags stand at the ends of the lines, and were left out.";

const MARKS: readonly Mark[] = [
  { pattern: /\^M\$?$/, end: "\r\n" },
  { pattern: /\\r$/, end: "\r\n" },
  written(/[<[({]CRLF[>\])}]| CRLF\b/),
  written(/[<[({]CR[>\])}](?:[<[({]LF[>\])}])?|[<[]0d[>\]][<[]0a[>\]]/),
  written(/#13#10|%0D%0A|&#(?:13|xD);(?:&#(?:10|xA);)?/),
  written(/\u240d\u240a?/),
  written(/[\u240a\u2424\u21b5\u23ce\u00b6]/, SIGNS),
  {
    pattern: /\r$/,
    note: "The lines of the text end with CR, CR and LF, as no program sends them; one CR was left out.",
  },
  {
    pattern: /\\$/,
    note: "The lines of the text end with backslashes, which are Markdown's, and were left out.",
  },
  written(/(?:<br ?\/?>)+/, HTML),
];
const LONGEST = 1 << 16;
const CR_TOO_MANY = MARKS.find(({ pattern }) => pattern.test("\r")) as Mark;

/** A mark that is CRLF, or with a note something like it. */
function written({ source }: RegExp, note?: string): Mark {
  const pattern = new RegExp(`(?:${source})$`, "i");
  const inline = new RegExp(source, "gi");
  return note === undefined ? { pattern, inline, end: "\r\n" } : { pattern, inline, note };
}

export interface Unmarked {
  readonly lines: readonly Line[];
  readonly lost: readonly Omit<Loss, "in">[];
}

/** The lines without the mark that the first start line ends with, if it does with one. */
export function dropMarks(lines: readonly Line[]): Unmarked {
  for (const line of lines) {
    if (line.text.length > LONGEST || !line.text.includes("HTTP/")) continue;
    const own = startLine(line);
    // A mark in its target is somebody's attempt to split it.
    if (own?.side === "request") continue;
    const joint = MARKS.find((mark) => splitAt(line, mark).length > FEWEST_LINES);
    if (joint) return splitAll(lines, joint, line);
    if (own) continue;
    const mark = MARKS.find(({ pattern }) => startLine(without(line, pattern)) !== null);
    if (mark) return withoutMark(lines, mark, line);
  }
  // A status line is one with a mark behind its reason phrase, too.
  const first = lines.find((line) => line.text.length <= LONGEST && startLine(line) !== null);
  const mark = first && MARKS.find(({ pattern }) => pattern.test(first.text));
  const isMarked = mark && (mark !== CR_TOO_MANY || first.end === "\r\n");
  return first && isMarked ? withoutMark(lines, mark, first) : { lines, lost: [] };
}

const FEWEST_LINES = 2;

/** The lines that one line is where a mark stands between them; none when the first is no start line. */
function splitAt(line: Line, mark: Mark): readonly Line[] {
  const marks = mark.inline ? line.text.matchAll(mark.inline) : [];
  const gaps = Array.from(marks, ({ 0: { length }, index }) => ({
    from: index,
    to: index + length,
  }));
  const [first, ...others] = splitLine(line, gaps, mark.end ?? "");
  return first && startLine(first) ? [first, ...others] : [];
}

function splitAll(lines: readonly Line[], mark: Mark, { at }: Line): Unmarked {
  const split = lines.flatMap((line) => {
    const found = line.text.length > LONGEST ? [] : splitAt(line, mark);
    return found.length > FEWEST_LINES ? found : [line];
  });
  const { note } = mark;
  return { lines: split, lost: note === undefined ? [] : [{ what: "line-endings", at, note }] };
}

function without(line: Line, pattern: RegExp): Line {
  return { ...line, text: line.text.replace(pattern, "") };
}

function withoutMark(lines: readonly Line[], { pattern, end, note }: Mark, first: Line): Unmarked {
  const plain = lines.map((line): Line => {
    if (line.text.length > LONGEST || !pattern.test(line.text)) return line;
    return { ...without(line, pattern), end: end ?? line.end };
  });
  const at = first.at + first.text.search(pattern);
  return { lines: plain, lost: note === undefined ? [] : [{ what: "line-endings", at, note }] };
}

/** Heads without the blanks that every one of their lines ends with, and without the blank lines between all of them. */
export function dropFilling(lines: readonly Line[]): Unmarked {
  const kept: Line[] = [];
  const lost: Omit<Loss, "in">[] = [];
  let at = 0;
  while (at < lines.length) {
    const first = lines[at] as Line;
    const table = startLine(first) ? tableFrom(lines, at) : [];
    if (table.length > 0) {
      const note = "A table shows a tab where the colon and the space behind a name were.";
      lost.push({ what: "edge-spaces", at: (table[0] as Line).at, note });
      kept.push(first, ...table.map(asField));
      at += 1 + table.length;
      continue;
    }
    if (first.end !== "\n" || !startLine(first)) {
      kept.push(first);
      at += 1;
      continue;
    }
    const isDoubled = isDouble(lines, at);
    const head = isDoubled ? doubled(lines, at) : headFrom(lines, at);
    at += isDoubled ? 2 * head.length : head.length;
    if (isDoubled) {
      const note = "A blank line stood behind every line of the head; they were left out.";
      lost.push({ what: "line-endings", at: first.at + first.text.length, note });
    }
    const isFilled =
      head.length > 2 && head.slice(0, -1).every(({ text }) => /[^ \t] +$/.test(text));
    if (isFilled) {
      const note =
        "Every line of the head ends with blanks, which the paste put there; they were left out.";
      lost.push({ what: "edge-spaces", at: first.at + first.text.trimEnd().length, note });
    }
    for (const line of head)
      kept.push(isFilled ? { ...line, text: line.text.replace(/ +$/, "") } : line);
  }
  return { lines: kept, lost };
}

const CELLS = /^([A-Za-z][\w-]{0,80})\t+(?=\S)/;

/** The rows below a start line, where all of the head are names and values with a tab between them, as Charles and Fiddler copy them. */
function tableFrom(lines: readonly Line[], from: number): readonly Line[] {
  const rows = headFrom(lines, from).slice(1);
  return rows.every(({ text }) => CELLS.test(text.slice(0, 200))) ? rows : [];
}

function asField(line: Line): Line {
  return { ...line, text: line.text.replace(CELLS, "$1: ") };
}

function headFrom(lines: readonly Line[], from: number): Line[] {
  let end = from + 1;
  while (end < lines.length && !isBlank(lines[end] as Line) && !startLine(lines[end] as Line))
    end += 1;
  return lines.slice(from, end);
}

const FIELD = /^[\w-]+:/;

/** Whether the next two lines of a head stand behind a blank line each. */
function isDouble(lines: readonly Line[], from: number): boolean {
  const isField = (line: Line | undefined) =>
    line !== undefined && FIELD.test(line.text.slice(0, 100));
  const isGap = (line: Line | undefined) => line !== undefined && isBlank(line);
  return (
    isGap(lines[from + 1]) &&
    isField(lines[from + 2]) &&
    isGap(lines[from + 3]) &&
    isField(lines[from + 4])
  );
}

function doubled(lines: readonly Line[], from: number): Line[] {
  const head = [lines[from] as Line];
  for (let at = from + 1; at + 1 < lines.length; at += 2) {
    const line = lines[at + 1] as Line;
    if (!isBlank(lines[at] as Line) || !FIELD.test(line.text.slice(0, 100))) break;
    head.push(line);
  }
  return head;
}
