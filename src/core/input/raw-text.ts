/** HTTP as text, one message or several, with whatever logs, forums and mail put around the lines. */
import type { Conversation, Loss } from "./conversation.ts";
import { commandDraft } from "./curl-command.ts";
import { finish } from "./finish.ts";
import type { Choice, Format, Pasted } from "./format.ts";
import { dropFilling, dropMarks } from "./line-ends.ts";
import { dropPrefixes } from "./log-prefix.ts";
import { decodeEntities, dropColours } from "./markup.ts";
import { cutMessages, type MessageText, startLine } from "./message-text.ts";
import { draftOfRows } from "./panel.ts";
import { draftMessage, pair, type TextOptions } from "./text-conversations.ts";

export const rawText: Format = {
  id: "http-text",
  name: "raw HTTP text",
  detect: ({ text, lines }) =>
    /http\//i.test(text) &&
    dropMarks(dropColours(lines)).lines.some((line) => startLine(line) !== null),
  read,
};

function read({ text, lines }: Pasted, choice: Choice): Conversation[] {
  const unmarked = dropMarks(dropColours(lines));
  const undressed = dropPrefixes(unmarked.lines);
  const decoded = decodeEntities(undressed.lines);
  const filled = dropFilling(decoded.lines);
  const { before, messages } = cutMessages(filled.lines);
  const lost = [
    ...unmarked.lost,
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
  return drafts.map((draft) => finish(draft, rawText.name, choice));
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
