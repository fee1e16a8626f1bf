import { describe, expect, test } from "vitest";
import { analyse } from "../../../src/core/analyse.ts";
import type { Conversation } from "../../../src/core/input/conversation.ts";
import { readPaste } from "../../../src/core/input/read-paste.ts";

const report = (text: string) => analyse(readPaste(text)[0] as Conversation);

test.each([
  [
    "Error during WebSocket handshake: location mismatch: wss://host:8080/ != ws://host:8080",
    "location-mismatch",
  ],
  ["WebSocket connection to 'ws://a/' failed: Invalid frame header", "frames-malformed"],
  ["Error: Unexpected server response: 404", "status-404"],
  // What no reader takes for a message.
  ["2024-03-12T10:22:33.123Z ERROR [main] Bad keys", "body-not-8-bytes"],
])("%s: its likeliest cause comes first, and blames nobody", (text, code) => {
  const { findings, verdict } = report(text);
  expect(findings[0]?.code).toBe(code);
  expect(findings[0]?.title).toMatch(/^“.*”: its likeliest cause$/);
  expect(findings.filter(({ level }) => level === "error")).toEqual([]);
  expect(verdict).toBe("unknown");
});

test("every cause is there once, and none of a message within a handshake", () => {
  const codes = report(
    "Error during WebSocket handshake: Unexpected response code: 400",
  ).findings.map(({ code }) => code);
  expect(new Set(codes).size).toBe(codes.length);
  expect(codes).toContain("key-not-16-bytes");
  const request = "GET / HTTP/1.1\r\nHost: a\r\nX: Bad keys\r\n\r\n";
  expect(
    report(request)
      .findings.map(({ title }) => title)
      .join(),
  ).not.toContain("Bad keys");
  expect(report("hello there").findings.map(({ code }) => code)).toEqual([
    "not-http",
    "paste-artefact",
  ]);
});

describe("the line of a status without any field is a message too", () => {
  test.each([
    ["HTTP/1.1 400 Bad Request", "key-not-16-bytes"],
    ["HTTP/1.1 400", "key-without-spaces"],
    ["HTTP/1.1 400 … Hixie76 protocol not supported", "generation-mismatch-old-client"],
    ["HTTP/1.1 501", "body-in-second-packet"],
    ["HTTP/1.1 500 Internal Server Error", "body-in-second-packet"],
  ])("%s", (text, code) => {
    const { findings } = report(text);
    expect(findings.filter(({ level }) => level === "info").map((one) => one.code)).toContain(code);
  });

  test("but not with a field, nor when it is 101", () => {
    for (const text of ["HTTP/1.1 400 Bad Request\r\nServer: a\r\n\r\n", "HTTP/1.1 101 OK"]) {
      expect(
        report(text)
          .findings.map(({ title }) => title)
          .join(),
      ).not.toContain("likeliest cause");
    }
  });
});
