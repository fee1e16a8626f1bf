import fc from "fast-check";
import { expect, test } from "vitest";
import { concat } from "../../../src/core/bytes/ascii.ts";
import { decode } from "../../../src/core/rfc6455/decode-frames.ts";
import { encode } from "../../../src/core/rfc6455/encode-frame.ts";
import { FrameTable } from "../../../src/core/rfc6455/frame-table.ts";
import { eachText } from "../../../src/core/rfc6455/receive.ts";
import type { Stream } from "../../../src/core/rfc6455/rules.ts";
import { stream as wire } from "./streams.ts";

function texts(bytes: Uint8Array, stream: Stream): [string, number][] {
  const table = new FrameTable();
  table.read(bytes);
  const seen: [string, number][] = [];
  eachText(bytes, table, stream, (text, frame) => seen.push([text, frame]));
  return seen;
}

const streams = fc.record({
  from: fc.constantFrom("client" as const, "server" as const),
  generation: fc.constant("rfc6455" as const),
  deflate: fc.constantFrom(null, true, false),
});

const messages = fc
  .array(
    fc.record({
      text: fc.string({ unit: fc.constantFrom("\0", "a", "☃", "😀"), maxLength: 60 }),
      fin: fc.boolean(),
      maskingKey: fc.constantFrom(null, Uint8Array.of(1, 2, 3, 4)),
    }),
    { maxLength: 30 },
  )
  .map((frames) => concat(...frames.map((frame) => encode({ type: "text", ...frame }))));

test("texts alone are those of the messages, each with its last frame", () => {
  fc.assert(
    fc.property(fc.oneof(wire, messages), streams, (bytes, stream) => {
      const expected = decode(bytes, stream).messages.flatMap(({ text, frames }) =>
        text === undefined ? [] : [[text, frames.at(-1)]],
      );
      expect(texts(bytes, stream)).toEqual(expected);
    }),
    { numRuns: 500 },
  );
});
