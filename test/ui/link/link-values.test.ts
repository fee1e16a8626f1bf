import fc from "fast-check";
import { expect, test } from "vitest";
import {
  readRound,
  readSecure,
  readSelection,
  readStep,
  writeSelection,
} from "../../../src/ui/link/link-values.ts";

test("the first and the last byte of a selection are in it", () => {
  expect(readSelection("0x1a-0x2d")).toEqual({ in: "request", span: [0x1a, 0x2e] });
  expect(writeSelection({ in: "request", span: [0x1a, 0x2e] })).toBe("0x1a-0x2d");
  expect(writeSelection({ in: "response", span: [0, 1] })).toBe("response:0x0");
});

test("a selection of no bytes is none", () => {
  expect(writeSelection({ in: "request", span: [3, 3] })).toBeNull();
});

test("rounds count from 1, as far as both blocks of SHA-1 go", () => {
  expect([readRound("1"), readRound("64"), readRound("160")]).toEqual([0, 63, 159]);
  expect(["0", "161", "-1", "1.5", "1e1", "0x1", " 1", ""].map(readRound)).toEqual(
    Array(8).fill(null),
  );
});

test("other values are not guessed at", () => {
  expect(["yes", "true", "", "01"].map(readSecure)).toEqual(Array(4).fill(null));
  expect(["Pack", "pack ", "toString", ""].map(readStep)).toEqual(Array(4).fill(null));
  expect(
    ["", "-", "1-", "-1", "5-4", "0x-1", "1a", "reply:1", "1-2-3", "9007199254740991"].map(
      readSelection,
    ),
  ).toEqual(Array(10).fill(null));
});

test("no text makes a reader throw, and what one reads is a place", () => {
  fc.assert(
    fc.property(fc.string(), fc.nat(), fc.nat(), (text, a, b) => {
      for (const reader of [readRound, readSecure, readStep, readSelection]) reader(text);
      const [start, end] = readSelection(`${a}-${b}`)?.span ?? [0, 1];
      expect(start).toBeLessThan(end);
    }),
  );
});
