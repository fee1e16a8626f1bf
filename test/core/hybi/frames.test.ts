import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { concat, latin1 } from "../../../src/core/bytes/ascii.ts";
import { fromHex, hex } from "../../../src/core/bytes/hex.ts";
import type { Frame } from "../../../src/core/frames/frame.ts";
import { decode } from "../../../src/core/hybi/decode-frames.ts";
import type { FrameDraft } from "../../../src/core/hybi/drafts.ts";
import { encode } from "../../../src/core/hybi/encode-frame.ts";
import {
  connectionKey,
  type Framing,
  frameBegins,
  isBetweenFrames,
  readByte,
  type Stream,
} from "../../../src/core/hybi/framing.ts";

const DRAFTS: FrameDraft[] = ["hybi-01", "hybi-04", "hybi-05", "hybi-06"];

function read(text: string, generation: FrameDraft, from: "client" | "server" = "server") {
  const { messages, state, rest, findings, frames } = decode(fromHex(text)!, { generation, from });
  return {
    types: frames.map(({ type }) => type),
    messages: messages.map(({ text, data }) => text ?? data),
    state,
    rest,
    codes: findings.map(({ code }) => code),
  };
}

describe("frames", () => {
  it.each<[string, FrameDraft]>([
    ["04 05 48 65 6c 6c 6f", "hybi-01"],
    ["84 03 48 65 6c 00 02 6c 6f", "hybi-01"],
    ["84 05 48 65 6c 6c 6f", "hybi-04"],
    ["04 03 48 65 6c 80 02 6c 6f", "hybi-06"],
    ["84 7e 00 05 48 65 6c 6c 6f", "hybi-05"],
  ])("%s say Hello in %s", (text, draft) => {
    expect(read(text, draft)).toMatchObject({
      messages: ["Hello"],
      state: "open",
      rest: null,
      codes: [],
    });
  });

  it("of a client are masked from the first byte on, from hybi-04", () => {
    const maskingKey = fromHex("37 fa 21 3d")!;
    const bytes = encode({ type: "text", text: "Hello", maskingKey }, "hybi-05");
    expect(hex(bytes, " ")).toBe("37 fa 21 3d b3 ff 69 58 5b 96 4e");
    expect(read(hex(bytes), "hybi-05", "client").messages).toEqual(["Hello"]);
    expect(read("04 05 48 65 6c 6c 6f", "hybi-01", "client").messages).toEqual(["Hello"]);
  });

  it("are masked in hybi-04 with a hash, where the key of the connection is known", () => {
    const key = connectionKey(
      latin1("dGhlIHNhbXBsZSBub25jZQ=="),
      latin1("AQIDBAUGBwgJCgsMDQ4PEA=="),
    );
    const maskingKey = fromHex("01 02 03 04")!;
    const text = "A text that is longer than the twenty bytes of a hash";
    const bytes = encode({ type: "text", text, maskingKey }, "hybi-04", key);
    const mask = createHash("sha1").update(maskingKey).update(key).digest();
    expect(bytes[4]).toBe(0x84 ^ (mask[0] as number));
    expect(bytes[4 + 21]).toBe(text.charCodeAt(19) ^ (mask[1] as number));
    const stream: Stream = { generation: "hybi-04", from: "client", connectionKey: key };
    const decoded = decode(bytes, stream);
    expect(decoded.messages[0]?.text).toBe(text);
    expect(hex(encode(decoded.frames[0] as Frame, "hybi-04", key))).toBe(hex(bytes));
  });

  it("have the opcodes 0 to 5", () => {
    expect(read("80 00 82 00 83 00 84 00 85 00 81 00", "hybi-04").types).toEqual([
      "continuation",
      ...["ping", "pong", "text", "binary", "close"],
    ]);
  });

  it("close with a code in hybi-06", () => {
    const bytes = encode({ type: "close", statusCode: 1000, reason: "bye" }, "hybi-06");
    expect(hex(bytes, " ")).toBe("81 05 03 e8 62 79 65");
    const { frames, state } = decode(bytes, { generation: "hybi-06", from: "server" });
    expect(frames[0]).toMatchObject({ statusCode: 1000, reason: "bye" });
    expect(state).toBe("closed");
    expect(() => encode({ type: "close", statusCode: 1000 }, "hybi-05")).toThrow(RangeError);
  });
});

