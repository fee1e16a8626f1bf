import { concat, latin1 } from "../../../src/core/bytes/ascii.ts";
import { fromHex } from "../../../src/core/bytes/hex.ts";
import type { Generation } from "../../../src/core/generation.ts";
import { HIXIE, RFC6455 } from "../../fixtures/exchanges.ts";

function lines(...all: string[]): Uint8Array {
  return latin1([...all, "\r\n"].join("\r\n"));
}

const KEYS = ["Sec-WebSocket-Key1: 4 @1  46546xW%0l 1 5", "Sec-WebSocket-Key2: 12998 5 Y3 1  .P00"];

function keyed(version: number, origin: string): Uint8Array {
  return lines(
    "GET /chat?room=1 HTTP/1.1",
    "Host: server.example.com:8080",
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    `${origin}: http://example.com`,
    "Sec-WebSocket-Protocol: chat, superchat",
    `Sec-WebSocket-Version: ${version}`,
  );
}

/** One of each generation: draft 75 §1.2, hybi-00 §1.2 with another key3, hybi-04 §1.2 and what its successors made of it. */
export const REQUESTS: readonly (readonly [Generation, Uint8Array])[] = [
  [
    "hixie-75",
    lines(
      "GET /demo HTTP/1.1",
      "Upgrade: WebSocket",
      "Connection: Upgrade",
      "Host: example.com",
      "Origin: http://example.com",
      "WebSocket-Protocol: sample",
    ),
  ],
  ["hixie-76", HIXIE.request],
  [
    "hybi-01",
    concat(
      lines(
        "GET /demo HTTP/1.1",
        "Upgrade: WebSocket",
        "Connection: Upgrade",
        "Host: example.com",
        "Origin: http://example.com",
        ...KEYS,
        "Sec-WebSocket-Draft: 2",
      ),
      fromHex("5e6e3a64735b3455")!,
    ),
  ],
  ["hybi-04", keyed(4, "Sec-WebSocket-Origin")],
  ["hybi-05", keyed(5, "Sec-WebSocket-Origin")],
  ["hybi-06", keyed(6, "Sec-WebSocket-Origin")],
  ["hybi-07", keyed(7, "Sec-WebSocket-Origin")],
  ["hybi-08", keyed(8, "Sec-WebSocket-Origin")],
  ["rfc6455", RFC6455.request],
];

export function requestOf(generation: Generation): Uint8Array {
  return REQUESTS.find(([name]) => name === generation)![1];
}

/** The request of RFC 6455 with lines of one's own behind its first. */
export function asking(...fields: string[]): Uint8Array {
  return lines(
    "GET /chat HTTP/1.1",
    "Upgrade: websocket",
    "Connection: Upgrade",
    "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
    "Sec-WebSocket-Version: 13",
    ...fields,
  );
}
