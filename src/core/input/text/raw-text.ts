/** HTTP as text, one message or several, with whatever logs, forums and mail put around the lines. */

import type { Conversation, Loss } from "../conversation.ts";
import { finish } from "../finish.ts";
import type { Choice, Format, Pasted } from "../format.ts";
import { commandDraft } from "../headers/curl-command.ts";
import { draftOfRows } from "../headers/panel.ts";
import { consoleMessage } from "./console-message.ts";
import { splitDottedEnds } from "./dotted-ends.ts";
import { splitFlatHeads } from "./flat-head.ts";
import { dropFilling, dropMarks } from "./line-ends.ts";
import { dropStart, isBlank, type Line, splitLines } from "./lines.ts";
import { dropPrefixes } from "./log-prefix.ts";
import { decodeEntities, dropMarkup } from "./markup.ts";
import { cutMessages, type MessageText, startLine } from "./message-text.ts";
import { draftMessage, pair, type TextOptions } from "./text-conversations.ts";

export const rawText: Format = {
  id: "http-text",
  name: "raw HTTP text",
  detect: (pasted) =>
    /http\//i.test(pasted.text) &&
    splitFlatHeads(dropMarks(splitDottedEnds(dropMarkup(linesOf(pasted))).lines).lines).lines.some(
      (line) => startLine(line) !== null,
    ),
  read,
};

function read(pasted: Pasted, choice: Choice): Conversation[] {
  const { text } = pasted;
  const lines = linesOf(pasted);
  const dotted = splitDottedEnds(dropMarkup(lines));
  const unmarked = dropMarks(dotted.lines);
  const split = splitFlatHeads(splitAnswers(unmarked.lines));
  const undressed = dropPrefixes(split.lines);
  const decoded = decodeEntities(undressed.lines);
  const filled = dropFilling(decoded.lines);
  const { before, messages } = cutMessages(filled.lines);
  if (messages.every((message) => isQuoted(message, text)) && consoleMessage.detect(pasted))
    return [];
  const lost = [
    ...dotted.lost,
    ...unmarked.lost,
    ...split.lost,
    ...undressed.lost,
    ...decoded.lost,
    ...filled.lost,
    ...leftOut(undressed.others),
    ...(choice.binary ? junk(text, messages) : []),
  ].sort((a, b) => (a.at ?? -1) - (b.at ?? -1));
  const options: TextOptions = { format: rawText.name, choice, lost };
  const drafts = pair(
    messages.map((message) => ({ side: message.side, draft: draftMessage(message, options) })),
  );
  const [first] = drafts;
  if (first && !first.request) {
    // The other half may be there in another dress: rows of a panel, or the command that was given.
    const other = draftOfRows(before, choice)?.request ?? commandDraft(before, choice);
    if (other) drafts[0] = { ...first, request: other };
  }
  const conversations = drafts.map((draft) => finish(draft, rawText.name, choice));
  const last = conversations.at(-1);
  return last && isHungUp(messages.at(-1))
    ? [...conversations.slice(0, -1), { ...last, response: new Uint8Array(0) }]
    : conversations;
}

/** Whether telnet says behind a request that the server closed: it answered nothing. */
function isHungUp(message: MessageText | undefined): boolean {
  const [first, ...others] = message?.body.filter((line) => !isBlank(line)) ?? [];
  return (
    message?.side === "request" &&
    others.length === 0 &&
    /^Connection closed by foreign host\.?\s*$/.test(first?.text ?? "")
  );
}

const LONGEST_KEY3 = 64;
const ANSWER = /(?<=^.{3,}[^\s"'`])HTTP\/\d\.\d \d{3}(?: |$)/;

/** An answer on the line of key3, which has no line end, begins a line of its own. */
function splitAnswers(lines: readonly Line[]): readonly Line[] {
  return lines.flatMap((line, i) => {
    const before = lines[i - 1];
    const at = before && isBlank(before) ? line.text.slice(0, LONGEST_KEY3).search(ANSWER) : -1;
    return at < 0
      ? [line]
      : [{ ...line, text: line.text.slice(0, at), end: "" }, dropStart(line, at)];
  });
}

/** Where every LF became a CR, as on a serial line, those end the lines. */
function linesOf({ text, lines }: Pasted): readonly Line[] {
  const isCr = lines.length === 1 && lines[0]?.text.trimEnd().includes("\r");
  return isCr ? splitLines(text.replaceAll("\r", "\n")) : lines;
}

/** Whether a status line stands in the words of a message, and no field below it. */
function isQuoted({ side, head }: MessageText, text: string): boolean {
  const [first, ...others] = head;
  const at = first?.at ?? 0;
  const before = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return (
    side === "response" &&
    /[a-z]{3}/i.test(before) &&
    !others.some((line) => /^[\w-]+:/.test(line.text))
  );
}

/** A file of a kind that nobody here knows. What a message of it ends with is a guess. */
function junk(text: string, [first]: readonly MessageText[]): readonly Omit<Loss, "in">[] {
  const at = first?.head[0]?.at ?? 0;
  if (!text.slice(0, at).includes("\0")) return [];
  const note =
    "The file is of no known kind: its messages were found by their first lines, and what follows them may be something else.";
  return [{ what: "cut", at, note }];
}

function leftOut(others: readonly { readonly at: number }[]): Omit<Loss, "in">[] {
  const [first] = others;
  if (!first) return [];
  const count = others.length === 1 ? "One line" : `${others.length} lines`;
  return [
    {
      what: "cut",
      at: first.at,
      note: `${count} among the headers had another prefix and were left out.`,
    },
  ];
}
