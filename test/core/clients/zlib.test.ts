import { constants, deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat } from "../../../src/core/bytes/ascii.ts";
import { fromHex } from "../../../src/core/bytes/hex.ts";
import { ZlibStream } from "../../../src/core/clients/zlib.ts";

const FLUSHED = { finishFlush: constants.Z_SYNC_FLUSH };

const texts = fc.oneof(
  fc.uint8Array({ maxLength: 2000 }),
  fc.string({ maxLength: 300 }).map((text) => new TextEncoder().encode(text.repeat(9))),
);
const settings = fc.record({
  level: fc.constantFrom(0, 1, 6, 9),
  strategy: fc.constantFrom(
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_FIXED,
  ),
});

function deflate(data: Uint8Array, options = {}): Uint8Array {
  return new Uint8Array(deflateRawSync(data, { ...FLUSHED, ...options }));
}

describe("a stream", () => {
  it("is inflated as zlib has deflated it, whole and in pieces", () => {
    fc.assert(
      fc.property(texts, settings, fc.nat(), (data, options, cut) => {
        const bytes = deflate(data, options);
        expect(new ZlibStream().write(bytes)).toEqual(data);
        const pieces = new ZlibStream();
        const at = cut % (bytes.length + 1);
        const first = pieces.write(bytes.subarray(0, at));
        const second = pieces.write(bytes.subarray(at));
        expect(first && second && concat(first, second)).toEqual(data);
      }),
    );
  });

  it("fails where zlib fails, after any one bit was turned", () => {
    fc.assert(
      fc.property(texts, settings, fc.nat(), (data, options, bit) => {
        const bytes = deflate(data, options);
        const at = bit % (bytes.length * 8);
        bytes[at >> 3]! ^= 1 << (at & 7);
        const theirs = inflate(bytes);
        // Behind a last block that one takes no notice of anything, and this one begins anew.
        fc.pre(theirs === null || inflate(concat(bytes, new Uint8Array(300).fill(0xff))) === null);
        expect(new ZlibStream().write(bytes)).toEqual(theirs);
      }),
      { numRuns: 1000 },
    );
  });

  it("goes on behind a last block, with nothing to refer to", () => {
    const stream = new ZlibStream();
    // RFC 7692 §7.2.3.4, and then §7.2.3.2's second message.
    expect(stream.write(fromHex("f3 48 cd c9 c9 07 00 00 00 00 ff ff")!)).toHaveLength(5);
    expect(stream.write(fromHex("f2 00 11 00 00")!)).toBeNull();
  });

  it("stops where more comes out than is wanted, and not before", () => {
    const bytes = deflate(new Uint8Array(1000), { level: 9 });
    expect(new ZlibStream(1000).write(bytes)).toHaveLength(1000);
    expect(new ZlibStream(999).write(bytes)).toBe("too-much");
  });

  it("refers back by 32 KiB, and no further than it goes", () => {
    const data = new Uint8Array(33_000).map((_, i) => (i * i) >> 5);
    const bytes = deflate(concat(data, data.subarray(0, 1000)), { level: 9 });
    expect(new ZlibStream().write(bytes)).toHaveLength(34_000);
    // "Hello" by reference to the message before it, which did not come.
    expect(new ZlibStream().write(fromHex("f2 00 11 00 00")!)).toBeNull();
  });
});

/** Null for what it fails on. */
function inflate(bytes: Uint8Array): Uint8Array | null {
  try {
    return new Uint8Array(inflateRawSync(bytes, FLUSHED));
  } catch {
    return null;
  }
}
