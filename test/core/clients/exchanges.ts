/** A right request and the right answer to it, of each generation; the draft's own example where it has one. */
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { answer as answer75 } from "../../../src/core/hixie75/handshake.ts";
import { answer as answer76 } from "../../../src/core/hixie76/handshake.ts";
import { VERSIONS } from "../../../src/core/hybi/drafts.ts";
import { answer as answerHybi } from "../../../src/core/hybi/handshake.ts";
import { answer as answer6455 } from "../../../src/core/rfc6455/handshake.ts";

export interface Exchange {
  readonly request: Uint8Array;
  readonly response: Uint8Array;
}

function exchange(text: string, answer: (request: Uint8Array) => Uint8Array): Exchange {
  const request = latin1(text);
  return { request, response: answer(request) };
}

const KEY_AND_PROTOCOLS =
  "GET /chat HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" +
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: chat, superchat\r\n";

/** RFC 6455 §1.2, with an offer of RFC 7692 §7.1. */
export const RFC6455 = exchange(
  `${KEY_AND_PROTOCOLS}Origin: http://example.com\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Extensions: permessage-deflate; client_max_window_bits\r\n\r\n`,
  answer6455,
);

/** hybi-04 to -08, by their names. */
export const HYBI = new Map(
  Object.entries(VERSIONS).map(([draft, version]) => [
    draft,
    exchange(
      `${KEY_AND_PROTOCOLS}Sec-WebSocket-Origin: http://example.com\r\nSec-WebSocket-Version: ${version}\r\n\r\n`,
      (request) => answerHybi(request, { nonce: new Uint8Array(16) }),
    ),
  ]),
);

/** hybi-00 §1.2. */
export const HIXIE76 = exchange(
  "GET /demo HTTP/1.1\r\nHost: example.com\r\nConnection: Upgrade\r\n" +
    "Sec-WebSocket-Key2: 12998 5 Y3 1  .P00\r\nSec-WebSocket-Protocol: sample\r\nUpgrade: WebSocket\r\n" +
    "Sec-WebSocket-Key1: 4 @1  46546xW%0l 1 5\r\nOrigin: http://example.com\r\n\r\n^n:ds[4U",
  answer76,
);

export const HIXIE75 = exchange(
  "GET /demo HTTP/1.1\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\nHost: example.com\r\n" +
    "Origin: http://example.com\r\nWebSocket-Protocol: sample\r\n\r\n",
  answer75,
);

/** Of every generation, by its name. */
export const ALL: ReadonlyMap<string, Exchange> = new Map([
  ["hixie-75", HIXIE75],
  ["hixie-76", HIXIE76],
  ...HYBI,
  ["rfc6455", RFC6455],
]);

/** These bytes with one text in them replaced. Throws when it is not there. */
export function replaced(bytes: Uint8Array, what: string, by: string): Uint8Array {
  const text = fromLatin1(bytes);
  if (!text.includes(what)) throw new Error(`no ${what} to replace`);
  return latin1(text.replace(what, by));
}
