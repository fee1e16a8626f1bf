/**
 * Where HTTP messages begin in a text: at a line that is a request line or a status line, with whatever a log put before it. A
 * message goes on to the next such line; a label between the two ("Response:", "-----") belongs to neither.
 */
import { dropStart, isBlank, type Line } from "./lines.ts";

export type Side = "request" | "response";

export interface MessageText {
  readonly side: Side;
  /** The start line and the lines of the fields. */
  readonly head: readonly Line[];
  /** The line that ends the head, or null. */
  readonly blank: Line | null;
  readonly body: readonly Line[];
}

const METHOD = /(?:^|[^\w-])(GET|HEAD|POST|PUT|DELETE|CONNECT|OPTIONS|TRACE|PATCH|PRI) /;
const ANY_METHOD = /^[A-Z]{3,20} /;
const VERSION_AT_END = /HTTP\/\d(?:\.\d)?\s*$/;
const STATUS = /(?:^|[^\w\s]\s*)(HTTP\/\d(?:\.\d)? \d{3})(?:\s|$)/;
const LABEL =
  /^\W*(?:request|response|received?|recv|sending|sent|send|client|server|answer|reply|output|input|got|handshake|in|out|raw|view (?:source|parsed))\b[^:]{0,40}:?\W*$/i;
const RULE = /^\W{3,}$/;

/** Longer lines are no start lines; it keeps the patterns above from walking through megabytes. */
const LONGEST_START_LINE = 1 << 16;

/** What kind of start line it is, and the index where it begins; null for any other line. */
export function startLine({ text }: Line): { readonly side: Side; readonly from: number } | null {
  if (text.length > LONGEST_START_LINE || !text.includes("HTTP/")) return null;
  if (VERSION_AT_END.test(text.slice(-16))) {
    const method = METHOD.exec(text);
    if (method) return { side: "request", from: text.indexOf(method[1] as string, method.index) };
    if (ANY_METHOD.test(text)) return { side: "request", from: 0 };
  }
  const status = STATUS.exec(text);
  if (!status) return null;
  return { side: "response", from: text.indexOf("HTTP/", status.index) };
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
  const messages = starts.map(({ index, side, from }, i) => {
    const next = starts[i + 1];
    const end = next ? withoutLabels(lines, index + 1, next.index) : lines.length;
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

function withoutLabels(lines: readonly Line[], from: number, to: number): number {
  let end = to;
  while (end > from) {
    const { text } = lines[end - 1] as Line;
    if (!LABEL.test(text.slice(0, 100)) && !RULE.test(text.slice(0, 100))) break;
    end -= 1;
  }
  return end;
}
