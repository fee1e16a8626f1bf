import { expect, test } from "vitest";
import { fromHex } from "../../../src/core/bytes/hex.ts";
import { decodeFrames } from "../../../src/core/frames/decode.ts";
import type { Generation } from "../../../src/core/generation.ts";

const bytes = fromHex("00 61 ff ff 00")!;

test.each<[Generation, string[]]>([
  ["hixie-76", ["text", "close"]],
  ["hixie-75", ["text", "reserved"]],
])("reads frames as %s does", (generation, types) => {
  const { frames } = decodeFrames(generation, bytes, "client");
  expect(frames.map(({ type }) => type)).toEqual(types);
});

test("names a generation whose frames it does not know", () => {
  const read = () => decodeFrames("hybi-99" as Generation, bytes, "client");
  expect(read).toThrow(RangeError);
  expect(read).toThrow("hybi-99");
});
