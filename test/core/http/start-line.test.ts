import { describe, expect, it, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { HandshakeError } from "../../../src/core/handshake-error.ts";
import { readHead } from "../../../src/core/http/head.ts";
import { checkLines, readStatusCode, readTarget } from "../../../src/core/http/start-line.ts";

describe("the target", () => {
  it.each([
    ["GET / HTTP/1.1", "/"],
    ["GET /chat?a=b%20c HTTP/1.1", "/chat?a=b%20c"],
    ["GET http://example.com/chat HTTP/1.1", "http://example.com/chat"],
    ["GET / HTTP/1.2", "/"],
    ["GET / HTTP/2.0", "/"],
    [`GET /${"x".repeat(9000)} HTTP/1.1`, `/${"x".repeat(9000)}`],
  ])("of %j", (line, target) => {
    const bytes = latin1(line);
    expect(fromLatin1(bytes.subarray(...readTarget(bytes, [0, bytes.length])))).toBe(target);
  });

  it.each([
    ["", "not-http"],
    ["GET", "not-http"],
    ["GET /", "not-http"],
    ["GET / HTTP/1", "not-http"],
    ["GET / http/1.1", "not-http"],
    ["hello to the server", "not-http"],
    ["POST / HTTP/1.1", "method-not-get"],
    ["get / HTTP/1.1", "method-not-get"],
    ["GET / HTTP/1.0", "http10"],
    ["GET / HTTP/0.9", "http10"],
    ["GET  HTTP/1.1", "target-empty"],
    ["GET chat HTTP/1.1", "target-empty"],
    ["GET /a b HTTP/1.1", "target-not-escaped"],
    ["GET /\xe4 HTTP/1.1", "target-not-escaped"],
  ])("is not to be had from %j: %s", (line, code) => {
    const bytes = latin1(line);
    expect(() => readTarget(bytes, [0, bytes.length])).toThrow(new HandshakeError(code));
  });
});

describe("lines", () => {
  it.each([
    ["A: b\n\r\n", "lf-line-endings"],
    ["A: b\r\n", "head-not-terminated"],
    ["A: b\rc\r\n\r\n", "bare-cr"],
    ["A b\r\n\r\n", "header-without-colon"],
    [": b\r\n\r\n", "header-without-colon"],
    ["A : b\r\n\r\n", "header-without-colon"],
    ["A: b\r\n c: d\r\n\r\n", "header-without-colon"],
  ])("that end or begin wrongly, as %j, are refused: %s", (fields, code) => {
    const bytes = latin1(`GET / HTTP/1.1\r\n${fields}`);
    expect(() => checkLines(bytes, readHead(bytes))).toThrow(new HandshakeError(code));
  });

  it("that are right lead behind the blank one", () => {
    const bytes = latin1("GET / HTTP/1.1\r\nA: b\r\n\r\nmore");
    expect(checkLines(bytes, readHead(bytes))).toBe(bytes.length - 4);
  });
});

test.each([
  ["HTTP/1.1 101 Switching Protocols", "101"],
  ["HTTP/1.1 404 ", "404"],
  ["HTTP/1.0 101", "101"],
  ["HTTP/1.1 1010 x", null],
  ["HTTP/1.1  101 x", null],
  ["101 Switching Protocols", null],
  ["", null],
])("the status code of %j is %j", (line, code) => {
  const bytes = latin1(line);
  const span = readStatusCode(bytes, [0, bytes.length]);
  expect(span && fromLatin1(bytes.subarray(...span))).toBe(code);
});
