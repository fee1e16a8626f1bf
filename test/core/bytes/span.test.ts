import { expect, test } from "vitest";
import { contains, length, slice } from "../../../src/core/bytes/span.ts";

test("a span holds its start and not its end", () => {
  expect([1, 2, 3, 4].map((at) => contains([2, 4], at))).toEqual([false, true, true, false]);
  expect(contains([2, 2], 2)).toBe(false);
});

test("is as long as it holds bytes", () => {
  expect(length([2, 4])).toBe(2);
  expect(length([2, 2])).toBe(0);
});

test("shows the bytes themselves, not a copy", () => {
  const bytes = Uint8Array.of(1, 2, 3, 4);
  slice(bytes, [1, 3])[0] = 9;
  expect(bytes).toEqual(Uint8Array.of(1, 9, 3, 4));
});
