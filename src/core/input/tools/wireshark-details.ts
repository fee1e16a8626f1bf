/**
 * Wireshark's packet details: each line of a head with its line end written out, `\r\n`, and then a real one; between them fields
 * that Wireshark made, in brackets or without that line end. The bytes behind a head are in a "Data:" row, as hex.
 */
import { fromHex } from "../../bytes/hex.ts";
import type { DraftMessage } from "../finish.ts";
import { finish } from "../finish.ts";
import type { Format, Pasted } from "../format.ts";
import type { Line } from "../text/lines.ts";
import { type MessageText, type Side, startLine } from "../text/message-text.ts";
import { draftMessage, pair } from "../text/text-conversations.ts";

const DATA = /^\s*Data: ([0-9a-f]+)(…|\.\.\.)?\s*$/i;

export const wiresharkDetails: Format = {
  id: "wireshark-details",
  name: "Wireshark packet details",
  detect: ({ text }) => /\\r\\n[ \t]*\r?$/m.test(text),
  read: (pasted, choice) => {
    const messages = readMessages(pasted).map(({ message, data }) => {
      const text = draftMessage(message, {
        format: wiresharkDetails.name,
        choice,
        spacesKept: true,
      });
      const draft: DraftMessage = { ...text, body: data };
      return { side: message.side, draft };
    });
    return pair(messages).map((draft) => finish(draft, wiresharkDetails.name, choice));
  },
};

interface Open {
  readonly side: Side;
  readonly head: Line[];
  blank: Line | null;
  data: Uint8Array | null;
}

function readMessages({
  lines,
}: Pasted): { readonly message: MessageText; readonly data: Uint8Array | null }[] {
  const messages: Open[] = [];
  for (const line of lines) {
    const open = messages.at(-1);
    const data = DATA.exec(line.text);
    if (data && open?.blank) open.data ??= fromHex(data[1] as string);
    const plain = withoutEscape(line);
    if (!plain) continue;
    const start = startLine(plain);
    if (start && start.from === 0)
      messages.push({ side: start.side, head: [plain], blank: null, data: null });
    else if (open && !open.blank && plain.text === "") open.blank = plain;
    else if (open && !open.blank) open.head.push(plain);
  }
  return messages.map(({ side, head, blank, data }) => ({
    message: { side, head, blank, body: [] },
    data,
  }));
}

/** The line without its indentation and the written line end; null for rows that Wireshark made itself, and for whole messages. */
function withoutEscape({ text, at }: Line): Line | null {
  const trimmed = text.trim();
  if (!trimmed.endsWith("\\r\\n") || trimmed.startsWith("[")) return null;
  const plain = trimmed.slice(0, -4);
  if (plain.includes("\\r\\n")) return null;
  const indent = text.length - text.trimStart().length;
  return { text: plain, at: at + indent, end: "\r\n" };
}
