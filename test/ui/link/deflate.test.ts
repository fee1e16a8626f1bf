import { deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, test } from "vitest";
import { deflate, inflate } from "../../../src/ui/link/deflate.ts";

const anyText = fc.oneof(fc.string({ unit: "grapheme" }), fc.string({ maxLength: 5000 }));

test("inflates what it deflated", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      expect(await inflate(await deflate(text), 10_000)).toEqual({ text, whole: true });
    }),
  );
});

test("reads and writes what zlib does, in base64url without padding", async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (text) => {
      const deflated = await deflate(text);
      expect(deflated).toMatch(/^[\w-]+$/);
      expect(inflateRawSync(Buffer.from(deflated, "base64url")).toString()).toBe(text);
      const theirs = deflateRawSync(text).toString("base64url");
      expect(await inflate(theirs, 10_000)).toEqual({ text, whole: true });
    }),
  );
});

test("keeps a byte order mark", async () => {
  expect(await inflate(await deflate("\ufeffa"), 10)).toEqual({ text: "\ufeffa", whole: true });
});

test("gives what came out before the data were cut off", async () => {
  const text = "Sec-WebSocket-Key1: 4 @1  46546xW%0l 1 5\nSec-WebSocket-Key2: 12998 5 Y3 1  .P00";
  const deflated = await deflate(text);
  for (let length = 0; length < deflated.length; length++) {
    const inflated = await inflate(deflated.slice(0, length), 1000);
    expect(text.startsWith(inflated.text)).toBe(true);
    expect(inflated.whole).toBe(false);
    if (length > 20) expect(inflated.text.length).toBeGreaterThan(length / 2 - 10);
  }
});

test("stops soon after as much as was allowed", async () => {
  const { text, whole } = await inflate(await deflate("x".repeat(1 << 20)), 1000);
  expect(text).toMatch(/^x{1001,100000}$/);
  expect(whole).toBe(false);
});

test("never rejects", async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string(), fc.base64String()), async (damaged) => {
      expect((await inflate(damaged, 1000)).text).toBeTypeOf("string");
    }),
  );
});
