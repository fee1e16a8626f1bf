/** Conversations to show findings on: the handshake of RFC 6455 §1.2 with one thing changed. */
import { concat, latin1 } from "../bytes/ascii.ts";
import type { Conversation } from "../input/conversation.ts";
import type { Change } from "./example.ts";

const REQUEST = [
  "GET /chat HTTP/1.1",
  "Host: server.example.com",
  "Upgrade: websocket",
  "Connection: Upgrade",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  "Origin: http://example.com",
  "Sec-WebSocket-Protocol: chat, superchat",
  "Sec-WebSocket-Version: 13",
  "",
  "",
].join("\r\n");

const RESPONSE = [
  "HTTP/1.1 101 Switching Protocols",
  "Upgrade: websocket",
  "Connection: Upgrade",
  "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=",
  "Sec-WebSocket-Protocol: chat",
  "",
  "",
].join("\r\n");

const unchanged: Change = (text) => text;

/** The request alone, changed. */
export function rfcRequest(change: Change = unchanged): Conversation {
  return { ...CAPTURE, request: latin1(change(REQUEST)) };
}

/** The right answer, and then the request, changed. */
export function rfcExchange(change: Change = unchanged, ask: Change = unchanged): Conversation {
  return { ...rfcRequest(ask), response: latin1(change(RESPONSE)) };
}

/** The same exchange with another accept, and with another key if need be. */
export function acceptExchange(accept: string, key?: string): Conversation {
  return rfcExchange(
    (text) => text.replace(/(Accept: ).*/, `$1${accept}`),
    (text) => (key === undefined ? text : text.replace(/(Key: ).*/, `$1${key}`)),
  );
}

/** The same, with an offer of extensions, or null for none, and what the server answers to that. */
export function extensionExchange(offer: string | null, answer: string): Conversation {
  const field = (value: string) => `Sec-WebSocket-Extensions: ${value}\r\n\r\n`;
  return rfcExchange(
    (text) => text.replace(/\r\n$/, field(answer)),
    (text) => (offer === null ? text : text.replace(/\r\n$/, field(offer))),
  );
}

/** The same, with what each side sends behind it. */
export function framesExchange(
  frames: { readonly server?: Uint8Array | string; readonly client?: Uint8Array | string },
  change: Change = unchanged,
): Conversation {
  const { server, client } = frames;
  return {
    ...rfcExchange(change),
    ...(client !== undefined && { clientBytes: concat(client) }),
    ...(server !== undefined && { serverBytes: concat(server) }),
  };
}

const CAPTURE = { format: "example", exact: true, lost: [] } as const;
