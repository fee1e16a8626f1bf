import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../../src/core/bytes/ascii.ts";
import { compareHixie75 } from "../../../../src/core/diagnosis/compare/compare-hixie75.ts";
import { checkResponse, makeRequest } from "../../../../src/core/hixie75/client.ts";
import { answer } from "../../../../src/core/hixie75/handshake.ts";

const SENT = makeRequest({
  secure: false,
  host: "example.com",
  port: 80,
  resource: "/demo",
  origin: "http://example.com",
  protocol: "sample",
});
const RIGHT = fromLatin1(answer(SENT.bytes));

const compared = (received: string) => compareHixie75(latin1(RIGHT), latin1(received));

test("two right answers are the same in every part", () => {
  const { parts, first } = compared(RIGHT);
  expect(parts.map(({ name, match }) => [name, match])).toEqual([
    ["Status line", "same"],
    ["Upgrade", "same"],
    ["Connection", "same"],
    ["WebSocket-Origin", "same"],
    ["WebSocket-Location", "same"],
    ["WebSocket-Protocol", "same"],
  ]);
  expect(first).toBeNull();
});

/** With what is said first of each; null where it is allowed. */
const CHANGES: readonly (readonly [string, (text: string) => string, RegExp | null])[] = [
  ["another reason", (t) => t.replace("Web Socket", "WebSocket"), /^Status line: expected/],
  ["another status", (t) => t.replace("101", "200"), /^Status line: expected/],
  ["Upgrade in lower case", (t) => t.replace(": WebS", ": webs"), /^Upgrade: the second line/],
  [
    "the fixed lines swapped",
    (t) => t.replace(/(Upgrade: .*\r\n)(Connection: .*\r\n)/, "$2$1"),
    /^Upgrade: the second line/,
  ],
  ["no Connection", (t) => t.replace(/Connection: .*\r\n/, ""), /^Connection: the third line/],
  [
    "another location",
    (t) => t.replace("ws://example.com/demo", "ws://localhost/demo"),
    /^WebSocket-Location: expected “ws:\/\/example.com\/demo”, got “ws:\/\/localhost\/demo”/,
  ],
  ["no origin", (t) => t.replace(/WebSocket-Origin: .*\r\n/, ""), /^WebSocket-Origin is missing/],
  ["an origin twice", (t) => t.replace(/(WebSocket-Origin: .*\r\n)/, "$1$1"), /exactly once/],
  ["a line that is no field", (t) => t.replace(/\r\n\r\n/, "\r\nwhat\r\n\r\n"), /no field/],
  ["lines of Unix", (t) => t.replaceAll("\r\n", "\n"), /LF alone/],
  ["no end", (t) => t.slice(0, -2), /^End of the head is missing/],
  ["text behind", (t) => `${t}hello`, /takes these bytes for frames/],
  ["a cookie", (t) => t.replace("WebSocket-Or", "Set-Cookie: a=b\r\nWebSocket-Or"), null],
  ["a name in lower case", (t) => t.replace("WebSocket-Or", "websocket-or"), null],
  [
    "the named fields in another order",
    (t) => t.replace(/(WebSocket-Origin: .*\r\n)(WebSocket-Location: .*\r\n)/, "$2$1"),
    null,
  ],
  ["a frame behind", (t) => `${t}\x00hi\xff`, null],
];

describe("the first difference that matters is named", () => {
  test.each(CHANGES)("%s", (_, change, words) => {
    const { first } = compared(change(RIGHT));
    if (words === null) expect(first).toBeNull();
    else expect(first).toMatch(words);
  });
});

test("nothing that matters differs exactly where a client of the draft accepts", () => {
  const lines = RIGHT.split("\r\n");
  const someLines = fc
    .shuffledSubarray([...lines, ...lines, "Set-Cookie: a", "what", "upgrade: WebSocket"])
    .map((some) => [...some, "", ""].join("\r\n"));
  const anEdit = fc
    .tuple(fc.nat(RIGHT.length), fc.nat(3), fc.string({ maxLength: 3 }))
    .map(([at, size, text]) => RIGHT.slice(0, at) + text + RIGHT.slice(at + size));
  fc.assert(
    fc.property(fc.oneof(someLines, anEdit), (text) => {
      const received = latin1(text.replace(/[^\0-\xff]/g, "?"));
      const { end } = { end: 0, ...checkResponse(SENT, received) };
      const head = end > 0 ? received.subarray(0, end) : received;
      expect(compareHixie75(latin1(RIGHT), head).first === null).toBe(end > 0);
    }),
  );
});
