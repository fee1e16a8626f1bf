/**
 * A message without the bytes that it is about: each cause that it can have is a finding, the likeliest first. None is more than
 * worth knowing, since a message proves little, and blames nobody.
 */
import { decodeUtf8 } from "../bytes/utf8.ts";
import { readHead } from "../http/head.ts";
import type { Conversation } from "../input/conversation.ts";
import { explainMessage } from "./explain-message.ts";
import type { Finding } from "./finding.ts";

/** None of a conversation that holds a handshake. `isHandshake`: whether it does. Never throws. */
export function messageFindings(conversation: Conversation, isHandshake: boolean): Finding[] {
  const text = messageIn(conversation, isHandshake);
  if (text === null) return [];
  const found = new Map<string, Finding>();
  for (const { message, by, codes, meaning, detail, capture } of explainMessage(text)) {
    for (const code of codes) {
      if (found.has(code)) continue;
      const why = `It is printed by ${by}. ${meaning}${detail === null ? "" : ` ${detail}`}`;
      const title = `“${message}”: ${found.size === 0 ? "its likeliest cause" : "another of its causes"}`;
      found.set(code, { ...COMMON, code, title, why, fix: capture });
    }
  }
  return [...found.values()];
}

const COMMON = {
  level: "info",
  in: "response",
  span: null,
  section: "RFC 6455 §4.1; hybi-00 §4.1",
} as const;

/** What was pasted, when it is a message, a text that no reader knew, or the line of a status and no field. */
function messageIn(conversation: Conversation, isHandshake: boolean): string | null {
  const { message, request, response, exact } = conversation;
  if (message !== undefined) return message;
  if (exact || (request && response)) return null;
  const text = response ?? request;
  const isText = response ? readHead(response).fields.length === 0 : !isHandshake;
  return text && isText ? decodeUtf8(text).text : null;
}
