/** Heads on one line, as question sites and chat programs leave them. */
import { describe, expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../../src/core/bytes/ascii.ts";
import { readPaste } from "../../../../src/core/input/read-paste.ts";
import { HIXIE, RFC6455 } from "../../../fixtures/exchanges.ts";

const { request, response } = RFC6455;
const flat = (bytes: Uint8Array, separator = " ") =>
  fromLatin1(bytes).trimEnd().split("\r\n").join(separator);
const REQUEST = flat(request);
const RESPONSE = flat(response);

describe("a head on one line is cut before the names of its fields", () => {
  test.each([
    ["alone", REQUEST],
    ["behind a word", `Request: ${REQUEST}`],
    ["in quotes", `It sends "${REQUEST}" and stops.`],
    ["in a log of JSON", JSON.stringify({ level: "debug", msg: REQUEST, port: 80 })],
    ["with bars", flat(request, " | ")],
    ["with commas", `2024-01-01 10:00:00 DEBUG received ${flat(request, ", ")}`],
  ])("%s", (_, text) => {
    const at = text.indexOf("HTTP/1.1") + 8;
    expect(readPaste(text)).toMatchObject([
      { request, exact: false, lost: [{ what: "line-endings" }, { what: "line-endings", at }] },
    ]);
  });

  test("of a response, whose reason ends where the first field begins", () => {
    expect(readPaste(RESPONSE)).toMatchObject([{ response, exact: false }]);
    const head =
      "HTTP/1.1 101 Switching Protocols\r\nDate: Mon, 01 Jan 2024 10:00:00 GMT\r\nX-Id: a:1\r\n\r\n";
    expect(readPaste(flat(latin1(head)))).toMatchObject([{ response: latin1(head) }]);
  });

  test.each([
    ["a line each", `${REQUEST}\n${RESPONSE}`],
    ["one line", `${REQUEST} ${RESPONSE}`],
    ["one line, with their blank lines", `${REQUEST}  ${RESPONSE}  `],
    ["one line, with words between them", JSON.stringify({ req: REQUEST, res: RESPONSE })],
    ["paragraphs", `I send\n\n${REQUEST}\n\nand get\n\n${RESPONSE}\n\nWhat is wrong?\n`],
  ])("of both messages in %s", (_, text) => {
    expect(readPaste(text)).toMatchObject([{ request, response, exact: false }]);
  });

  test("and key3 is what stands behind two blanks", () => {
    const ascii = latin1(`${fromLatin1(HIXIE.request.subarray(0, -8))}^n:ds[4U`);
    expect(readPaste(flat(ascii))).toMatchObject([{ request: ascii, exact: false }]);
  });
});

test.each([
  '127.0.0.1 - - [01/Jan/2024] "GET /chat HTTP/1.1" 400 12 "-" "Mozilla/5.0"',
  '2024/01/01 [error] 7#7: *1 upstream prematurely closed connection, client: 10.0.0.1, server: a.b, request: "GET / HTTP/1.1", upstream: "http://10.0.0.2/", host: "a.b"',
])("%j is no head", (text) => {
  expect(readPaste(text)).toMatchObject([{ message: text }]);
});
