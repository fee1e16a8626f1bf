import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fromHex, hex } from "../../../src/core/bytes/hex.ts";
import type { Frame } from "../../../src/core/frames/frame.ts";
import { decode } from "../../../src/core/rfc6455/decode-frames.ts";
import { encode } from "../../../src/core/rfc6455/encode-frame.ts";
import { stream } from "./streams.ts";

const maskingKey = fromHex("37 fa 21 3d")!;

describe("frames", () => {
  it.each<[string, Frame]>([
    // RFC 6455 §5.7.
    ["8105 48656c6c6f", { type: "text", text: "Hello" }],
    ["8185 37fa213d 7f9f4d5158", { type: "text", text: "Hello", maskingKey }],
    ["0103 48656c", { type: "text", text: "Hel", fin: false }],
    ["8002 6c6f", { type: "continuation", text: "lo" }],
    ["8905 48656c6c6f", { type: "ping", text: "Hello" }],
    ["8a85 37fa213d 7f9f4d5158", { type: "pong", text: "Hello", maskingKey }],
    // RFC 7692 §7.2.3.1.
    ["c107 f248cdc9c90700", { type: "text", rsv1: true, payload: fromHex("f248cdc9c90700")! }],
    ["8800", { type: "close" }],
    ["8802 03e8", { type: "close", statusCode: 1000 }],
    ["8805 0fa1 e29883", { type: "close", statusCode: 4001, reason: "☃" }],
    ["8801 03", { type: "close", payload: Uint8Array.of(3) }],
    ["0800", { type: "close", fin: false }],
    ["f3 00", { type: "reserved", opcode: 3, rsv1: true, rsv2: true, rsv3: true }],
    ["827e0001 00", { type: "binary", payload: Uint8Array.of(0), lengthBytes: 2 }],
    ["827f0000000000000000", { type: "binary", lengthBytes: 8 }],
    ["82fe0000 37fa213d", { type: "binary", lengthBytes: 2, maskingKey }],
  ])("%s", (bytes, frame) => {
    expect(hex(encode(frame))).toBe(hex(fromHex(bytes)!));
  });

  it("of 256 bytes and 64 KiB tell their length as the RFC's do (§5.7)", () => {
    const binary = (length: number) => encode({ type: "binary", payload: new Uint8Array(length) });
    expect(hex(binary(256).subarray(0, 4))).toBe("827e0100");
    expect(hex(binary(65536).subarray(0, 10))).toBe("827f0000000000010000");
  });

  it.each<[string, Frame]>([
    ["opcode", { type: "reserved" }],
    ["opcode", { type: "reserved", opcode: 8 }],
    ["opcode", { type: "reserved", opcode: 16 }],
    ["masking key", { type: "text", maskingKey: new Uint8Array(3) }],
    ["masking key", { type: "text", maskingKey: "abcd" }],
    ["status code", { type: "close", statusCode: 70000 }],
    ["status code", { type: "close", statusCode: 1.5 }],
    ["length", { type: "text", lengthBytes: 4 }],
    ["length", { type: "text", text: "x".repeat(126), lengthBytes: 0 }],
  ])("without a sense are not written: %s", (what, frame) => {
    expect(() => encode(frame)).toThrow(RangeError);
    expect(() => encode(frame)).toThrow(what);
  });
});

test("every frame that was read is written with the same bytes", () => {
  fc.assert(
    fc.property(stream, (bytes) => {
      const { frames } = decode(bytes, { from: "client", generation: "rfc6455" });
      for (const frame of frames) {
        expect(hex(encode(frame))).toBe(hex(bytes.subarray(...frame.span)));
      }
    }),
    { numRuns: 500 },
  );
});
