import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { explainMessage, messagesOf } from "../../../src/core/diagnosis/explain-message.ts";

interface Message {
  readonly code: string;
  readonly message: string;
}

const FIXTURE = join(import.meta.dirname, "../../fixtures/client-messages.json");
const all: Message[] = JSON.parse(readFileSync(FIXTURE, "utf8"));
/** In parentheses stand symptoms, where nothing is printed; these are too general to be recognised. */
const GENERAL = [
  "(400)",
  "(403/close)",
  "(hangs)",
  "(library specific)",
  "(ClientWebSocket aborts)",
];
/** Said of a cause that is not what it names first. */
const UNSAID = ["(Firefox: silent close)"];

const codes = (text: string): string[] => explainMessage(text).flatMap((one) => one.codes);

describe("names the cause of every message that was seen in a report", () => {
  const messages = all.filter(({ message }) => ![...GENERAL, ...UNSAID].includes(message));
  test.each(messages)("$message: $code", ({ code, message }) => {
    expect(codes(message)).toContain(code);
  });
});

describe("a message is known in any dress", () => {
  test.each<[string, string, string]>([
    [
      "with what Chrome puts before it",
      "WebSocket connection to 'ws://localhost:8080/' failed: Error during WebSocket handshake: Unexpected response code: 404",
      "status-404",
    ],
    ["with curly quotes", "‘Sec-WebSocket-Location’ header is missing", "location-mismatch"],
    ["in capitals", "INVALID UTF-8 SEQUENCE IN HEADER VALUE", "empty-response-header"],
    ["over two lines", "WebSocket opening handshake\n   timed out", "body-held-by-proxy"],
    [
      "with other values",
      "Error during WebSocket handshake: origin mismatch: http://a.example != *",
      "origin-mismatch",
    ],
    [
      "from Firefox",
      "Firefox can’t establish a connection to the server at wss://example.com/chat.",
      "no-response",
    ],
    [
      "from Firefox, of a connection that was open",
      "The connection to ws://localhost:8080/ was interrupted while the page was loading.",
      "frames-malformed",
    ],
    ["from ws for Node", "Error: Unexpected server response: 503", "status-5xx"],
  ])("%s", (_, text, code) => expect(codes(text)).toContain(code));
});

test("says what a mismatch was about", () => {
  const [first] = explainMessage(
    "Error during WebSocket handshake: location mismatch: wss://host:8080/ != ws://host:8080",
  );
  expect(first?.codes).toEqual(["location-mismatch"]);
  expect(first?.detail).toBe(
    "The client's location was “wss://host:8080/”, the server said “ws://host:8080”.",
  );
});

test("the most specific explanation comes first", () => {
  const [first] = explainMessage("HTTP/1.1 400 Hixie76 protocol not supported");
  expect(first?.codes).toEqual(["generation-mismatch-old-client"]);
});

test("what is no message is not explained", () => {
  expect(explainMessage("")).toEqual([]);
  expect(explainMessage("It does not work.")).toEqual([]);
  expect(explainMessage("HTTP/1.1 101 WebSocket Protocol Handshake")).toEqual([]);
});

test("knows what is printed for a cause", () => {
  expect(messagesOf("redirect")).toEqual([
    "Error during WebSocket handshake: Unexpected response code: 302",
  ]);
  expect(messagesOf("empty-response-header")).toEqual(["Invalid UTF-8 sequence in header value"]);
  expect(messagesOf("keys-divide")).toEqual([]);
});

test("no text makes it throw", () => {
  fc.assert(fc.property(fc.string(), (text) => void explainMessage(text)));
});

test("each explanation has all its texts", () => {
  for (const { message } of all) {
    for (const { by, meaning, capture } of explainMessage(message)) {
      for (const text of [by, meaning, capture]) expect(text).toMatch(/\S/);
    }
  }
});
