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

test.each<Generation>(["hybi-07", "hybi-08", "rfc6455"])(
  "reads frames as %s does",
  (generation) => {
    const hello = fromHex("81 05 48 65 6c 6c 6f c1 07 f2 48 cd c9 c9 07 00")!;
    const { frames, messages } = decodeFrames(generation, hello, "server");
    expect(frames.map(({ type }) => type)).toEqual(["text", "text"]);
    expect(messages.map(({ text }) => text)).toEqual(["Hello", "Hello"]);
    expect(decodeFrames(generation, hello, "client").state).toBe("failed");
    expect(decodeFrames(generation, hello, "server", { deflate: false }).state).toBe("failed");
  },
);

test.each<[Generation, string]>([
  ["hybi-01", "04 05 48 65 6c 6c 6f"],
  ["hybi-04", "00 00 00 00 84 05 48 65 6c 6c 6f"],
  ["hybi-05", "00 00 00 00 84 05 48 65 6c 6c 6f"],
  ["hybi-06", "00 00 00 00 84 05 48 65 6c 6c 6f"],
])("reads frames as %s does", (generation, text) => {
  const { messages } = decodeFrames(generation, fromHex(text)!, "client");
  expect(messages.map(({ text }) => text)).toEqual(["Hello"]);
});

test("names a generation whose frames it does not know", () => {
  const read = () => decodeFrames("hybi-99" as Generation, bytes, "client");
  expect(read).toThrow(RangeError);
  expect(read).toThrow("hybi-99");
});
