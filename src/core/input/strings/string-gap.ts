/** What stands between two strings of a program: what joins them, what was between their contents, or what ends the first. */

const LINE_ENDS = String.raw`(?:vbCrLf|vbNewLine|CRLF|Environment\.NewLine)`;
const LINE_END = new RegExp(`^${LINE_ENDS}$`, "i");
const NAMED_ENDS = new RegExp(String.raw`(?:\s*[&+](?:\s*_)?\s*${LINE_ENDS}\b){1,8}`, "iy");
/** Basic's mark for a line that goes on. */
const CONTINUED = "_";
const LONGEST_GAP = 200;

export interface Gap {
  /** Where the next string's content begins. */
  readonly at: number;
  readonly quote: string;
  /** What names stand for between the two: line ends, or the name in braces. */
  readonly between: readonly string[];
  readonly isList: boolean;
}

const PRINTS_LINE = /(?:println|writeline|appendline|writeln)\s*\(\s*(?:F\(\s*)?\w?["'`]$/i;
const EMPTY_LINE = /[\s);]{0,8}[\w.]{0,40}(?:println|writeline|appendline|writeln)\s*\(\s*\)/iy;
const LONGEST_CALL = 24;

/** Whether the string whose content begins at `at` is printed as a line. */
export function isPrintedLine(text: string, at: number): boolean {
  return PRINTS_LINE.test(text.slice(Math.max(0, at - LONGEST_CALL), at));
}

/** The line ends behind the last string: joined to it by their names, or printed by themselves. */
export function lineEndsAt(text: string, at: number): readonly number[] {
  NAMED_ENDS.lastIndex = at;
  const names = NAMED_ENDS.exec(text)?.[0].match(/[&+]/g) ?? [];
  EMPTY_LINE.lastIndex = at;
  const count = EMPTY_LINE.test(text) ? 1 : names.length;
  return Array.from({ length: count }, () => [13, 10]).flat();
}

const TOKEN =
  /\s+|[+&.,()<\\;]+|\/\*[^*]{0,80}\*\/|(?:\w+)\.(?:append|write|print|push|add|concat)\(|\$?[\w.>-]+\s*(?:[+.]=|=(?!=)|<<)|\$?[A-Za-z_][\w.]*/y;

/** Three backticks are Markdown's. */
const OPENING = /(?:\b(?:br|rb|[bruf])|\$|@)?(["']|`(?!``))/iy;

/** What stands between two joined strings; null when it does not join them. */
export function readGap(text: string, from: number): Gap | null {
  // A shell's quote in single quotes.
  if (text.startsWith("'\\''", from - 1))
    return { at: from + 3, quote: "'", between: ["'"], isList: false };
  const between: string[] = [];
  let isList = false;
  /** The brackets that are open: what was there before the name of their function, and how many names with it. */
  const open: { readonly outer: Pick<Gap, "between" | "isList">; readonly names: number }[] = [];
  let isNamed = false;
  let isJoined = false;
  let unassigned: string | null = null;
  let at = from;
  while (at < text.length && at - from < LONGEST_GAP) {
    OPENING.lastIndex = at;
    const string = OPENING.exec(text);
    if (string) {
      const isKey =
        isList &&
        /^[^"'`\n]{0,80}["'`]\s*(?::|=>)/.test(
          text.slice(OPENING.lastIndex, OPENING.lastIndex + 100),
        );
      // Words without anything that joins are a log's, before its next entry.
      const isLog = !isJoined && between.some((piece) => piece.startsWith("{"));
      if (isKey || isLog || unassigned !== null) return null;
      return {
        at: OPENING.lastIndex,
        quote: string[1] as string,
        between,
        isList,
        ...open[0]?.outer,
      };
    }
    EMPTY_LINE.lastIndex = at;
    if (EMPTY_LINE.test(text)) {
      between.push("\r\n");
      at = EMPTY_LINE.lastIndex;
      continue;
    }
    TOKEN.lastIndex = at;
    const token = TOKEN.exec(text)?.[0];
    if (token === undefined) return null;
    at += token.length;
    const word = token.trim();
    if (/^[+&.,<(]|=$|\($/.test(word)) isJoined = true;
    for (const character of word) {
      if (character === "(")
        open.push({
          outer: { between: between.slice(0, isNamed ? -1 : undefined), isList },
          names: between.length,
        });
      else if (character === ")") between.splice(open.pop()?.names ?? between.length);
      else if (character === ",") isList = true;
    }
    isNamed = false;
    const assignment = /^\$?([\w.>-]+?)\s*=$/.exec(word);
    const name = /^\$?([A-Za-z_][\w.]*)$/.exec(word)?.[1];
    // `text = text & "…"` goes on with the string; `other = "…"` is another one.
    if (assignment) unassigned = assignment[1] as string;
    else if (name !== undefined && LINE_END.test(name)) between.push("\r\n");
    else if (name !== undefined && name === unassigned) unassigned = null;
    else if (name !== undefined && name !== CONTINUED) {
      between.push(`{${word}}`);
      isNamed = true;
    }
  }
  return null;
}
