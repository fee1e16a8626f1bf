import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  encodeEnd,
  readPairs,
  writePairs,
  writePlainPairs,
} from "../../../src/ui/link/link-pairs.ts";

const anyText = fc.string({
  unit: fc.constantFrom("a", "&", "=", "%", "+", "2", "6", "#", "\n", "é", "😀"),
});
const anyPairs = fc.array(fc.tuple(anyText, anyText));

test.each([
  ["for an address", writePairs],
  ["for a deflated text", writePlainPairs],
])("reads what was written %s", (_, write) => {
  fc.assert(
    fc.property(anyPairs, (pairs) => {
      expect(readPairs(write(pairs))).toEqual(
        pairs.map(([key, value]) => ({ key, value, damaged: false })),
      );
    }),
  );
});

describe("reads", () => {
  test.each<[string, [key: string, value: string, damaged: boolean][]]>([
    ["", []],
    ["&&", []],
    ["a", [["a", "", false]]],
    ["a=", [["a", "", false]]],
    ["=a", [["", "a", false]]],
    [
      "a=b=c&a",
      [
        ["a", "b=c", false],
        ["a", "", false],
      ],
    ],
    ["%61=%62+c", [["a", "b+c", false]]],
    ["a=%e2%98%83", [["a", "☃", false]]],
    ["a=%EF%BB%BF", [["a", "\ufeff", false]]],
    ["a=%", [["a", "%", true]]],
    ["a=%4", [["a", "%4", true]]],
    ["a=%zz%41", [["a", "%zzA", true]]],
    ["a=%e2%98", [["a", "\ufffd", true]]],
    ["a=%ffb", [["a", "\ufffdb", true]]],
    ["a=%ED%A0%80", [["a", "\ufffd\ufffd\ufffd", true]]],
  ])("%j", (text, pairs) => {
    expect(readPairs(text)).toEqual(
      pairs.map(([key, value, damaged]) => ({ key, value, damaged })),
    );
  });
});

test("no address ends with what could be the sentence's", () => {
  expect(encodeEnd("#a=b.")).toBe("#a=b%2E");
  expect(encodeEnd("#z=A_")).toBe("#z=A%5F");
  expect(encodeEnd("#z=A-")).toBe("#z=A%2D");
  expect(encodeEnd("#a=.b")).toBe("#a=.b");
});
