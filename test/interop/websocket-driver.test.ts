/** websocket-driver 0.8 is still maintained and still speaks hixie-76, when it is told to. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import websocket from "websocket-driver";
import { concat } from "../../src/core/bytes/ascii.ts";
import { hex } from "../../src/core/bytes/hex.ts";
import { checkResponse, makeRequest } from "../../src/core/hixie76/client.ts";
import { decode } from "../../src/core/hixie76/decode-frames.ts";
import { encode } from "../../src/core/hixie76/encode-frame.ts";
import { closingFrame, textFrame } from "../../src/core/hixie76/framing.ts";
import { answer } from "../../src/core/hixie76/handshake.ts";
import { random } from "../core/hixie76/random.ts";
import { seeded } from "../core/hixie76/seeded.ts";

interface Peer {
  driver: ReturnType<typeof websocket.server>;
  written: Uint8Array[];
  messages: string[];
  closed: boolean;
}

function peer(): Peer {
  const driver = websocket.server({ allowDrafts: true });
  const seen: Peer = { driver, written: [], messages: [], closed: false };
  driver.io.on("data", (chunk: Buffer) => seen.written.push(new Uint8Array(chunk)));
  driver.on("connect", () => driver.start());
  driver.on("message", ({ data }: { data: string }) => seen.messages.push(data));
  driver.on("close", () => {
    seen.closed = true;
  });
  return seen;
}

function opened(): Peer {
  const seen = peer();
  seen.driver.parse(Buffer.from(makeRequest(EXAMPLE, seeded(1)).bytes));
  seen.written.length = 0;
  return seen;
}

const EXAMPLE = {
  secure: false,
  host: "example.com",
  port: 80,
  resource: "/demo",
  origin: "http://example.com",
};

const openings = fc.record({
  secure: fc.constant(false),
  host: fc.constantFrom("example.com", "Example.com", "127.0.0.1"),
  port: fc.constantFrom(80, 443, 8080),
  resource: fc.constantFrom("/", "/demo", "/a?b=c&d"),
  origin: fc.constantFrom("http://example.com", "null", "file://"),
});

/** U+FFFF too, and texts that a frame's own bytes would end or begin. */
const text = fc.string({
  unit: fc.constantFrom("\0", "a", "ÿ", "☃", "\uffff", "😀"),
  maxLength: 40,
});

describe("the handshake", () => {
  test("is answered with the same bytes, every one", () => {
    fc.assert(
      fc.property(openings, random, (opening, chance) => {
        const request = makeRequest(opening, chance);
        // That driver refuses a number of zero, which the draft allows.
        fc.pre(request.key1.number > 0 && request.key2.number > 0);
        const { driver, written } = peer();
        driver.parse(Buffer.from(request.bytes));
        const response = concat(...written);
        expect(hex(response)).toBe(hex(answer(request.bytes)));
        expect(checkResponse(request, response)).toEqual({
          outcome: "accepted",
          end: response.length,
        });
      }),
      { numRuns: 300 },
    );
  });
});

describe("frames", () => {
  test("that are written here are read there", () => {
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const { driver, messages } = opened();
        driver.parse(Buffer.from(concat(...texts.map(textFrame))));
        expect(messages).toEqual(texts);
      }),
    );
  });

  test("that are written there are read here", () => {
    fc.assert(
      fc.property(fc.array(text), (texts) => {
        const { driver, written } = opened();
        for (const one of texts) driver.text(one);
        driver.close();
        const stream = concat(...written);
        const decoded = decode(stream, { from: "server", generation: "hixie-76" });
        expect(decoded.messages.map(({ text }) => text)).toEqual(texts);
        expect([decoded.state, decoded.rest, decoded.findings]).toEqual(["closed", null, []]);
        expect(hex(stream)).toBe(hex(concat(...texts.map(textFrame), closingFrame())));
      }),
    );
  });

  test("with a length are skipped by both", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0x80, max: 0xfe }),
        fc.uint8Array({ minLength: 1, maxLength: 300 }),
        fc.integer({ min: 2, max: 5 }),
        text,
        (frameType, payload, lengthBytes, behind) => {
          const skipped = encode({ type: "reserved", frameType, payload, lengthBytes }, "hixie-76");
          const stream = concat(skipped, textFrame(behind));
          const { driver, messages } = opened();
          driver.parse(Buffer.from(stream));
          expect(messages).toEqual([behind]);
          const decoded = decode(stream, { from: "client", generation: "hixie-76" });
          expect(decoded.messages.map(({ text }) => text)).toEqual(messages);
        },
      ),
    );
  });

  test.each([1, 2, 3])("a close written in %i bytes of length closes both", (lengthBytes) => {
    const close = encode({ type: "close", lengthBytes }, "hixie-76");
    const seen = opened();
    seen.driver.parse(Buffer.from(close));
    expect(seen.closed).toBe(true);
    expect(hex(concat(...seen.written))).toBe("ff00");
    expect(decode(close, { from: "client", generation: "hixie-76" }).state).toBe("closed");
  });
});
