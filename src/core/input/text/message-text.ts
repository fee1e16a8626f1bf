/**
 * Where HTTP messages begin in a text: at a line that is a request line or a status line, with whatever a log put before it. A
 * message goes on to the next such line; a label between the two ("Response:", "-----") belongs to neither.
 */
import { dropStart, isBlank, type Line } from "./lines.ts";
import { isFence } from "./markup.ts";
import { endBefore, isRule } from "./words-between.ts";

export type Side = "request" | "response";

export interface MessageText {
  readonly side: Side;
  /** The start line and the lines of the fields. */
  readonly head: readonly Line[];
  /** The line that ends the head, or null. */
  readonly blank: Line | null;
  readonly body: readonly Line[];
}

const METHOD = /(?:^-?|[^\w-])(GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH|PRI) /;
const ANY_METHOD = /^[A-Z]{3,20} /;
const VERSION_AT_END = /HTTP\/\d(?:\.\d)?\s*$/;
const STATUS = /(?:^\s*|[^\w\s]\s*)((?:HTTP|http)\/\d(?:\.\d)? \d{3})(?:\s|$)/;

/** Longer lines are no start lines; it keeps the patterns above from walking through megabytes. */
const LONGEST_START_LINE = 1 << 16;

/** What kind of start line it is, and the index where it begins; null for any other line. */
export function startLine({ text }: Line): { readonly side: Side; readonly from: number } | null {
  if (text.length > LONGEST_START_LINE || !/http\//i.test(text)) return null;
  if (VERSION_AT_END.test(text.trimEnd().slice(-16))) {
    const method = METHOD.exec(text);
    if (method) return { side: "request", from: text.indexOf(method[1] as string, method.index) };
    if (ANY_METHOD.test(text)) return { side: "request", from: 0 };
  }
  const status = STATUS.exec(text);
  if (!status) return null;
  return { side: "response", from: text.indexOf(status[1] as string, status.index) };
}

/** Cuts a text into messages; `before` is what stands before the first of them. */
export function cutMessages(lines: readonly Line[]): {
  readonly before: readonly Line[];
  readonly messages: readonly MessageText[];
} {
  const starts: { readonly index: number; readonly side: Side; readonly from: number }[] = [];
  lines.forEach((line, index) => {
    const start = startLine(line);
    if (start) starts.push({ index, ...start });
  });
  const fences = lines.flatMap((line, index) => (isFence(line) ? [index] : []));
  let fence = 0;
  const messages = starts.map(({ index, side, from }, i) => {
    const next = starts[i + 1];
    while (fence < fences.length && (fences[fence] as number) <= index) fence += 1;
    // What stands behind a code block is about the message, and not in it.
    const closed = Math.min(fences[fence] ?? lines.length, next?.index ?? lines.length);
    const end =
      next && closed === next.index
        ? endBefore(lines, index + 1, closed)
        : withoutRule(lines, index + 1, closed);
    const first = dropStart(lines[index] as Line, from);
    return cutMessage(side, [first, ...lines.slice(index + 1, end)]);
  });
  return { before: lines.slice(0, starts[0]?.index ?? lines.length), messages };
}

/** The first line is the start line; a blank line ends the head. */
export function cutMessage(side: Side, lines: readonly Line[]): MessageText {
  const blank = lines.findIndex((line, index) => index > 0 && isBlank(line));
  if (blank < 0) return { side, head: lines, blank: null, body: [] };
  return {
    side,
    head: lines.slice(0, blank),
    blank: lines[blank] as Line,
    body: lines.slice(blank + 1),
  };
}

/** A head may end with a rule, as some logs have it; behind a blank line it may be bytes. */
function withoutRule(lines: readonly Line[], from: number, to: number): number {
  let end = from;
  while (end < to && !isBlank(lines[end] as Line) && !isRule(lines[end] as Line)) end += 1;
  return end < to && isRule(lines[end] as Line) ? end : to;
}
