/** What looks like the dress of a paste and is what was sent, or nothing that was: it is neither taken off nor taken for bytes. */
import { describe, expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { hex } from "../../../src/core/bytes/hex.ts";
import { readPaste } from "../../../src/core/input/read-paste.ts";
import { isCutShort } from "../../../src/core/input/text/cut-line.ts";
import { HIXIE, RFC6455 } from "../../fixtures/exchanges.ts";

const { request, response } = RFC6455;
const open = fromLatin1(request).slice(0, -2);
const HEAD = JSON.stringify(fromLatin1(HIXIE.request.subarray(0, -8)));

test.each(["BrokenHeader", "X_Token abc", "Set Cookie x"])(
  "a field without a colon, %j, before an answer",
  (line) => {
    const broken = latin1(`${open}${line}\r\n\r\n`);
    expect(readPaste(`${fromLatin1(broken)}${fromLatin1(response)}`)).toMatchObject([
      { request: broken, response, exact: true },
    ]);
  },
);

test.each(["print(x)", "exit(0);", "token = 12345678"])(
  "code below the string of a head: %s is no key3",
  (code) => {
    const [conversation] = readPaste(`req = ${HEAD}\n${code}\n`);
    expect(conversation?.request).toEqual(HIXIE.request.subarray(0, -8));
  },
);

test("characters below the string of a head are taken for key3, and said to be a guess", () => {
  expect(readPaste(`req = ${HEAD}\n^n:ds[4U\n`)).toMatchObject([
    { exact: false, lost: [{ what: "key3", in: "request" }] },
  ]);
});

test("bytes in brackets, each in its own, are no line numbers", () => {
  const dump = hex(request, " ").replace(/\S\S/g, "[$&]");
  const rows = (dump.match(/(?:\S+ ?){1,16}/g) ?? []).join("\n");
  expect(readPaste(rows)).toMatchObject([{ request, exact: true }]);
});

test("the tags of an answer's content", () => {
  const refused = latin1(
    "HTTP/1.1 400 Bad Request\r\nContent-Length: 38\r\n\r\n<html><p>Bad <b>request</b></p></html>",
  );
  expect(readPaste(`${fromLatin1(request)}${fromLatin1(refused)}`)).toMatchObject([
    { request, response: refused, exact: true },
  ]);
});

test("an attempt to split a request line by its target", () => {
  const probe = "GET /%20HTTP/1.1%0d%0aHost:%20x%0d%0aX:%20 HTTP/1.1\r\nHost: a\r\n\r\n";
  expect(readPaste(probe)).toMatchObject([{ request: latin1(probe), exact: true }]);
});

test("an answer on a connection that was kept, before the next request", () => {
  const before = latin1("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n");
  expect(readPaste(`${hex(before)}${hex(request)}`)).toMatchObject([
    { response: before },
    { request },
  ]);
});

test("log words before HttpClient's lines, and bytes behind its head", () => {
  const rows = ["GET / HTTP/1.1[\\r][\\n]", "Host: a[\\r][\\n]", "[\\r][\\n]", "^n:ds[4U"];
  expect(readPaste(rows.map((row) => `DEBUG wire - "${row}"\n`).join(""))).toMatchObject([
    {
      request: latin1("GET / HTTP/1.1\r\nHost: a\r\n\r\n"),
      clientBytes: latin1("^n:ds[4U"),
      exact: true,
    },
  ]);
});

test("an empty line that is printed between two others ends the head", () => {
  const code =
    'client.println("GET / HTTP/1.1");\nclient.println("Host: a");\nclient.println();\nclient.println("^n");\n';
  const [conversation] = readPaste(code);
  expect(conversation?.request).toEqual(latin1("GET / HTTP/1.1\r\nHost: a\r\n\r\n"));
});

describe("the last line of a text", () => {
  test.each([
    ["Origin: http://", true],
    ["Origin: file://", false],
    ["Origin: null", false],
    ["Origin: http://a", false],
    ["Upgrade: websock", true],
    ["Cookie: a,", false],
  ])("%s is cut: %s", (line, isCut) => {
    expect(isCutShort(line)).toBe(isCut);
  });
});
