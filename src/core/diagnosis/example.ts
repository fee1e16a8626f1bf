/** Conversations to show findings on: the request of hybi-00 §1.2 with one thing changed. */
import { fromLatin1, latin1 } from "../bytes/ascii.ts";
import { answer } from "../hixie76/handshake.ts";
import type { Conversation, Loss } from "../input/conversation.ts";

const DRAFT_REQUEST = [
  "GET /demo HTTP/1.1",
  "Host: example.com",
  "Connection: Upgrade",
  "Sec-WebSocket-Key2: 12998 5 Y3 1  .P00",
  "Sec-WebSocket-Protocol: sample",
  "Upgrade: WebSocket",
  "Sec-WebSocket-Key1: 4 @1  46546xW%0l 1 5",
  "Origin: http://example.com",
  "",
  "^n:ds[4U",
].join("\r\n");

/** One character a byte in, one character a byte out. */
export type Change = (text: string) => string;

const unchanged: Change = (text) => text;

/** The draft's request, changed, as a byte-exact capture. */
export function draftRequest(change: Change = unchanged): Conversation {
  return { ...CAPTURE, request: latin1(change(DRAFT_REQUEST)) };
}

/** The draft's request and the right answer to it, changed. */
export function draftExchange(change: Change = unchanged): Conversation {
  const request = latin1(DRAFT_REQUEST);
  return { ...CAPTURE, request, response: latin1(change(fromLatin1(answer(request)))) };
}

/** A request of one's own. */
export function captured(request: string): Conversation {
  return { ...CAPTURE, request: latin1(request) };
}

/** The same conversation, as a paste that destroyed something. */
export function pasted(
  conversation: Conversation,
  what: Loss["what"],
  note: string,
  side: Loss["in"] = "request",
): Conversation {
  const loss: Loss = { what, in: side, at: null, note };
  return { ...conversation, format: "text", exact: false, lost: [...conversation.lost, loss] };
}

const CAPTURE = { format: "example", exact: true, lost: [] } as const;

/** The draft's exchange with other bytes behind the head of the response. */
export function draftReply(bytes: string): Conversation {
  return draftExchange((text) => text.slice(0, -16) + bytes);
}

/** The same, with other keys or another key3 in the request. */
export function exchangeOf(change: Change, bytes: string): Conversation {
  const { request } = draftRequest(change);
  return { ...draftReply(bytes), ...(request && { request }) };
}
