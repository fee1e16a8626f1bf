/**
 * Where messages begin in strings: at a start line behind a quote, or at one whose line ends are written as escapes. A string that
 * holds such a string is read first, as often as it takes.
 */
import { unescapeText } from "./escapes.ts";
import { withFollowers } from "./log-strings.ts";
import { OpenString } from "./open-string.ts";
import { START } from "./start-words.ts";
import { type Chain, isQuote, joinStrings, quoteBefore } from "./string-chain.ts";

/** Strings within strings, as logs in JSON of logs in JSON have them. */
const DEEPEST = 4;

/** All messages in strings, in their order. */
export function findChains(text: string, depth = 0): Chain[] {
  const chains: Chain[] = [];
  const labels: string[] = [];
  const escapedEnd = new NextOnLine(text, ESCAPED_END);
  const stringEnd = new NextOnLine(text, STRING_END);
  const open = new OpenString(text);
  const starts = new RegExp(START);
  let tried = -1;
  for (let match = starts.exec(text); match; match = starts.exec(text)) {
    const start = match.index - blanksBefore(text, match.index);
    const around = depth < DEEPEST ? open.at(start) : null;
    if (around !== null && around < start && around !== tried) {
      tried = around;
      const inner = chainsWithin(text, around, depth + 1);
      chains.push(...inner);
      if (inner.length > 0) {
        starts.lastIndex = Math.max(starts.lastIndex, (inner.at(-1) as Chain).end);
        continue;
      }
    }
    const isEscaped = escapedEnd.isBehind(start);
    const isQuoted = isQuote(text[start - 1]) || (around !== null && stringEnd.isBehind(start));
    if (!isEscaped && (!isQuoted || depth > 0)) continue;
    const chain = joinStrings(text, start, quoteBefore(text, start));
    labels.push(chain.label);
    if (labels.length > MOST_LABELS) labels.shift();
    const [head, ...others] = withFollowers(text, chain, labels) as [Chain, ...Chain[]];
    if (isMessage(head)) chains.push(head, ...others);
    starts.lastIndex = Math.max((others.at(-1) ?? head).end, starts.lastIndex);
  }
  return chains;
}

/** Of so many strings the words before them are remembered. */
const MOST_LABELS = 8;

/** A request line or a status line alone is what logs quote of a message, and none. */
function isMessage({ codes }: Chain): boolean {
  return codes.includes(10) || codes.includes(13) || codes.includes(92);
}

/** Blanks, line ends and a byte order mark with which a string begins, before its status line. */
const BLANKS =
  /(?:^|["'`\n])((?:\\[rnt]|\\x(?:ef|bb|bf|0[9ad])|\\(?:357|273|277|01[125])|\ufeff|\\ufeff|\u00ef\u00bb\u00bf| ){1,8})$/i;
const LONGEST_BLANKS = 40;

function blanksBefore(text: string, start: number): number {
  const before = text.slice(Math.max(0, start - LONGEST_BLANKS), start);
  return BLANKS.exec(before)?.[1]?.length ?? 0;
}

/** The messages in a string in a string, placed in the text. Without line ends that are still escaped it holds none. */
function chainsWithin(text: string, from: number, depth: number): Chain[] {
  const { codes, at, end, closed } = unescapeText(text, from, '"', false);
  const hasNoEscapes = codes.length === end - from - (closed ? 1 : 0);
  if (hasNoEscapes) return [];
  const places: number[] = [];
  let inner = "";
  codes.forEach((code, index) => {
    const character = String.fromCodePoint(code);
    inner += character;
    while (places.length < inner.length) places.push(at[index] as number);
  });
  const place = (index: number) => places[index] ?? end;
  return findChains(inner, depth).map((chain) => ({
    ...chain,
    at: chain.at.map(place),
    lost: chain.lost.map((loss) => (loss.at === null ? loss : { ...loss, at: place(loss.at) })),
    start: place(chain.start),
    end,
  }));
}

/** `HTTP/1.1\r\n` with backslashes in it. */
const ESCAPED_END = /HTTP\\?\/\d[^\\\n]{0,200}\\+(?:r|n|x0d|x0a|015|012|u000[ad])/gi;
/** A string that is a start line and nothing more. */
const STRING_END = /HTTP\/\d(?:\.\d)?["'`]/g;

/** Whether a pattern matches further on the same line, asked for rising places: the text is walked once. */
class NextOnLine {
  private match = -1;
  private newline = -1;

  private readonly text: string;
  private readonly pattern: RegExp;

  constructor(text: string, pattern: RegExp) {
    this.text = text;
    this.pattern = new RegExp(pattern);
  }

  isBehind(start: number): boolean {
    if (this.match < start) {
      this.pattern.lastIndex = start;
      this.match = this.pattern.exec(this.text)?.index ?? Infinity;
    }
    if (this.newline < start) {
      const found = this.text.indexOf("\n", start);
      this.newline = found < 0 ? Infinity : found;
    }
    return this.match < this.newline;
  }
}
