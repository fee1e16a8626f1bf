import { describe, expect, test } from "vitest";
import { latin1 } from "../../src/core/bytes/ascii.ts";
import { recogniseAnswer, recogniseGeneration } from "../../src/core/generation.ts";
import { readHead } from "../../src/core/http/head.ts";

const request = (...fields: string[]): Uint8Array =>
  latin1(["GET / HTTP/1.1", "Host: example.com", ...fields, "", ""].join("\r\n"));

const UPGRADE = ["Upgrade: WebSocket", "Connection: Upgrade"];

describe("names the generation of", () => {
  test.each<[string, string, Uint8Array]>([
    [
      "two numbered keys",
      "hixie-76",
      request(...UPGRADE, "Sec-WebSocket-Key1: 1 1", "Sec-WebSocket-Key2: 1 1"),
    ],
    ["one numbered key", "hixie-76", request(...UPGRADE, "Sec-WebSocket-Key2: 1 1")],
    ["numbered keys without Upgrade", "hixie-76", request("Sec-WebSocket-Key1: 1 1")],
    ["field names in lower case", "hixie-76", request("sec-websocket-key1: 1 1")],
    [
      "numbered keys and draft 0",
      "hixie-76",
      request("Sec-WebSocket-Key1: 1 1", "Sec-WebSocket-Draft: 0"),
    ],
    [
      "numbered keys and draft 2",
      "hybi-01",
      request("Sec-WebSocket-Key1: 1 1", "Sec-WebSocket-Draft: 2"),
    ],
    ["no key", "hixie-75", request(...UPGRADE)],
    [
      "no key, and Upgrade in another case beside an Origin",
      "hixie-75",
      request("Upgrade: websocket", "Connection: Upgrade", "Origin: http://example.com"),
    ],
    [
      "no key, and Upgrade in another case beside a subprotocol of draft 75",
      "hixie-75",
      request("Upgrade: WEBSOCKET", "Connection: Upgrade", "WebSocket-Protocol: chat"),
    ],
    [
      "no key, but extensions",
      "rfc6455",
      request(...UPGRADE, "Origin: http://example.com", "Sec-WebSocket-Extensions: x"),
    ],
    [
      "no key, and neither Origin nor the letter case of draft 75",
      "rfc6455",
      request("Upgrade: websocket", "Connection: Upgrade"),
    ],
    [
      "version 4",
      "hybi-04",
      request(...UPGRADE, "Sec-WebSocket-Key: x", "Sec-WebSocket-Version: 4"),
    ],
    [
      "version 7",
      "hybi-07",
      request(...UPGRADE, "Sec-WebSocket-Key: x", "Sec-WebSocket-Version: 7"),
    ],
    [
      "version 8",
      "hybi-08",
      request(...UPGRADE, "Sec-WebSocket-Key: x", "Sec-WebSocket-Version: 8"),
    ],
    [
      "version 13",
      "rfc6455",
      request(...UPGRADE, "Sec-WebSocket-Key: x", "Sec-WebSocket-Version: 13"),
    ],
    ["version 13, spaces around it", "rfc6455", request("Sec-WebSocket-Version:   13 ")],
    ["a version of no draft", "rfc6455", request("Sec-WebSocket-Version: 99")],
    ["a key and no version", "rfc6455", request(...UPGRADE, "Sec-WebSocket-Key: x")],
    ["no Upgrade", "http", request("Connection: keep-alive")],
    ["Upgrade to something else", "http", request("Upgrade: h2c", "Connection: Upgrade")],
    ["another method", "http", latin1("OPTIONS * HTTP/1.1\r\n\r\n")],
    ["a response", "unknown", latin1("HTTP/1.1 101 WebSocket Protocol Handshake\r\n\r\n")],
    ["words", "unknown", latin1("hello there")],
    ["nothing", "unknown", latin1("")],
  ])("a request with %s: %s", (_, generation, bytes) => {
    expect(recogniseGeneration(bytes).generation).toBe(generation);
  });

  test("says what gave it away, and where", () => {
    const bytes = request("Sec-WebSocket-Version: 8");
    const { evidence, span } = recogniseGeneration(bytes);
    expect(evidence).toBe("It has Sec-WebSocket-Version: 8.");
    expect(String.fromCharCode(...bytes.subarray(...(span as [number, number])))).toBe("8");
  });
});

test("an answer with the fields of several generations is of the one that was asked for", () => {
  const bytes = latin1(
    "HTTP/1.1 101 x\r\nSec-WebSocket-Accept: x\r\nSec-WebSocket-Origin: y\r\n\r\n",
  );
  const head = readHead(bytes);
  expect(recogniseAnswer(bytes, head, "hixie-76").generation).toBe("hixie-76");
  expect(recogniseAnswer(bytes, head, "hixie-75").generation).toBe("rfc6455");
  expect(recogniseAnswer(bytes, head).generation).toBe("rfc6455");
});
