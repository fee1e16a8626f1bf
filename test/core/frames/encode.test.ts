import { expect, test } from "vitest";
import { hex } from "../../../src/core/bytes/hex.ts";
import { encodeFrame } from "../../../src/core/frames/encode.ts";
import type { Generation } from "../../../src/core/generation.ts";

test("writes frames as their generation does", () => {
  expect(hex(encodeFrame("hixie-76", { type: "text", text: "a" }))).toBe("0061ff");
  expect(hex(encodeFrame("hixie-76", { type: "close" }))).toBe("ff00");
  expect(() => encodeFrame("hixie-75", { type: "close" })).toThrow(RangeError);
});

test.each<Generation>(["hybi-07", "hybi-08", "rfc6455"])(
  "writes frames as %s does",
  (generation) => {
    const maskingKey = Uint8Array.of(1, 2, 3, 4);
    expect(hex(encodeFrame(generation, { type: "text", text: "a", maskingKey }))).toBe(
      "81810102030460",
    );
  },
);

test.each<[Generation, string]>([
  ["hybi-01", "040161"],
  ["hybi-04", "840161"],
  ["hybi-06", "840161"],
])("writes frames as %s does", (generation, bytes) => {
  expect(hex(encodeFrame(generation, { type: "text", text: "a" }))).toBe(bytes);
});

test("names a generation whose frames it does not know", () => {
  const write = () => encodeFrame("hybi-99" as Generation, { type: "text", text: "a" });
  expect(write).toThrow(RangeError);
  expect(write).toThrow("hybi-99");
});
