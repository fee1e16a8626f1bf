import fc from "fast-check";
import { expect, test } from "vitest";
import { fromHex, hex, hexByte, hexPair } from "../../../src/core/bytes/hex.ts";

test("a byte is two digits", () => {
  expect([0, 9, 10, 127, 255].map(hexByte)).toEqual(["00", "09", "0a", "7f", "ff"]);
});

test("two digits are a byte, wherever they stand", () => {
  for (let byte = 0; byte < 256; byte++) {
    expect(hexPair(`..${hexByte(byte)}..`, 2)).toBe(byte);
  }
});

test("bytes are their digits, with what was asked for between them", () => {
  expect(hex(Uint8Array.of(1, 171))).toBe("01ab");
  expect(hex(Uint8Array.of(1, 171, 255), " ")).toBe("01 ab ff");
  expect(hex(Uint8Array.of())).toBe("");
});

test.each<[string, number[] | null]>([
  ["", []],
  ["00ff", [0, 255]],
  ["00FF", [0, 255]],
  ["0x00, 0xFF", [0, 255]],
  ["00:ff\r\n7f\t01", [0, 255, 127, 1]],
  ["0", null],
  ["000", null],
  ["0g", null],
  ["00-ff", null],
  ["\u0660\u0660", null],
])("%j is %j", (text, numbers) => {
  expect(fromHex(text)).toEqual(numbers && Uint8Array.from(numbers));
});

test("any bytes come back from their digits", () => {
  fc.assert(
    fc.property(fc.uint8Array(), fc.constantFrom("", " ", ":", ", ", "\n"), (bytes, separator) => {
      expect(fromHex(hex(bytes, separator))).toEqual(bytes);
    }),
  );
});

test("no text throws", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("0", "x", "f", ",", " ", "g", "\ud83d") }),
      (text) => void fromHex(text),
    ),
  );
});
