import { createHash } from "node:crypto";
import { sha1 } from "@noble/hashes/legacy.js";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { latin1 } from "../../../src/core/bytes/ascii.ts";
import { hex } from "../../../src/core/bytes/hex.ts";
import { INITIAL, pad, type Round, traceSha1 } from "../../../src/core/hash/sha1.ts";

describe("traced SHA-1", () => {
  // RFC 3174 §7.3, FIPS 180-2 appendix A, and RFC 6455 §1.3.
  it.each([
    ["", "da39a3ee5e6b4b0d3255bfef95601890afd80709"],
    ["abc", "a9993e364706816aba3e25717850c26c9cd0d89d"],
    [
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
    ],
    ["01234567012345670123456701234567".repeat(20), "dea356a2cddd90c7a7ecedc5ebb563934f460452"],
    [
      "dGhlIHNhbXBsZSBub25jZQ==258EAFA5-E914-47DA-95CA-C5AB0DC85B11",
      "b37a4f2cc0624f1690f64606cf385945b2bec4ea",
    ],
  ])("gives the published digest of %j", (text, digest) => {
    expect(hex(traceSha1(latin1(text)).digest)).toBe(digest);
  });

  it("agrees with @noble/hashes and node:crypto on any message", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (message) => {
        const digest = hex(traceSha1(message).digest);
        expect(digest).toBe(createHash("sha1").update(message).digest("hex"));
        expect(digest).toBe(hex(sha1(message)));
      }),
      { numRuns: 500 },
    );
  });

  it("takes two blocks for the 60 bytes of a handshake, and one for 55", () => {
    expect(traceSha1(new Uint8Array(60)).blocks.map(({ offset }) => offset)).toEqual([0, 64]);
    expect(traceSha1(new Uint8Array(55)).blocks).toHaveLength(1);
    expect(traceSha1(new Uint8Array(56)).blocks).toHaveLength(2);
  });

  it("starts each round with the registers that the round before left", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (message) => {
        let registers = INITIAL;
        for (const { initial, rounds, words, final } of traceSha1(message).blocks) {
          expect(initial).toEqual(registers);
          expect(rounds).toHaveLength(80);
          let before = initial;
          for (const round of rounds) {
            expect(round.before).toEqual(before);
            expect(round.word).toBe(words[round.index]);
            expect(round.after[0]).toBe(sumOf(round));
            before = round.after;
          }
          expect(final).toEqual(initial.map((word, i) => (word + (before[i] as number)) >>> 0));
          registers = final;
        }
      }),
      { numRuns: 30 },
    );
  });

  it("names the function of each round", () => {
    const [block] = traceSha1(new Uint8Array(0)).blocks;
    const names = block?.rounds.map(({ name }) => name) ?? [];
    expect([names[0], names[19], names[20], names[39]]).toEqual(["Ch", "Ch", "Parity", "Parity"]);
    expect([names[40], names[59], names[60], names[79]]).toEqual([
      "Maj",
      "Maj",
      "Parity",
      "Parity",
    ]);
  });
});

function sumOf({ before, f, rotatedA, word, constant }: Round): number {
  const sum = [rotatedA, f, before[4], constant, word].reduce((sum, n) => sum + BigInt(n), 0n);
  return Number(sum % 0x1_0000_0000n);
}

describe("padding", () => {
  it("fills whole blocks with 80, zeros and the length in bits, high byte first", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (message) => {
        const { bytes, messageLength, zerosAt, lengthAt } = pad(message);
        expect(bytes.length % 64).toBe(0);
        expect(bytes.length - messageLength).toBeLessThanOrEqual(72);
        expect(bytes.subarray(0, messageLength)).toEqual(message);
        expect(bytes[messageLength]).toBe(0x80);
        expect(bytes.subarray(zerosAt, lengthAt).every((byte) => byte === 0)).toBe(true);
        expect(new DataView(bytes.buffer).getBigUint64(lengthAt)).toBe(BigInt(message.length * 8));
      }),
    );
  });
});
