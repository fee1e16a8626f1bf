import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTarget } from "../../../src/core/servers/node-http-target.ts";

/** All of them seen at Node 20.20.2. */
describe("a target", () => {
  test.each([
    "/",
    "*",
    "*anything",
    "/a?b?c#d?#",
    "/\"<>{}|\\^`'",
    "http://a",
    "http:///x",
    "x://u:p@a:80?q",
    "ws://a@b@c/",
    "ws://[::1]/",
    "http://%zz@h/",
  ])("ends at the space behind %j", (target) => {
    expect(readTarget(`${target} HTTP/1.1`, 0, false)).toEqual({ end: target.length });
  });

  test.each([
    ["", 0],
    ["a", 1],
    ["chat", 4],
    ["1", 0],
    ["a:b", 2],
    ["a:/b", 3],
    ["http://a@@b/", 9],
    ["http://a b", null],
    ["/é", 1],
    ["/\xff", 1],
    ["/a\tb", 2],
    ["/\x7f", 1],
    ["http://a\\", 8],
    ["/#\0", 2],
  ])("goes wrong in %j, if anywhere, at %s", (target, wrongAt) => {
    const read = readTarget(`${target} `, 0, false);
    expect(read).toEqual(wrongAt === null ? { end: target.indexOf(" ") } : { wrongAt });
  });

  test("of CONNECT is an authority", () => {
    expect(readTarget("a:80 ", 0, true)).toEqual({ end: 4 });
    expect(readTarget("/ ", 0, true)).toEqual({ end: 1 });
  });

  test("ends at CR and LF as well", () => {
    expect(readTarget("GET /\r\n", 4, false)).toEqual({ end: 5 });
    expect(readTarget("GET /\n", 4, false)).toEqual({ end: 5 });
  });
});

test("is unfinished at every point before its end, and wrong at none", () => {
  fc.assert(
    fc.property(fc.constantFrom("/a?b#c", "ws://u@h:1/x?y"), fc.nat(14), (target, length) => {
      expect(readTarget(target.slice(0, length), 0, false)).toBe(null);
    }),
  );
});
