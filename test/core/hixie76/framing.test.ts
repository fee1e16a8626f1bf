import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromHex } from "../../../src/core/bytes/hex.ts";
import {
  closingFrame,
  FRAME_BEGINS,
  type Framing,
  isMessage,
  MAX_LENGTH,
  readByte,
  skip,
  textFrame,
} from "../../../src/core/hixie76/framing.ts";

function bytes(hex: string): Uint8Array {
  return fromHex(hex)!;
}

/** What each byte is, and what would come behind the last. */
function scan(hex: string): string[] {
  let framing = FRAME_BEGINS;
  const nexts: string[] = [framing.next];
  for (const byte of bytes(hex)) {
    framing = readByte(framing, byte);
    nexts.push(framing.next);
  }
  return nexts;
}

function fold(hex: string): Framing {
  return bytes(hex).reduce(readByte, FRAME_BEGINS);
}

describe("reading byte by byte", () => {
  test.each([
    ["", "type"],
    ["00 ff", "type data type"],
    ["00 68 69 ff", "type data data data type"],
    ["7f 00 ff", "type data data type"],
    ["80 00", "type length type"],
    ["80 02 ff ff", "type length skipped skipped type"],
    ["80 80 80 01 00", "type length length length skipped type"],
    ["ff 00", "type length closed"],
    ["ff 80 00", "type length length closed"],
    ["ff 80 01 00 ff 00", "type length length skipped type length closed"],
    ["ff 01 00", "type length skipped type"],
    ["ff 00 00 ff 80", "type length closed closed closed closed"],
  ])("%s is %s", (hex, nexts) => {
    expect(scan(hex).join(" ")).toBe(nexts);
  });

  test.each([
    ["80 7f", 127],
    ["80 81 00", 128],
    ["80 a4 34", 4660],
    ["80 80 80 05", 5],
    ["80 88 80 80 80 00", MAX_LENGTH],
  ])("%s has %i bytes to skip", (hex, length) => {
    expect(fold(hex)).toEqual({ next: "skipped", type: 0x80, length });
  });

  test.each([
    ["one above the limit", "80 88 80 80 80 01"],
    ["2^32", "80 90 80 80 80 00"],
    ["in a frame of type FF", "ff 88 80 80 80 01"],
    ["2^70 - 1", "80 ff ff ff ff ff ff ff ff ff 7f"],
    ["without end", `80${" ff".repeat(400)}`],
  ])("fails on a length too large to be true: %s", (_, hex) => {
    const { next, length } = fold(hex);
    expect(next).toBe("failed");
    // It stopped at the first byte that went over, where the number is still exact.
    expect(length).toBeGreaterThan(MAX_LENGTH);
    expect(length).toBeLessThanOrEqual(MAX_LENGTH * 128 + 127);
  });

  test("leading 0x80 bytes add nothing to a length, however many", () => {
    expect(fold(`80${" 80".repeat(1000)} 05`)).toEqual({ next: "skipped", type: 0x80, length: 5 });
  });

  test("counts what is left of the data behind a length", () => {
    expect(fold("80 05 aa bb")).toEqual({ next: "skipped", type: 0x80, length: 3 });
    expect(skip({ next: "skipped", type: 0x80, length: 5 }, 2)).toEqual(fold("80 05 aa bb"));
    expect(skip({ next: "skipped", type: 0x80, length: 5 }, 5)).toBe(FRAME_BEGINS);
  });

  test("nothing that comes behind a close or a failure changes it", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("ff 00", "ff 80 80 00", "80 ff ff ff ff ff"),
        fc.uint8Array(),
        (hex, more) => {
          expect(more.reduce(readByte, fold(hex))).toEqual(fold(hex));
        },
      ),
    );
  });
});

test("type 0x00 is a message, and no other", () => {
  const messages = Array.from({ length: 256 }, (_, type) => type).filter(isMessage);
  expect(messages).toEqual([0x00]);
});

describe("writing", () => {
  test.each([
    ["", "00 ff"],
    ["Hello", "00 48 65 6c 6c 6f ff"],
    ["☃", "00 e2 98 83 ff"],
    ["a\0b", "00 61 00 62 ff"],
    ["\ufeff\ufffd", "00 ef bb bf ef bf bd ff"],
    ["\ud83d\ude00", "00 f0 9f 98 80 ff"],
    ["lone \ud83d", "00 6c 6f 6e 65 20 ef bf bd ff"],
  ])("frames the text %j", (text, hex) => {
    expect(textFrame(text)).toEqual(bytes(hex));
  });

  test("any text makes one frame", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("\0", "a", "ÿ", "☃", "😀", "\ud83d") }),
        (text) => {
          const frame = textFrame(text);
          const nexts = [...frame].map(
            (_, i) => frame.slice(0, i).reduce(readByte, FRAME_BEGINS).next,
          );
          expect(nexts).toEqual(["type", ...Array(frame.length - 1).fill("data")]);
          expect(frame.reduce(readByte, FRAME_BEGINS)).toBe(FRAME_BEGINS);
        },
      ),
    );
  });

  test("closes with FF 00", () => {
    expect(closingFrame()).toEqual(bytes("ff 00"));
    expect(closingFrame().reduce(readByte, FRAME_BEGINS).next).toBe("closed");
  });
});
