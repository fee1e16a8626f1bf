import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../../src/core/bytes/ascii.ts";
import { compareAnswers } from "../../../../src/core/diagnosis/compare/compare.ts";
import type { ComparedPart } from "../../../../src/core/diagnosis/compare/comparison.ts";
import { draftExchange } from "../../../../src/core/diagnosis/example.ts";

const RIGHT = draftExchange().response as Uint8Array;

const compared = (change: (text: string) => string) =>
  compareAnswers(RIGHT, latin1(change(fromLatin1(RIGHT))));

const notSame = (change: (text: string) => string): string[] =>
  compared(change)
    .parts.filter(({ match }) => match !== "same")
    .map(({ name, match }) => `${name}: ${match}`);

test("two right answers are the same in every part", () => {
  const { parts, first } = compared((text) => text);
  expect(parts.map(({ name, match }) => [name, match])).toEqual([
    ["Status line", "same"],
    ["Upgrade", "same"],
    ["Connection", "same"],
    ["Sec-WebSocket-Origin", "same"],
    ["Sec-WebSocket-Location", "same"],
    ["Sec-WebSocket-Protocol", "same"],
    ["Digest", "same"],
  ]);
  expect(first).toBeNull();
});

describe("differences that the draft allows are allowed, with their section", () => {
  test.each<[string, (text: string) => string, string, string]>([
    [
      "reason phrase",
      (t) => t.replace("WebSocket Protocol", "Web Socket Protocol"),
      "Status line: allowed",
      "§4.1 steps 28–31",
    ],
    [
      "HTTP version",
      (t) => t.replace("HTTP/1.1", "HTTP/1.0"),
      "Status line: allowed",
      "§4.1 steps 28–31",
    ],
    [
      "case of a name",
      (t) => t.replace("Upgrade: WebS", "UPGRADE: WebS"),
      "Upgrade: allowed",
      "§1.2",
    ],
    [
      "no space behind a colon",
      (t) => t.replace("Upgrade: WebS", "Upgrade:WebS"),
      "Upgrade: allowed",
      "§1.2",
    ],
    [
      "case of Connection's value",
      (t) => t.replace("Connection: U", "Connection: u"),
      "Connection: allowed",
      "§4.1 step 41",
    ],
    [
      "a cookie",
      (t) => t.replace("Upgrade:", "Set-Cookie: a=b\r\nUpgrade:"),
      "Set-Cookie: allowed",
      "§4.1 step 41",
    ],
    [
      "order",
      (t) => t.replace(/(Upgrade: .*\r\n)(Connection: .*\r\n)/, "$2$1"),
      "Order of the fields: allowed",
      "§5.2 step 11",
    ],
    ["a frame behind", (t) => `${t}\x00hi\xff`, "Behind the digest: allowed", "§4.2"],
  ])("%s", (_, change, part, section) => {
    expect(notSame(change)).toEqual([part]);
    const { parts, first } = compared(change);
    expect(parts.find(({ match }) => match === "allowed")?.section).toContain(section);
    expect(first).toBeNull();
  });
});

describe("the first difference that matters is named", () => {
  test.each<[string, (text: string) => string, string, string[]]>([
    [
      "a byte of the digest",
      (t) => `${t.slice(0, -1)}\r`,
      "byte 16 of 16 of the digest: expected 2D, got 0D",
      ["Digest: different"],
    ],
    [
      "a short digest",
      (t) => t.slice(0, -9),
      "byte 8 of 16 of the digest: expected 47, got nothing",
      ["Digest: different"],
    ],
    ["no digest", (t) => t.slice(0, -16), "the digest is missing", ["Digest: missing"]],
    [
      "the location",
      (t) => t.replace("ws://", "wss://"),
      "Sec-WebSocket-Location: expected “ws://example.com/demo”, got “wss://example.com/demo”",
      ["Sec-WebSocket-Location: different"],
    ],
    [
      "a field that is not there",
      (t) => t.replace(/Upgrade: .*\r\n/, ""),
      "Upgrade is missing",
      ["Upgrade: missing"],
    ],
    [
      "a field that came twice",
      (t) => t.replace(/(Upgrade: .*\r\n)/, "$1$1"),
      "Upgrade: it has come before, and must come exactly once. WebKit goes by the first",
      ["Upgrade: unexpected"],
    ],
    [
      "another status, and the digest of a page",
      () => "HTTP/1.1 400 Bad Request\r\n\r\nno",
      "Status line: it reads “HTTP/1.1 400 Bad Request”; “101” is wanted between the first two spaces",
      [
        "Status line: different",
        "Upgrade: missing",
        "Connection: missing",
        "Sec-WebSocket-Origin: missing",
        "Sec-WebSocket-Location: missing",
        "Sec-WebSocket-Protocol: missing",
        "Digest: different",
      ],
    ],
    [
      "bytes behind the digest",
      (t) => `${t}\r\n`,
      "Behind the digest: the client takes these bytes for frames, and they are none",
      ["Behind the digest: unexpected"],
    ],
  ])("%s", (_, change, first, parts) => {
    expect(compared(change).first).toBe(first);
    expect(notSame(change)).toEqual(parts);
  });
});

test("differing bytes are where they are said to be", () => {
  const received = latin1(fromLatin1(RIGHT).replace("example.com/demo", "example.org/demo"));
  const { parts } = compareAnswers(RIGHT, received);
  const part = parts.find(({ match }) => match === "different") as ComparedPart;
  const [a, b] = part.differsAt as [number, number];
  expect([RIGHT[a], received[b]]).toEqual([0x63, 0x6f]);
});

test("whatever came, nothing throws and no span leaves the bytes", () => {
  const mangled = fc
    .array(
      fc.record({
        at: fc.nat(RIGHT.length),
        put: fc.constantFrom("", "\r\n", "\n", ":", " ", "x"),
      }),
    )
    .map((edits) =>
      edits.reduce(
        (text, { at, put }) => text.slice(0, at) + put + text.slice(at + 1),
        fromLatin1(RIGHT),
      ),
    )
    .map(latin1);
  fc.assert(
    fc.property(fc.oneof(mangled, fc.uint8Array()), (received) => {
      for (const part of compareAnswers(RIGHT, received).parts) {
        if (part.received) expect(part.received[1]).toBeLessThanOrEqual(received.length);
        if (part.expected) expect(part.expected[1]).toBeLessThanOrEqual(RIGHT.length);
      }
    }),
  );
});
