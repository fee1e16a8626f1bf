import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concat } from "../../../src/core/bytes/ascii.ts";
import { fromHex } from "../../../src/core/bytes/hex.ts";
import { FrameTable } from "../../../src/core/hixie76/frame-table.ts";
import {
  FRAME_BEGINS,
  type Framing,
  readByte,
  textFrame,
} from "../../../src/core/hixie76/framing.ts";
import { pieces } from "./streams.ts";

/** The table as `readByte` alone would make it. */
function fold(bytes: Uint8Array): { framing: Framing; edges: number[] } {
  const edges = [0];
  let framing = FRAME_BEGINS;
  bytes.forEach((byte, at) => {
    const before = framing.next;
    framing = readByte(framing, byte);
    if (framing.next === "type" || (framing.next === "closed" && before !== "closed")) {
      edges.push(at + 1);
    }
  });
  return { framing, edges };
}

function readAll(parts: Uint8Array[]): { framing: Framing; edges: number[]; seen: number } {
  const table = new FrameTable();
  for (const part of parts) table.read(part);
  const edges = Array.from({ length: table.count + 1 }, (_, i) => table.start(i));
  return { framing: table.framing, edges, seen: table.seen };
}

describe("the table goes where readByte goes", () => {
  test("whole, byte by byte and in any pieces", () => {
    fc.assert(
      fc.property(pieces, ({ bytes, parts }) => {
        const expected = { ...fold(bytes), seen: bytes.length };
        expect(readAll([bytes])).toEqual(expected);
        expect(readAll(parts)).toEqual(expected);
        expect(readAll([...bytes].map((byte) => Uint8Array.of(byte)))).toEqual(expected);
      }),
      { numRuns: 1000 },
    );
  });

  test("with texts of every length around the leaps it takes", () => {
    const frames = Array.from({ length: 300 }, (_, i) => textFrame("x".repeat(i)));
    const bytes = concat("..", ...frames).subarray(2);
    for (const end of [bytes.length, bytes.length - 1, bytes.length - 130]) {
      const part = bytes.subarray(0, end);
      expect(readAll([part])).toEqual({ ...fold(part), seen: end });
    }
  });

  test("with an end at each place of a word, beside bytes that resemble it", () => {
    for (const other of [0x00, 0x7f, 0x80, 0xfe]) {
      for (let length = 0; length < 12; length++) {
        const bytes = new Uint8Array(length + 2).fill(other);
        bytes[0] = 0;
        bytes[length + 1] = 0xff;
        expect(readAll([bytes]).edges).toEqual([0, length + 2]);
      }
    }
  });

  test("with more frames than it has made room for", () => {
    const bytes = new Uint8Array(5000).map((_, i) => (i % 2 ? 0xff : 0x00));
    expect(readAll([bytes]).edges).toEqual(fold(bytes).edges);
  });
});

test("skips two gigabytes without taking room for them", () => {
  const table = new FrameTable();
  table.read(fromHex("80 88 80 80 80 00")!);
  const megabytes = new Uint8Array(2 ** 24);
  for (let i = 0; i < 127; i++) table.read(megabytes);
  expect(table.framing).toEqual({ next: "skipped", type: 0x80, length: 2 ** 24 });
  table.read(megabytes);
  table.read(textFrame("behind"));
  expect([table.count, table.start(1), table.start(2)]).toEqual([2, 2 ** 31 + 6, 2 ** 31 + 14]);
});

test("reads on behind FF 00 where there is no closing handshake", () => {
  const table = new FrameTable({ closingHandshake: false });
  table.read(fromHex("ff 00 00 61 ff ff 80 00 00")!);
  expect([table.count, table.start(3)]).toEqual([3, 8]);
  expect(table.framing.next).toBe("data");
});
