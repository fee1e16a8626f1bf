import { expect, test } from "vitest";
import { fromLatin1, latin1 } from "../../../src/core/bytes/ascii.ts";
import { readHost } from "../../../src/core/http/host.ts";

test.each([
  ["example.com", ["example.com", null]],
  ["example.com:8080", ["example.com", 8080]],
  ["[::1]", ["[::1]", null]],
  ["[::1]:80", ["[::1]", 80]],
  ["a:0080", ["a", 80]],
  ["", null],
  [":80", null],
  ["a b", null],
  ["a:", null],
  ["a:b", null],
  ["a:65536", null],
  ["a:000000000080", null],
])("%j is %j", (text, expected) => {
  const bytes = latin1(text);
  const host = readHost(bytes, [0, bytes.length]);
  expect(host && [fromLatin1(bytes.subarray(...host.name)), host.port]).toEqual(expected);
});
