/** Messages whose first line is not what it should be, or does not stand where it should: what a server sends first, what a proxy adds. */
import { describe, expect, test } from "vitest";
import { concat, fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { hex } from "../../../src/core/bytes/hex.ts";
import { readPaste } from "../../../src/core/input/read-paste.ts";
import { HIXIE, RFC6455 } from "../../fixtures/exchanges.ts";

const { request } = HIXIE;
const escaped = (bytes: Uint8Array, print: (byte: number) => string) =>
  Array.from(bytes, (byte) =>
    byte >= 0x20 && byte < 0x7f && byte !== 0x27 && byte !== 0x5c
      ? String.fromCharCode(byte)
      : print(byte),
  ).join("");

const DRESSES: readonly [name: string, dress: (bytes: Uint8Array) => string][] = [
  ["hex", (bytes) => hex(bytes)],
  ["numbers", (bytes) => `[${bytes.join(", ")}]`],
  ["base64", (bytes) => Buffer.from(bytes).toString("base64")],
  ["Python's bytes", (bytes) => `b'${escaped(bytes, (byte) => `\\x${hex(Uint8Array.of(byte))}`)}'`],
  [
    "octal escapes",
    (bytes) => `'${escaped(bytes, (byte) => `\\${byte.toString(8).padStart(3, "0")}`)}'`,
  ],
];

/** WebKit 534 and Chromium 156 were both recorded with each of these (`status-blank-first`, `status-bom`, `status-space-first`, `status-lower`). */
const ANSWERS: readonly [name: string, answer: Uint8Array][] = [
  ["a line end", concat("\r\n", HIXIE.response)],
  ["a space", concat(" ", HIXIE.response)],
  ["a byte order mark", concat("\xef\xbb\xbf", HIXIE.response)],
  ["nothing, but small letters in it", concat("http", HIXIE.response.subarray(4))],
];

describe.each(DRESSES)("%s", (_, dress) => {
  test.each(ANSWERS)("keeps %s before a status line", (_name, answer) => {
    const { serverBytes } = HIXIE;
    const received = concat(answer, serverBytes);
    expect(readPaste(dress(received))).toMatchObject([
      { response: answer, serverBytes, exact: true },
    ]);
    expect(readPaste(`${dress(request)}\n\n${dress(received)}\n`)).toMatchObject([
      { request, response: answer, serverBytes, exact: true },
    ]);
  });
});

test("what a server printed before its answer is in the answer", () => {
  const answer = concat("<br>\nWarning: fsockopen()\n", HIXIE.response);
  const text = `${hex(request)}\n\n${hex(answer)}`;
  expect(readPaste(text)).toMatchObject([{ request, response: answer, exact: true }]);
});

describe("the header of a proxy is not in the request", () => {
  test.each([
    ["version 1", latin1("PROXY TCP4 192.0.2.1 192.0.2.2 56324 443\r\n")],
    [
      "version 2",
      latin1("\r\n\r\n\0\r\nQUIT\n\x21\x11\0\x0c\xc0\0\x02\x01\xc0\0\x02\x02\xdc\x04\x01\xbb"),
    ],
  ])("%s", (_, header) => {
    const bytes = concat(header, request);
    expect(readPaste(bytes)).toMatchObject([{ request, exact: true }]);
    expect(readPaste(hex(bytes))).toMatchObject([{ request, exact: true }]);
  });
});

describe("in text", () => {
  const answer = fromLatin1(RFC6455.response);

  test.each([
    ["indented", (line: string) => `    ${line}`],
    ["filled up to 80 columns", (line: string) => line.padEnd(80)],
  ])("a lone message is read with all of its lines %s", (_, print) => {
    for (const side of ["request", "response"] as const) {
      const text = fromLatin1(RFC6455[side]).split("\r\n").map(print).join("\n");
      expect(readPaste(text)).toMatchObject([{ [side]: RFC6455[side], exact: false }]);
    }
  });

  test.each([
    [" ", "edge-spaces"],
    ["\u00ef\u00bb\u00bf", "start-line"],
    ["???", "start-line"],
  ])("%j before a status line alone is told", (junk, what) => {
    expect(readPaste(junk + answer)).toMatchObject([
      {
        response: RFC6455.response,
        exact: false,
        lost: [{ what, in: "response", at: junk.length }],
      },
    ]);
  });

  test("a status line in small letters is one", () => {
    const small = answer.replace("HTTP", "http");
    expect(readPaste(small)).toMatchObject([{ response: latin1(small), exact: true }]);
  });
});
