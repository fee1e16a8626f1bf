/** The messages of a text, as conversations: what every format ends in that shows HTTP as text. */
import type { Conversation, Loss } from "../conversation.ts";
import { type Draft, type DraftMessage, finish } from "../finish.ts";
import type { Choice } from "../format.ts";
import { headBytes } from "./head-text.ts";
import { joinLines, type Line } from "./lines.ts";
import { cutMessages, type MessageText, type Side } from "./message-text.ts";

export interface TextOptions {
  /** The name of the format. */
  readonly format: string;
  readonly choice: Choice;
  /** Whether the tool prints a dot for what it cannot print. */
  readonly dots?: boolean;
  /** Whether spaces came through as they were: then keys that do not divide are the sender's. */
  readonly spacesKept?: boolean;
  /** What is wrong with the text itself, in the order of the places. */
  readonly lost?: readonly Omit<Loss, "in">[];
}

/** None when no line is a request line or a status line. */
export function readText(lines: readonly Line[], options: TextOptions): Conversation[] {
  const { messages } = cutMessages(lines);
  const drafts = messages.map((message) => ({
    side: message.side,
    draft: draftMessage(message, options),
  }));
  return pair(drafts).map((draft) => finish(draft, options.format, options.choice));
}

export function draftMessage(message: MessageText, options: TextOptions): DraftMessage {
  const { choice, dots = false, spacesKept = false } = options;
  const lines = message.blank ? [...message.head, message.blank] : message.head;
  const last = lines.at(-1) as Line;
  const body = {
    text: joinLines(message.body),
    at: message.body[0]?.at ?? last.at + last.text.length + last.end.length,
    lineEndsKept: lines.every(({ end }) => end === "\r\n"),
    dots,
    binary: choice.binary ?? false,
  };
  const head = headBytes(message, choice);
  const lost = [
    ...head.lost,
    ...lossesWithin(message, options.lost ?? []),
    ...(dots ? dotted(message) : []),
  ];
  return { ...head, body, lost, spacesKept };
}

function dotted({ side, head }: MessageText): readonly Loss[] {
  const line = head.find(({ text }, index) =>
    text.includes(".", index === 0 ? text.indexOf(" ") : 0),
  );
  if (!line) return [];
  const note =
    "The tool prints a dot for every byte that it cannot print; those in the headers were taken for dots.";
  return [{ what: "replaced-bytes", in: side, at: line.at + line.text.indexOf("."), note }];
}

function lossesWithin(
  { side, head, body }: MessageText,
  lost: readonly Omit<Loss, "in">[],
): readonly Loss[] {
  const start = head[0]?.at ?? 0;
  const last = body.at(-1) ?? (head.at(-1) as Line);
  const end = last.at + last.text.length + 2;
  const found: Loss[] = [];
  for (let index = firstFrom(lost, start); index < lost.length; index++) {
    const loss = lost[index] as Omit<Loss, "in">;
    if ((loss.at ?? 0) > end) break;
    found.push({ ...loss, in: side });
  }
  return found;
}

/** Index of the first loss that is not before `start`; one without a place is before all. Halved, since messages may be thousands. */
function firstFrom(lost: readonly Omit<Loss, "in">[], start: number): number {
  let low = 0;
  let high = lost.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (((lost[middle] as Omit<Loss, "in">).at ?? -1) < start) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A response belongs to the request before it; one that comes first, to the only request there is. */
export function pair(
  messages: readonly { readonly side: Side; readonly draft: DraftMessage }[],
): Draft[] {
  const [first, second] = messages;
  if (messages.length === 2 && first?.side === "response" && second?.side === "request") {
    return [{ request: second.draft, response: first.draft }];
  }
  const drafts: Draft[] = [];
  for (const { side, draft } of messages) {
    const open = drafts.at(-1);
    if (side === "response" && open && !open.response) {
      drafts[drafts.length - 1] = { ...open, response: draft };
    } else {
      drafts.push(side === "request" ? { request: draft } : { response: draft });
    }
  }
  return drafts;
}
