/** HTTP as text, one message or several, with whatever logs, forums and mail put around the lines. */
import type { Conversation, Loss } from "./conversation.ts";
import { commandDraft } from "./curl-command.ts";
import { finish } from "./finish.ts";
import type { Choice, Format, Pasted } from "./format.ts";
import { dropPrefixes } from "./log-prefix.ts";
import { decodeEntities, dropFences } from "./markup.ts";
import { cutMessages, startLine } from "./message-text.ts";
import { draftOfRows } from "./panel.ts";
import { draftMessage, pair, type TextOptions } from "./text-conversations.ts";

export const rawText: Format = {
  id: "http-text",
  name: "raw HTTP text",
  detect: ({ text, lines }) =>
    text.includes("HTTP/") && lines.some((line) => startLine(line) !== null),
  read,
};

function read({ lines }: Pasted, choice: Choice): Conversation[] {
  const undressed = dropPrefixes(dropFences(lines));
  const decoded = decodeEntities(undressed.lines);
  const { before, messages } = cutMessages(decoded.lines);
  const lost = [...decoded.lost, ...leftOut(undressed.others)].sort(
    (a, b) => (a.at ?? -1) - (b.at ?? -1),
  );
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
