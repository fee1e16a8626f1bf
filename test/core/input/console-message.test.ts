import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { explainMessage } from "../../../src/core/diagnosis/explain-message.ts";
import { readPaste } from "../../../src/core/index.ts";

interface Message {
  readonly code: string;
  readonly message: string;
}

const FIXTURE = join(import.meta.dirname, "../../fixtures/client-messages.json");
const all: Message[] = JSON.parse(readFileSync(FIXTURE, "utf8"));
/** Symptoms stand in parentheses; a status line is an answer, and read as one, whatever stands before it. */
const printed = all.filter(({ message }) => !/^\(|HTTP\/[12]\S* \d/.test(message));

describe("a message alone is read as one, whoever prints it", () => {
  test.each(printed)("$message", ({ message }) => {
    const [first] = readPaste(message);
    expect(first?.message).toBe(message.trim());
    expect(explainMessage(message)).not.toHaveLength(0);
  });
});

describe("what only speaks of one is read as what it is", () => {
  test.each([
    [
      "an answer with such words behind it",
      "HTTP/1.1 426 Upgrade Required\r\nConnection: close\r\n\r\nUpgrade Required",
    ],
    [
      "a request with a key",
      "GET / HTTP/1.1\r\nHost: a\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n",
    ],
    ["fields alone", "Upgrade: websocket\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\n"],
    ["prose", "My socket does not open. Please help!"],
  ])("%s", (_, text) => expect(readPaste(text)[0]?.message).toBeUndefined());
});
