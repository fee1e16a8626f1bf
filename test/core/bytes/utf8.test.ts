import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromHex, hex } from "../../../src/core/bytes/hex.ts";
import { decodeUtf8, encodeUtf8, invalidUtf8At } from "../../../src/core/bytes/utf8.ts";

/** Table 3-7 of the Unicode Standard and the examples of its §3.9; RFC 3629 §4. */
const CASES: [hex: string, text: string, invalidAt: number | null][] = [
  ["", "", null],
  ["00 7f", "\0\x7f", null],
  ["c2 80 df bf", "\x80\u07ff", null],
  ["e0 a0 80 ed 9f bf", "\u0800\ud7ff", null],
  ["ee 80 80 ef bf bf", "\ue000\uffff", null],
  ["f0 90 80 80 f4 8f bf bf", "\u{10000}\u{10ffff}", null],
  ["ef bb bf 61", "\ufeffa", null],
  ["ef bf bd", "\ufffd", null],
  ["ef bf bd 80", "\ufffd\ufffd", 3],
  ["80", "\ufffd", 0],
  ["61 bf 62", "a\ufffdb", 1],
  ["c0 80", "\ufffd\ufffd", 0],
  ["c1 bf", "\ufffd\ufffd", 0],
  ["c2", "\ufffd", 0],
  ["c2 41", "\ufffdA", 0],
  ["e0 80 80", "\ufffd\ufffd\ufffd", 0],
  ["e2 98", "\ufffd", 0],
  ["e2 98 41", "\ufffdA", 0],
  ["ed a0 80", "\ufffd\ufffd\ufffd", 0],
  ["f0 80 80 80", "\ufffd\ufffd\ufffd\ufffd", 0],
  ["f0 9f 98", "\ufffd", 0],
  ["f4 90 80 80", "\ufffd\ufffd\ufffd\ufffd", 0],
  ["f5 80", "\ufffd\ufffd", 0],
  ["fe ff", "\ufffd\ufffd", 0],
  ["61 f1 80 80 e1 80 c2 62 80 63 80 bf 64", "a\ufffd\ufffd\ufffdb\ufffdc\ufffd\ufffdd", 1],
];

describe.each(CASES)("%s", (digits, text, invalidAt) => {
  const bytes = fromHex(digits)!;

  test("is decoded as browsers do, and fails where it fails", () => {
    expect(decodeUtf8(bytes)).toEqual({ text, invalidAt });
    expect(invalidUtf8At(bytes)).toBe(invalidAt);
  });

  test("fails no earlier for what stands before it or behind it", () => {
    const around = Uint8Array.of(0x61, 0x62, ...bytes, 0x63);
    expect(invalidUtf8At(around)).toBe(invalidAt === null ? null : invalidAt + 2);
    expect(decodeUtf8(around).text).toBe(`ab${text}c`);
  });

  test("is written as it was, when it was right", () => {
    if (invalidAt === null) expect(hex(encodeUtf8(text), " ")).toBe(digits);
  });
});

test("a prefix fails where a sequence is cut, and nowhere else", () => {
  const bytes = fromHex("61 c3 9f e2 98 83 f0 9f 98 80")!;
  const cut = Array.from(bytes, (_, end) => invalidUtf8At(bytes.subarray(0, end)));
  expect(cut).toEqual([null, null, 1, null, 3, 3, null, 6, 6, 6]);
});

test("lone surrogates are written as U+FFFD", () => {
  expect(hex(encodeUtf8("a\ud83d"), " ")).toBe("61 ef bf bd");
  expect(hex(encodeUtf8("\ude00b"), " ")).toBe("ef bf bd 62");
});

describe("against Node", () => {
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 40 }),
    fc
      .array(
        fc.constantFrom(0x41, 0x80, 0xbf, 0xc3, 0xe2, 0x98, 0xed, 0xa0, 0xf0, 0x9f, 0xf4, 0x90),
      )
      .map((numbers) => Uint8Array.from(numbers)),
  );

  test("any bytes have the same text", () => {
    fc.assert(
      fc.property(bytes, (input) => {
        expect(decodeUtf8(input).text).toBe(Buffer.from(input).toString("utf8"));
      }),
      { numRuns: 1000 },
    );
  });

  test("bytes before the failure are right, and no more of them", () => {
    const isRight = (input: Uint8Array) => Buffer.from(Buffer.from(input).toString()).equals(input);
    fc.assert(
      fc.property(bytes, (input) => {
        const at = invalidUtf8At(input);
        expect(at === null).toBe(isRight(input));
        if (at === null) return;
        expect(isRight(input.subarray(0, at))).toBe(true);
        for (let end = at + 1; end <= Math.min(at + 4, input.length); end++) {
          expect(isRight(input.subarray(at, end))).toBe(false);
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("any text comes back", () => {
    const codes = fc.integer({ min: 0, max: 0x10ffff }).filter((code) => code >> 11 !== 0x1b);
    fc.assert(
      fc.property(fc.array(codes), (points) => {
        const text = String.fromCodePoint(...points);
        expect(decodeUtf8(encodeUtf8(text))).toEqual({ text, invalidAt: null });
      }),
    );
  });
});
