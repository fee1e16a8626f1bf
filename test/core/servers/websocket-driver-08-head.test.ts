import { describe, expect, test } from "vitest";
import { latin1 } from "../../../src/core/bytes/ascii.ts";
import {
  type DriverRequest,
  readRequest,
} from "../../../src/core/servers/websocket-driver-08-head.ts";

function read(text: string): DriverRequest | null {
  const request = readRequest(latin1(text));
  if (request === "endless") throw new Error("It should have an end");
  return request;
}

function fields(lines: string): unknown {
  return Object.fromEntries(read(`GET / HTTP/1.1\r\n${lines}\r\n\r\n`)?.fields ?? []);
}

/** All of them seen at websocket-driver 0.8.0. */
describe("fields", () => {
  test.each<[string, Record<string, string>]>([
    ["X: a", { x: "a" }],
    ["X:\t a b \t", { x: "a b" }],
    ["X: a\nY:b", { x: "a", y: "b" }],
    ["X: a\r\nx: b", { x: "a, b" }],
    ["X: a\r\n  b \r\n\tc", { x: "a b c" }],
    ["X:\r\n b", { x: "b" }],
    [" b\r\nX: a", { x: "a" }],
    ["X : a\r\nno colon\r\n: a\r\nY:", { y: "" }],
    ["X: \xe9\xbf", { x: "i?" }],
  ])("of %j", (lines, expected) => {
    expect(fields(lines)).toEqual(expected);
  });
});

describe("a request line", () => {
  test.each(["GET / HTTP/9.9", "FOO chat HTTP/1.1", "\r\n\nGET / HTTP/1.1", "M-X \x01 HTTP/1.1"])(
    "%j is read",
    (line) => {
      expect(read(`${line}\r\n\r\n`)?.method).toMatch(/^[A-Z-]+$/);
    },
  );

  test.each([
    "get / HTTP/1.1",
    "GET  / HTTP/1.1",
    "GET / HTTP/1.1 ",
    "GET / HTTP/1",
    "GET_ / HTTP/1.1",
  ])("%j is not", (line) => {
    expect(read(`${line}\r\n`)).toMatchObject({ method: null, target: null });
  });
});

test("CR alone within a line is a fault", () => {
  expect(read("GET / HTTP/1.1\r\nX: a\rb\r\n\r\n")).toMatchObject({ method: null });
});

test("is unfinished without a blank line", () => {
  expect(read("GET / HTTP/1.1\r\nX: a\r\n")).toBe(null);
  expect(read("")).toBe(null);
});

describe("what is behind the head", () => {
  const UPGRADE = "GET / HTTP/1.1\r\nUpgrade: x\r\nConnection: upgrade\r\n";
  test.each<[string, string, number]>([
    ["", "12345678", 8],
    ["Content-Length: 0\r\n", "12345678", 8],
    ["Content-Length: 8\r\n", "12345678", 0],
    ["Content-Length: 2\r\n", "12345678", 0],
    ["Content-Length: x\r\n", "12345678", 0],
    ["Transfer-Encoding: chunked\r\n", "12345678", 8],
    ["Transfer-Encoding: chunked\r\nContent-Length: 8\r\n", "12345678", 0],
  ])("with %j, of %j the WebSocket gets %i bytes", (lines, body, count) => {
    const text = `${UPGRADE}${lines}\r\n${body}`;
    expect(text.length - read(text)!.behind).toBe(count);
  });

  test("a body is another request, whose fields join those of the first", () => {
    const more = "POST / HTTP/1.1\r\nUpgrade: y\r\n\r\n";
    const text = `${UPGRADE}Content-Length: 2\r\n\r\nok${more}`;
    expect(read(text)).toMatchObject({ method: "POST" });
    expect(read(text)?.fields.get("upgrade")).toBe("x, y");
  });

  /** Seen there too; not with the servers in this process, which it would stop. */
  test.each(["-39", "-40", "-41", "-500"])("a length of %s is gone back by, for ever", (length) => {
    const bytes = latin1(`GET / HTTP/1.1\r\nContent-Length: ${length}\r\n\r\nx`);
    expect(readRequest(bytes)).toBe("endless");
  });

  test("a length of -5 comes to an end", () => {
    expect(read("GET / HTTP/1.1\r\nContent-Length: -5\r\n\r\nx")).toMatchObject({ method: "GET" });
  });

  test("two lengths that contradict each other are a fault", () => {
    const lines = "Content-Length: 1\r\nContent-Length: 2\r\n";
    expect(read(`${UPGRADE}${lines}\r\n`)).toMatchObject({ method: null });
  });
});
