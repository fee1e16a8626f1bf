/** Trying formats in a fixed order; the reader's choice comes before all of them. */
import { latin1 } from "../bytes/ascii.ts";
import type { Conversation } from "./conversation.ts";
import type { Choice, Format, Pasted } from "./format.ts";
import { encode } from "./losses/charset.ts";
import { asPasted } from "./pasted.ts";

/** What the first of these formats that can read it makes of a paste; none when it is empty. Never throws. */
export function readBy(
  formats: readonly Format[],
  pasted: string | Uint8Array,
  choice: Choice,
): Conversation[] {
  if (pasted.length === 0) return [];
  const input = asPasted(pasted);
  if (input.bytes === null && input.text.trim() === "") return [];
  const chosen = formats.find(({ id }) => id === choice.format);
  const read = chosen?.read(input, asIs(input, choice)) ?? [];
  if (read.length > 0) return read.map((conversation) => placed(conversation, pasted.length));
  for (const format of formats) {
    if (format === chosen || !format.detect(input)) continue;
    const conversations = format.read(input, asIs(input, choice));
    if (conversations.length > 0)
      return conversations.map((conversation) => placed(conversation, pasted.length));
  }
  return [unrecognised(input, choice)];
}

/** Line ends that a tool did not print count as one that it did, so that a place may come to stand behind the text. */
function placed(conversation: Conversation, end: number): Conversation {
  if (!conversation.lost.some(({ at }) => at !== null && at > end)) return conversation;
  const lost = conversation.lost.map((loss) =>
    loss.at === null ? loss : { ...loss, at: Math.min(loss.at, end) },
  );
  return { ...conversation, lost };
}

/** Formats of files that are no text never ask for it, so it is only looked at when one does. */
function asIs(input: Pasted, choice: Choice): Choice {
  return {
    ...choice,
    get binary() {
      return input.binary && choice.charset === undefined;
    },
  };
}

/** What no format knows is a message all the same: its bytes may say what went wrong, as those of a TLS hello do. */
function unrecognised({ bytes, text }: Pasted, choice: Choice): Conversation {
  const side = choice.side ?? "request";
  if (bytes) return { [side]: bytes, format: "raw bytes", exact: true, lost: [] };
  const note = "Nothing in the text looks like a handshake; it was taken as it stands.";
  const message = latin1(
    encode(text, choice.charset ?? "utf-8") ?? (encode(text, "utf-8") as string),
  );
  return {
    [side]: message,
    format: "text",
    exact: false,
    lost: [{ what: "start-line", in: side, at: 0, note }],
  };
}
