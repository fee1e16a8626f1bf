import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fromHex, hex } from "../../../src/core/bytes/hex.ts";
import type { Frame } from "../../../src/core/frames/frame.ts";
import { decode } from "../../../src/core/hixie76/decode-frames.ts";
import { encode } from "../../../src/core/hixie76/encode-frame.ts";

const withoutFF = fc
  .array(fc.integer({ min: 0, max: 0xfe }), { maxLength: 40 })
  .map((numbers) => Uint8Array.from(numbers));
const lengthBytes = fc.integer({ min: 2, max: 6 });

const frame: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({ type: fc.constant("text" as const), payload: withoutFF }),
  fc.record({ type: fc.constant("close" as const), lengthBytes }),
  fc.record({
    type: fc.constant("reserved" as const),
    frameType: fc.integer({ min: 0x01, max: 0x7f }),
    payload: withoutFF,
  }),
  fc.record({
    type: fc.constant("reserved" as const),
    frameType: fc.integer({ min: 0x80, max: 0xff }),
    payload: fc.uint8Array({ minLength: 1, maxLength: 300 }),
    lengthBytes,
  }),
);

test("decoding gives back every field that was encoded", () => {
  fc.assert(
    fc.property(frame, (written) => {
      const { frames, rest } = decode(encode(written, "hixie-76"), {
        from: "client",
        generation: "hixie-76",
      });
      expect([frames.length, rest]).toEqual([1, null]);
      expect(frames[0]).toMatchObject(written);
    }),
  );
});

test.each<[string, Frame, string]>([
  ["text", { type: "text", text: "☃" }, "00 e2 98 83 ff"],
  ["nothing", { type: "text" }, "00 ff"],
  [
    "a payload before a text",
    { type: "text", text: "a", payload: Uint8Array.of(0x80) },
    "00 80 ff",
  ],
  ["a close", { type: "close" }, "ff 00"],
  ["a close as some write it", { type: "close", lengthBytes: 2 }, "ff 80 00"],
  ["a reserved text", { type: "reserved", frameType: 4, text: "a" }, "04 61 ff"],
  [
    "bytes with a length",
    { type: "reserved", frameType: 0x80, payload: Uint8Array.of(0xff) },
    "80 01 ff",
  ],
  ["a length of zero", { type: "reserved", frameType: 0x80 }, "80 00"],
])("writes %s", (_, written, digits) => {
  expect(hex(encode(written, "hixie-76"), " ")).toBe(digits);
});

test.each([
  [127, "7f"],
  [128, "81 00"],
  [16_383, "ff 7f"],
  [16_384, "81 80 00"],
  [2_097_152, "81 80 80 00"],
])("writes the length %i as %s", (length, digits) => {
  const payload = new Uint8Array(length);
  const bytes = encode({ type: "reserved", frameType: 0xfe, payload }, "hixie-76");
  expect(hex(bytes.subarray(1, bytes.length - length), " ")).toBe(digits);
});

describe("refuses what no bytes would be read back as", () => {
  const ff = fromHex("61 ff 62")!;
  test.each<[string, Frame, RegExp]>([
    ["0xFF in a text", { type: "text", payload: ff }, /0xFF would end/],
    ["0xFF in a reserved text", { type: "reserved", frameType: 1, payload: ff }, /0xFF would end/],
    ["a close with a reason", { type: "close", text: "bye" }, /carries nothing/],
    ["a close under another name", { type: "reserved", frameType: 0xff }, /is a close/],
    ["text under another name", { type: "reserved", frameType: 0 }, /0x01 to 0xFF/],
    ["a type above a byte", { type: "reserved", frameType: 0x100 }, /0x01 to 0xFF/],
    ["half a type", { type: "reserved", frameType: 1.5 }, /0x01 to 0xFF/],
    ["no type", { type: "reserved" }, /0x01 to 0xFF/],
    ["too few bytes for a length", { type: "close", lengthBytes: 0 }, /more bytes/],
    ["a ping", { type: "ping" }, /hixie-76 has no ping frames/],
    ["binary", { type: "binary", payload: ff }, /hixie-76 has no binary frames/],
  ])("%s", (_, written, message) => {
    expect(() => encode(written, "hixie-76")).toThrow(RangeError);
    expect(() => encode(written, "hixie-76")).toThrow(message);
  });
});

test("hixie-75 has no close, so FF 00 is an empty frame there", () => {
  expect(() => encode({ type: "close" }, "hixie-75")).toThrow("hixie-75 has no close frames");
  expect(hex(encode({ type: "reserved", frameType: 0xff }, "hixie-75"))).toBe("ff00");
});