describe("what fails a connection", () => {
  it.each<[string, string]>([
    ["frame-reserved-bits", "c4 00"],
    ["frame-reserved-bits", "84 80"],
    ["frame-opcode-reserved", "88 00"],
    ["frame-length-top-bit", "84 7f ff 00 00 00 00 00 00 00"],
    ["frame-control-fragmented", "02 00"],
    ["frame-continuation-unexpected", "80 00"],
    ["frame-message-interrupted", "04 00 84 00"],
    ["frame-text-not-utf8", "84 01 ff"],
  ])("%s: %s", (code, text) => {
    const { state, codes } = read(text, "hybi-06");
    expect([state, codes]).toEqual(["failed", [code]]);
  });

  it("is placed at the byte where UTF-8 breaks off", () => {
    const { findings } = decode(fromHex("04 01 61 80 02 62 ff")!, {
      generation: "hybi-04",
      from: "server",
    });
    expect(findings[0]).toMatchObject({ span: [6, 7], section: "hybi-04 §4" });
  });

  it("is not that a frame or a message has not ended", () => {
    expect(read("84 05 48", "hybi-04")).toMatchObject({
      state: "open",
      codes: ["frame-unfinished"],
    });
    expect(read("04 00", "hybi-04")).toMatchObject({
      state: "open",
      codes: ["message-unfinished"],
    });
    expect(read("81 00 84", "hybi-04")).toMatchObject({
      state: "closed",
      rest: [2, 3],
      codes: ["bytes-behind-close"],
    });
  });
});

describe("what cannot be written", () => {
  it.each<[Frame, FrameDraft]>([
    [{ type: "reserved", opcode: 6 }, "hybi-04"],
    [{ type: "text", maskingKey: new Uint8Array(4) }, "hybi-01"],
    [{ type: "text", maskingKey: new Uint8Array(3) }, "hybi-04"],
    [{ type: "text", text: "x".repeat(200), lengthBytes: 0 }, "hybi-04"],
    [{ type: "text", lengthBytes: 3 }, "hybi-04"],
  ])("is RangeError: %j in %s", (frame, draft) => {
    expect(() => encode(frame, draft)).toThrow(RangeError);
  });
});

const wire = fc
  .array(
    fc.oneof(
      { weight: 5, arbitrary: fc.constantFrom(0x84, 0x04, 0x80, 0x00, 0x82, 0x01, 0x02, 0x61) },
      { weight: 1, arbitrary: fc.constantFrom(0x7e, 0x7f, 0x81, 0xff) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 255 }) },
    ),
    { maxLength: 120 },
  )
  .map((numbers) => Uint8Array.from(numbers));
const streams = fc.record({
  generation: fc.constantFrom(...DRAFTS),
  from: fc.constantFrom("client" as const, "server" as const),
});

test("frames end where readByte, taken byte by byte, ends them, and are written with the same bytes", () => {
  fc.assert(
    fc.property(wire, streams, (bytes, stream) => {
      const { frames, rest } = decode(bytes, stream);
      const ends: number[] = [];
      let framing: Framing = frameBegins(stream);
      bytes.forEach((byte, at) => {
        const before = framing.next;
        framing = readByte(framing, byte, stream);
        const closes = framing.next === "closed" && before !== "closed";
        if (closes || isBetweenFrames(framing)) ends.push(at + 1);
      });
      expect(frames.map(({ span }) => span[1])).toEqual(ends);
      expect(rest?.[0] ?? bytes.length).toBe(ends.at(-1) ?? (bytes.length === 0 ? 0 : rest?.[0]));
      const written = concat(...frames.map((frame) => encode(frame, stream.generation)));
      expect(hex(written)).toBe(hex(bytes.subarray(0, ends.at(-1) ?? 0)));
    }),
    { numRuns: 500 },
  );
});

test("messages in any fragments are read as they were written", () => {
  const content = fc.oneof(fc.string({ unit: "grapheme" }), fc.uint8Array());
  fc.assert(
    fc.property(fc.array(content), streams, fc.nat({ max: 20 }), (list, stream, cut) => {
      const mask = stream.from === "client" && stream.generation !== "hybi-01";
      const maskingKey = mask ? fromHex("01020304") : null;
      const bytes = list.map((one) => {
        const payload = typeof one === "string" ? new TextEncoder().encode(one) : one;
        const type = typeof one === "string" ? "text" : "binary";
        return concat(
          encode(
            { type, fin: false, payload: payload.subarray(0, cut), maskingKey },
            stream.generation,
          ),
          encode(
            { type: "continuation", payload: payload.subarray(cut), maskingKey },
            stream.generation,
          ),
        );
      });
      const { messages, findings } = decode(concat(...bytes), stream);
      expect(messages.map(({ text, data }) => text ?? data)).toEqual(list);
      expect(findings).toEqual([]);
    }),
  );
});
