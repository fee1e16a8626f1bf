import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../../src/core/bytes/ascii.ts";
import { askedOr, readAskedByKey } from "../../../../src/core/clients/asked-by-key.ts";
import { compareByKey } from "../../../../src/core/diagnosis/compare/compare-by-key.ts";
import { rfcExchange } from "../../../../src/core/diagnosis/rfc-example.ts";
import { checkResponse } from "../../../../src/core/rfc6455/client.ts";

const { request, response } = rfcExchange();
const RIGHT = response as Uint8Array;
const SENT = askedOr(readAskedByKey(request), RIGHT);

type Change = (text: string) => string;

const compared = (change: Change) => compareByKey(SENT, RIGHT, latin1(change(fromLatin1(RIGHT))));

const notSame = (change: Change): string[] =>
  compared(change)
    .parts.filter(({ match }) => match !== "same")
    .map(({ name, match }) => `${name}: ${match}`);

test("two right answers are the same in every part", () => {
  const { parts, first } = compared((text) => text);
  expect(parts.map(({ name, match }) => [name, match])).toEqual([
    ["Status line", "same"],
    ["Upgrade", "same"],
    ["Connection", "same"],
    ["Sec-WebSocket-Accept", "same"],
    ["Sec-WebSocket-Protocol", "same"],
  ]);
  expect(first).toBeNull();
});

describe("differences that the RFC allows are allowed", () => {
  test.each<[string, Change, string[]]>([
    ["reason phrase", (t) => t.replace("Switching Protocols", "OK"), ["Status line: allowed"]],
    ["case of a name", (t) => t.replace("Upgrade: w", "UPGRADE: w"), ["Upgrade: allowed"]],
    ["case of a value", (t) => t.replace("websocket", "WebSocket"), ["Upgrade: allowed"]],
    ["blanks", (t) => t.replace("Accept: ", "Accept:\t "), ["Sec-WebSocket-Accept: allowed"]],
    [
      "a list",
      (t) => t.replace("Connection: ", "Connection: keep-alive, "),
      ["Connection: allowed"],
    ],
    [
      "another of the subprotocols",
      (t) => t.replace("Protocol: chat", "Protocol: superchat"),
      ["Sec-WebSocket-Protocol: allowed"],
    ],
    ["other fields", (t) => t.replace("Upgrade:", "Server: a\r\nUpgrade:"), ["Server: allowed"]],
    ["order", (t) => t.replace(/(Upgrade: .*\r\n)(Connection: .*\r\n)/, "$2$1"), []],
    ["frames", (t) => `${t}\x81\x02hi`, ["Behind the head: allowed"]],
  ])("%s", (_, change, parts) => {
    expect(notSame(change)).toEqual(parts);
    expect(compared(change).first).toBeNull();
  });
});

describe("the first difference that matters is named", () => {
  test.each<[string, Change, string, string[]]>([
    [
      "a character of the accept",
      (t) => t.replace("s3pP", "s3pQ"),
      "Sec-WebSocket-Accept: character 4 of 28: expected “P”, got “Q”",
      ["Sec-WebSocket-Accept: different"],
    ],
    [
      "a short accept",
      (t) => t.replace("K+xOo=", ""),
      "Sec-WebSocket-Accept: character 23 of 28: expected “K”, got nothing",
      ["Sec-WebSocket-Accept: different"],
    ],
    [
      "a field that is not there",
      (t) => t.replace(/Upgrade: .*\r\n/, ""),
      "Upgrade is missing",
      ["Upgrade: missing"],
    ],
    [
      "a subprotocol that was not offered",
      (t) => t.replace("Protocol: chat", "Protocol: soap"),
      "Sec-WebSocket-Protocol: expected “chat”, got “soap”",
      ["Sec-WebSocket-Protocol: different"],
    ],
    [
      "an extension that was not offered",
      (t) => t.replace(/\r\n$/, "Sec-WebSocket-Extensions: x\r\n\r\n"),
      "Sec-WebSocket-Extensions: “x” was not asked for, or not once more",
      ["Sec-WebSocket-Extensions: unexpected"],
    ],
    [
      "a second accept",
      (t) => t.replace(/(Sec-WebSocket-Accept.*\r\n)/, "$1$1"),
      "Sec-WebSocket-Accept: “s3pPLMBiTxaQ9kYGzzhZRbK+xOo=” was not asked for, or not once more",
      ["Sec-WebSocket-Accept: unexpected"],
    ],
    [
      "the status",
      (t) => t.replace("101 Switching Protocols", "200 OK"),
      "Status line: it reads “HTTP/1.1 200 OK”; “HTTP/1.1 101” is wanted",
      ["Status line: different"],
    ],
    ["no end", (t) => t.slice(0, -2), "End of the head is missing", ["End of the head: missing"]],
  ])("%s", (_, change, first, parts) => {
    expect(compared(change).first).toBe(first);
    expect(notSame(change)).toEqual(parts);
  });
});

test("an answer that the client accepts has no difference that matters but a subprotocol left out", () => {
  const text = fromLatin1(RIGHT);
  const edit = fc.record({
    at: fc.nat(text.length),
    drop: fc.nat(3),
    put: fc.constantFrom("", " ", ",", "x", ":", "\t", "A: b\r\n", "\r\n"),
  });
  fc.assert(
    fc.property(edit, ({ at, drop, put }) => {
      const bytes = latin1(text.slice(0, at) + put + text.slice(at + drop));
      const { outcome } = checkResponse(SENT, bytes, true);
      const { parts, first } = compareByKey(SENT, RIGHT, bytes);
      const isMissing = parts.some(
        ({ name, match }) => name === "Sec-WebSocket-Protocol" && match === "missing",
      );
      if (outcome === "accepted" && !isMissing) expect(first).toBeNull();
      if (outcome === "failed") expect(first).not.toBeNull();
    }),
    { numRuns: 2000 },
  );
});
