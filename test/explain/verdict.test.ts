import { expect, test } from "vitest";
import { diagnose } from "../../src/core/diagnosis/diagnose.ts";
import type { Conversation } from "../../src/core/input/conversation.ts";
import { readPaste } from "../../src/core/input/read-paste.ts";
import { verdictOf } from "../../src/explain/verdict.ts";

const EXCHANGE = `GET /demo HTTP/1.1
Upgrade: WebSocket
Connection: Upgrade
Host: example.com
Origin: http://example.com

HTTP/1.1 101 Web Socket Protocol Handshake
Upgrade: WebSocket
Connection: Upgrade
WebSocket-Origin: http://example.com
WebSocket-Location: ws://example.com/demo

`;

function sentenceOn(text: string): string {
  const [conversation] = readPaste(text);
  const evidence = {
    pending: false,
    steps: [],
    asked: true,
    answered: true,
    summary: { sentence: "A right request.", detail: "" },
    message: undefined,
  };
  return verdictOf(evidence, diagnose(conversation as Conversation, { secure: false })).sentence;
}

test("an answer in lines of Unix is called right", () => {
  expect(sentenceOn(EXCHANGE)).toMatch(/a client accepts it/);
});

test("of a request without its eight bytes it says that", () => {
  const keys = "Sec-WebSocket-Key1: 1 2\nSec-WebSocket-Key2: 3 0\nOrigin:";
  const [request = ""] = EXCHANGE.replace("Origin:", keys).split("HTTP/1.1 101");
  expect(sentenceOn(request)).toMatch(/does not hold the eight bytes/);
});

test("of what cannot be judged it says what is missing, not what is there", () => {
  const sentence = sentenceOn(EXCHANGE.replace(/Host: .*/, "Host: [redacted]"));
  expect(sentence).toBe("Host is not in the paste, and the answer has to repeat it.");
});
