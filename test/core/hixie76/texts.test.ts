import fc from "fast-check";
import { expect, test } from "vitest";
import { concat } from "../../../src/core/bytes/ascii.ts";
import { FrameTable } from "../../../src/core/hixie76/frame-table.ts";
import { textFrame } from "../../../src/core/hixie76/framing.ts";
import { eachText } from "../../../src/core/hixie76/texts.ts";
import { stream } from "./streams.ts";

function texts(bytes: Uint8Array): [text: string, frame: number][] {
  const table = new FrameTable();
  table.read(bytes);
  const found: [string, number][] = [];
  eachText(bytes, table, (text, frame) => found.push([text, frame]));
  return found;
}

/** Frame by frame, with Node's decoder. */
function oneByOne(bytes: Uint8Array): [text: string, frame: number][] {
  const table = new FrameTable();
  table.read(bytes);
  const found: [string, number][] = [];
  for (let frame = 0; frame < table.count; frame++) {
    const [start, end] = [table.start(frame), table.start(frame + 1)];
    if (bytes[start] !== 0) continue;
    found.push([Buffer.from(bytes.subarray(start + 1, end - 1)).toString("utf8"), frame]);
  }
  return found;
}

test("gives each text as if it had been decoded alone, whatever the bytes", () => {
  fc.assert(
    fc.property(stream, (bytes) => {
      expect(texts(bytes)).toEqual(oneByOne(bytes));
    }),
    { numRuns: 1000 },
  );
});

test("gives back what was sent, in order, over many stretches", () => {
  const letters = ["", "a", "ß", "日本", "\0", "\ufeffx", "\ufffd", "😀", "x".repeat(5000)];
  const sent = Array.from({ length: 3000 }, (_, i) => letters[(i * i) % letters.length] as string);
  const bytes = concat(...sent.map(textFrame));
  expect(texts(bytes)).toEqual(sent.map((text, frame) => [text, frame]));
});

test.each([
  ["a sequence cut by the end of its frame", [0x00, 0xe2, 0x98, 0xff, 0x00, 0x83, 0xff]],
  ["one cut before two more frames", [0x00, 0xf0, 0x9f, 0xff, 0x00, 0xff, 0x00, 0x98, 0xff]],
  ["overlong and surrogate", [0x00, 0xc0, 0x80, 0xff, 0x00, 0xed, 0xa0, 0x80, 0xff]],
])("no sequence reaches over the edge of a frame: %s", (_, numbers) => {
  const bytes = Uint8Array.from(numbers);
  expect(texts(bytes)).toEqual(oneByOne(bytes));
});
