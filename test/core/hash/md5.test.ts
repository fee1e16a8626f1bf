import { createHash } from "node:crypto";
import fc from "fast-check";
import SparkMD5 from "spark-md5";
import { describe, expect, it } from "vitest";
import { hex } from "../../../src/core/bytes/hex.ts";
import { INITIAL, pad, type Round, roundsOf, traceMd5 } from "../../../src/core/hash/md5.ts";

describe("traced MD5", () => {
  // RFC 1321 §A.5
  it.each([
    ["", "d41d8cd98f00b204e9800998ecf8427e"],
    ["a", "0cc175b9c0f1b6a831c399e269772661"],
    ["message digest", "f96b697d7cb7938d525a2f31aaf161d0"],
    [
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789",
      "d174ab98d277d9f5a5611c2c9f419d9f",
    ],
    [
      "12345678901234567890123456789012345678901234567890123456789012345678901234567890",
      "57edf4a22be3c955ac49da2e2107b67a",
    ],
  ])("gives the digest of the RFC's test suite for %j", (text, digest) => {
    expect(hex(traceMd5(new TextEncoder().encode(text)).digest)).toBe(digest);
  });

  it("agrees with spark-md5 and node:crypto on any message", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
        const digest = hex(traceMd5(message).digest);
        expect(digest).toBe(createHash("md5").update(message).digest("hex"));
        expect(digest).toBe(SparkMD5.ArrayBuffer.hash(message.slice().buffer));
      }),
      { numRuns: 500 },
    );
  });

  it("starts each round with the registers that the round before left", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (message) => {
        const trace = traceMd5(message);
        const { initial, final, words } = trace;
        const rounds = roundsOf(trace);
        expect(initial).toEqual(INITIAL);
        let before = initial;
        for (const round of rounds) {
          expect(round.before).toEqual(before);
          expect(round.word).toBe(words[round.wordIndex]);
          expect(round.sum).toBe(sumOf(round));
          before = round.after;
        }
        expect(before.map((register, i) => (register + initial[i]!) >>> 0)).toEqual(final);
      }),
    );
  });

  it("takes each word of the block four times", () => {
    const taken = roundsOf(traceMd5(new Uint8Array(16))).map(({ wordIndex }) => wordIndex);
    for (let word = 0; word < 16; word++) {
      expect(taken.filter((index) => index === word)).toHaveLength(4);
    }
  });
});

function sumOf({ before, f, word, constant }: Round): number {
  return Number((BigInt(before[0]) + BigInt(f) + BigInt(word) + BigInt(constant)) % 0x1_0000_0000n);
}

describe("padding", () => {
  it("fills whole blocks with 80, zeros and the length in bits", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (message) => {
        const { bytes, messageLength, zerosAt, lengthAt } = pad(message);
        expect(bytes.length % 64).toBe(0);
        expect(bytes.length - messageLength).toBeLessThanOrEqual(72);
        expect(bytes.subarray(0, messageLength)).toEqual(message);
        expect(bytes[messageLength]).toBe(0x80);
        expect(bytes.subarray(zerosAt, lengthAt).every((byte) => byte === 0)).toBe(true);
        expect(new DataView(bytes.buffer).getBigUint64(lengthAt, true)).toBe(
          BigInt(message.length * 8),
        );
      }),
    );
  });
});
