/** Lines that a program printed, pasted alone: all that reports show are told from handshakes. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readPaste } from "../../../src/core/input/read-paste.ts";

const FIXTURE = join(import.meta.dirname, "../../fixtures/client-messages.json");
const seen: { message: string }[] = JSON.parse(readFileSync(FIXTURE, "utf8"));
/** In parentheses stand symptoms; a status line alone is a response. */
const printed = seen.map(({ message }) => message).filter((text) => !/^\(|HTTP\/[12]/.test(text));

describe("a message is kept as one", () => {
  test.each([
    ...new Set(printed),
    "Expected HTTP 101 response but was '404 Not Found'",
    "Handshake status 502 Bad Gateway",
    "403, message='Invalid response status', url=URL('ws://a/')",
    "Error: socket hang up",
    "SSL routines:ssl3_get_record:wrong version number",
    '127.0.0.1 - - [10/Oct/2024:13:55:36 +0000] "\\x16\\x03\\x01\\x02\\x00" 400 157 "-" "-"',
  ])("%s", (message) => expect(readPaste(message)).toMatchObject([{ message: message.trim() }]));
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
  ])("%s", (_, text) => expect(readPaste(text)[0]?.message).toBeUndefined());
});

test.each([
  "It does not work.",
  "My socket does not open. Please help!",
  "SSH-2.0-OpenSSH_9.6",
  "hello",
  "GET /demo",
  "{}",
])("%s is none", (text) => expect(readPaste(text)[0]?.message).toBeUndefined());
