import { describe, expect, test } from "vitest";
import { latin1 } from "../../../../src/core/bytes/ascii.ts";
import { withKey3 } from "../../../../src/core/input/key3.ts";
import { readPaste, readPasteAs } from "../../../../src/core/input/read-paste.ts";
import { HIXIE } from "../../../fixtures/exchanges.ts";

const LINES = [
  "GET /demo HTTP/1.1",
  "Host: example.com",
  "Connection: Upgrade",
  "Sec-WebSocket-Key2: 12998 5 Y3 1  .P00",
  "Upgrade: WebSocket",
  "Sec-WebSocket-Key1: 4 @1  46546xW%0l 1 5",
  "Origin: http://example.com",
];
const HEAD = `${LINES.join("\r\n")}\r\n\r\n`;
const ANSWER =
  "HTTP/1.1 101 WebSocket Protocol Handshake\r\nUpgrade: WebSocket\r\nConnection: Upgrade\r\n" +
  "Sec-WebSocket-Origin: http://example.com\r\nSec-WebSocket-Location: ws://example.com/demo\r\n\r\n8jKS'y:G*Co,Wxa-";

const lf = (text: string) => text.replaceAll("\r\n", "\n");
const what = (text: string) => readPaste(text)[0]?.lost.map((loss) => loss.what);

describe("text with CRLF", () => {
  test("is exact when key3 is ASCII", () => {
    expect(readPaste(`${HEAD}^n:ds[4U`)).toEqual([
      { request: latin1(`${HEAD}^n:ds[4U`), format: "raw HTTP text", exact: true, lost: [] },
    ]);
  });
  test("is two messages where an answer follows", () => {
    const [conversation] = readPaste(`${HEAD}^n:ds[4U${ANSWER}`.replace("4UHTTP", "4U\r\nHTTP"));
    expect(conversation?.request).toEqual(latin1(`${HEAD}^n:ds[4U`));
    expect(conversation?.response).toEqual(latin1(ANSWER));
  });
});

test.each(["\r\n", "\n"])("an answer on the line of key3 is another message, with %j", (end) => {
  const text = `${HEAD}^n:ds[4U${ANSWER}\n`.replaceAll("\r\n", end);
  expect(readPaste(text)).toMatchObject([
    { request: latin1(`${HEAD}^n:ds[4U`), response: latin1(ANSWER) },
  ]);
});

describe("text with LF", () => {
  test("gets CRLF, and says so", () => {
    const [conversation] = readPaste(lf(`${HEAD}^n:ds[4U\n`));
    expect(conversation?.request).toEqual(latin1(`${HEAD}^n:ds[4U`));
    expect(conversation?.lost).toMatchObject([{ what: "line-endings", in: "request", at: 18 }]);
    expect(conversation?.exact).toBe(false);
  });
  test("keeps LF when the reader says so", () => {
    const [conversation] = readPasteAs(lf(`${HEAD}^n:ds[4U`), { lineEndings: "as-is" });
    expect(conversation?.request).toEqual(latin1(lf(`${HEAD}^n:ds[4U`)));
  });
});

