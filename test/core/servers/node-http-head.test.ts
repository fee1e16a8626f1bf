import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromLatin1 } from "../../../src/core/bytes/ascii.ts";
import { readHead } from "../../../src/core/servers/node-http-head.ts";
import { request } from "./requests.ts";

const good = fromLatin1(request());

function line(text: string): ReturnType<typeof readHead> {
  return readHead(`${text}\r\nHost: a\r\n\r\n`, 0);
}

describe("a request line", () => {
  test.each([
    ["GET / HTTP/1.1", "GET", [1, 1]],
    ["GET  /  HTTP/1.1", "GET", [1, 1]],
    ["M-SEARCH * HTTP/1.0", "M-SEARCH", [1, 0]],
    ["GET / HTTP/0.9", "GET", [0, 9]],
    ["GET / HTTP/2.0", "GET", [2, 0]],
    ["GET /", "GET", [0, 9]],
    ["GET / RTSP/1.0", "GET", [1, 0]],
    ["DESCRIBE / RTSP/1.0", "DESCRIBE", [1, 0]],
    ["SOURCE / ICE/1.0", "SOURCE", [1, 0]],
    ["CONNECT a:80 HTTP/1.1", "CONNECT", [1, 1]],
  ])("%j is read", (text, method, version) => {
    expect(line(text)).toMatchObject({ method, version });
  });

  test.each([
    "get / HTTP/1.1",
    "FOO / HTTP/1.1",
    "GETX / HTTP/1.1",
    "GET/ HTTP/1.1",
    " GET / HTTP/1.1",
    "\xef\xbb\xbfGET / HTTP/1.1",
    "GET chat HTTP/1.1",
    "GET / HTTP/1.2",
    "GET / HTTP/1",
    "GET / HTTP/1.11",
    "GET / http/1.1",
    "GET / HTTP/1.1 ",
    "GET / ICE/1.0",
    "DESCRIBE / HTTP/1.1",
    "PRI * HTTP/2.0",
    "HTTP/1.1 200 OK",
  ])("%j is refused", (text) => {
    expect(line(text)).toMatchObject({ status: 400 });
  });
});

test("passes over empty lines in front", () => {
  expect(readHead(`\r\n\n${good}`, 0)).toMatchObject({ target: "/chat" });
});

test("ends behind the blank line", () => {
  expect(readHead(`${good}frames`, 0)).toMatchObject({ end: good.length });
  expect(readHead(`body${good}`, 4)).toMatchObject({ end: good.length + 4 });
});

describe("an upgrade", () => {
  test.each<[string, Parameters<typeof request>[0], boolean]>([
    ["has both fields", {}, true],
    ["may have them in a list", { Connection: "Connection: keep-alive,Upgrade , x" }, true],
    ["may be for anything", { Upgrade: "Upgrade: h2c" }, true],
    ["counts Proxy-Connection", { Connection: "Proxy-Connection: upgrade" }, true],
    ["is none without Upgrade", { Upgrade: null }, false],
    ["is none with an empty Upgrade", { Upgrade: "Upgrade: " }, false],
    ["is none without Connection", { Connection: null }, false],
    ["is none with a tab behind the word", { Connection: "Connection: Upgrade\t" }, false],
    ["is none with two words", { Connection: "Connection: Upgrade x" }, false],
  ])("%s", (_, change, upgrade) => {
    expect(readHead(fromLatin1(request(change)), 0)).toMatchObject({ upgrade });
  });
});

describe("the connection", () => {
  test.each<[string, boolean]>([
    ["GET / HTTP/1.1\r\n\r\n", true],
    ["GET / HTTP/1.1\r\nConnection: close\r\n\r\n", false],
    ["GET / HTTP/1.0\r\n\r\n", false],
    ["GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n", true],
    ["GET / HTTP/2.0\r\n\r\n", false],
  ])("is kept after %j: %s", (text, keepAlive) => {
    expect(readHead(text, 0)).toMatchObject({ keepAlive });
  });
});

test("a target of 16 KiB is too large, whether it has ended or not", () => {
  const text = `GET /${"a".repeat(16_383)}`;
  expect(readHead(text, 0)).toMatchObject({ status: 431 });
  expect(readHead(`${text} HTTP/1.1\r\n\r\n`, 0)).toMatchObject({ status: 431 });
  expect(readHead(text.slice(0, -1), 0)).toBe(null);
});

test("is unfinished at every point before its end", () => {
  fc.assert(
    fc.property(fc.nat(good.length - 1), (length) => {
      expect(readHead(good.slice(0, length), 0)).toBe(null);
    }),
  );
});

test("what is refused stays refused, whatever comes behind it", () => {
  const text = fc.string({ unit: fc.constantFrom(..."GET /:\r\n\t aH1.\x7f\xff"), maxLength: 60 });
  fc.assert(
    fc.property(text, text, (text, more) => {
      const head = readHead(text, 0);
      fc.pre(head !== null && "status" in head);
      expect(readHead(text + more, 0)).toMatchObject({ status: 400 });
    }),
  );
});
