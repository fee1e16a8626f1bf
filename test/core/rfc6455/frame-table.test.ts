import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concat } from "../../../src/core/bytes/ascii.ts";
import { fromHex } from "../../../src/core/bytes/hex.ts";
import { encode } from "../../../src/core/rfc6455/encode-frame.ts";
import { FrameTable } from "../../../src/core/rfc6455/frame-table.ts";
import { FRAME_BEGINS, type Framing, readByte } from "../../../src/core/rfc6455/framing.ts";
import { pieces } from "./streams.ts";

/** The table as `readByte` alone would make it. */
function fold(bytes: Uint8Array): { framing: Framing; edges: number[] } {
  const edges = [0];
  let framing = FRAME_BEGINS;
  bytes.forEach((byte, at) => {
    const before = framing.next;
    framing = readByte(framing, byte);
    if (framing.next === "first" || (framing.next === "closed" && before !== "closed")) {
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

  test("with every length around those that are written differently, cut short by some bytes", () => {
    for (const length of [0, 1, 124, 125, 126, 127, 128, 65535, 65536]) {
      for (const maskingKey of [null, fromHex("01020304")]) {
        const payload = new Uint8Array(length).fill(0x81);
        const frame = encode({ type: "binary", payload, maskingKey });
        const bytes = concat(frame, frame);
        for (const missing of [0, 1, 4, 10]) {
          const part = bytes.subarray(0, Math.max(bytes.length - missing, 0));
          expect(readAll([part])).toEqual({ ...fold(part), seen: part.length });
        }
      }
    }
  });

  test("with more frames than it has made room for", () => {
    const bytes = new Uint8Array(5000).map((_, i) => (i % 2 ? 0x00 : 0x89));
    expect(readAll([bytes]).edges).toEqual(fold(bytes).edges);
  });
});

test("skips four gigabytes without taking room for them", () => {
  const table = new FrameTable();
  table.read(fromHex("82 7f 00 00 00 01 00 00 00 00")!);
  const megabytes = new Uint8Array(2 ** 24);
  for (let i = 0; i < 255; i++) table.read(megabytes);
  expect(table.framing).toMatchObject({ next: "applicationData", length: 2 ** 24 });
  table.read(megabytes);
  table.read(fromHex("81 00")!);
  expect([table.count, table.start(1), table.start(2)]).toEqual([2, 2 ** 32 + 10, 2 ** 32 + 12]);
});