describe("key3 in text", () => {
  test.each<[string, string, string[]]>([
    ["is absent", "", ["key3"]],
    ["has seven characters", "^n:ds[4", ["key3"]],
    ["holds U+FFFD", "^n:d\ufffd[4U", ["key3"]],
    ["has what may stand for another byte", "^n:d?[4U", ["replaced-bytes"]],
    ["has characters of Latin-1", "^n:d\u00e9[4U", ["charset"]],
    ["has characters of Windows-1251", "\u0457n't5\u0459ab", ["charset"]],
  ])("%s", (_, key3, losses) => {
    expect(what(HEAD + key3)).toEqual(losses);
  });
  test.each([
    ["5e 6e 3a 64 73 5b 34 55"],
    ["5e6e3a64735b3455"],
    ["\\x5e\\x6e\\x3a\\x64\\x73\\x5b\\x34\\x55"],
    ["key3: 5E:6E:3A:64:73:5B:34:55"],
    ["head: <Buffer 5e 6e 3a 64 73 5b 34 55>"],
    ["key3 = ^n:ds[4U"],
    ["{0x5e, 0x6e, 0x3a, 0x64, 0x73, 0x5b, 0x34, 0x55}"],
    ["94 110 58 100 115 91 52 85"],
    ["[94, 110, 58, 100, 115, 91, 52, 85]"],
    ['"^n:ds[4U"'],
    ["b'^n:ds[4\\x55'"],
    ["\\136n:ds[4U"],
  ])("is read where it is written down as %j", (key3) => {
    expect(readPaste(`${HEAD}${key3}\r\n`)).toMatchObject([
      { request: latin1(`${HEAD}^n:ds[4U`), exact: true },
    ]);
  });
  test.each([
    ["cat -v", ""],
    ["cat -A", "$"],
  ])("is read as %s shows it", (_, end) => {
    const shown = Array.from(HIXIE.request, (byte) => {
      const low = byte & 0x7f;
      if (byte === 10) return `${end}\n`;
      const caret =
        low < 0x20 || low === 0x7f
          ? `^${String.fromCharCode(low ^ 0x40)}`
          : String.fromCharCode(low);
      return byte > 0x7f ? `M-${caret}` : caret;
    }).join("");
    expect(readPaste(`${shown}${end}\n`)).toMatchObject([{ request: HIXIE.request, exact: true }]);
  });
  test("can be given by hand", () => {
    const [conversation] = readPaste(HEAD);
    expect(conversation && withKey3(conversation, latin1("^n:ds[4U"))).toEqual({
      request: latin1(`${HEAD}^n:ds[4U`),
      format: "raw HTTP text",
      exact: true,
      lost: [],
    });
  });
});

test("a text that ends at its last header gets its blank line", () => {
  const [conversation] = readPaste(LINES.join("\r\n"));
  expect(conversation?.request).toEqual(latin1(HEAD));
  expect(conversation?.lost.map((loss) => loss.what)).toEqual(["line-endings", "key3"]);
});

test.each([
  ["hex", "386a4b5327793a472a436f2c5778612d"],
  ["base64", "OGpLUyd5OkcqQ28sV3hhLQ=="],
])("a digest that was sent as %s is kept, its end behind it", (_, digest) => {
  const head = ANSWER.slice(0, -16);
  const parts = {
    response: latin1(head + digest.slice(0, 16)),
    serverBytes: latin1(digest.slice(16)),
  };
  expect(readPaste(head + digest)).toMatchObject([{ ...parts, exact: true }]);
  expect(readPaste(`${lf(head)}${digest}\n`)).toMatchObject([
    { ...parts, lost: [{ what: "line-endings" }] },
  ]);
});

describe("content", () => {
  const refusal = "HTTP/1.1 400 Bad Request\r\nContent-Length: 4\r\n\r\n";

  test("ends where its length says", () => {
    expect(readPaste(`${refusal}Nope\r\n\r\n`)).toMatchObject([
      { response: latin1(`${refusal}Nope`), exact: true },
    ]);
  });
  test.each([
    ["No", "cut"],
    ["N\ufffdp", "replaced-bytes"],
    ["Né!", "charset"],
  ])("%j is not what was sent", (content, expected) => {
    expect(what(refusal + content)).toEqual([expected]);
  });
});

test("bytes are taken as they are", () => {
  const bytes = latin1(`${lf(HEAD)}\0\x8d\xff\n\x19[4U`);
  expect(readPaste(bytes)).toEqual([
    { request: bytes, format: "raw bytes", exact: true, lost: [] },
  ]);
});

test("nothing gives nothing, and garbage is kept", () => {
  expect(readPaste("")).toEqual([]);
  expect(readPaste(" \n ")).toEqual([]);
  expect(readPaste("hello")).toMatchObject([
    { request: latin1("hello"), format: "text", exact: false },
  ]);
});
