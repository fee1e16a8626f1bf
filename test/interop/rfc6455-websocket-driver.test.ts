/** Frames of RFC 6455 against websocket-driver 0.8, both ways. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import websocket from "websocket-driver";
import { concat, latin1 } from "../../src/core/bytes/ascii.ts";
import { hex } from "../../src/core/bytes/hex.ts";
import type { Frame } from "../../src/core/frames/frame.ts";
import { makeRequest } from "../../src/core/rfc6455/client.ts";
import { decode } from "../../src/core/rfc6455/decode-frames.ts";
import { encode } from "../../src/core/rfc6455/encode-frame.ts";

interface Peer {
  driver: ReturnType<typeof websocket.server> & {
    binary(data: Uint8Array): boolean;
    ping(data: string): boolean;
    close(reason?: string, code?: number): boolean;
  };
  written: Uint8Array[];
  messages: (string | Uint8Array)[];
  failed: boolean;
  closed: { code: number; reason: string } | null;
}

/** A server whose handshake is done. */
function opened(): Peer {
  const driver = websocket.server({ allowDrafts: false }) as Peer["driver"];
  const peer: Peer = { driver, written: [], messages: [], failed: false, closed: null };
  driver.io.on("data", (chunk: Buffer) => peer.written.push(new Uint8Array(chunk)));
  driver.on("connect", () => driver.start());
  driver.on("message", ({ data }: { data: string | Buffer }) => {
    peer.messages.push(typeof data === "string" ? data : new Uint8Array(data));
  });
  driver.on("error", () => {
    peer.failed = true;
  });
  driver.on("close", ({ code, reason }: { code: number; reason: string }) => {
    peer.closed = { code, reason };
  });
  const nonce = [...latin1("the sample nonce")];
  const opening = { secure: false, host: "example.com", port: 80, resource: "/" };
  driver.parse(Buffer.from(makeRequest(opening, () => nonce.shift()!).bytes));
  peer.written.length = 0;
  return peer;
}

const text = fc.string({
  unit: fc.constantFrom("\0", "a", "ÿ", "☃", "\ufffd", "😀"),
  maxLength: 40,
});
const content = fc.oneof(
  text,
  fc.uint8Array({ maxLength: 300 }),
  fc.constantFrom(125, 126, 65535, 65536).map((length) => "x".repeat(length)),
);
const maskingKey = fc.uint8Array({ minLength: 4, maxLength: 4 });
const CLIENT = { from: "client", generation: "rfc6455", deflate: false } as const;
const SERVER = { ...CLIENT, from: "server" } as const;

describe("messages", () => {
  test("that are written here are read there", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(content, maskingKey)), (list) => {
        const { driver, messages } = opened();
        const frames = list.map(([content, maskingKey]) =>
          typeof content === "string"
            ? encode({ type: "text", text: content, maskingKey })
            : encode({ type: "binary", payload: content, maskingKey }),
        );
        driver.parse(Buffer.from(concat(...frames)));
        expect(messages).toEqual(list.map(([content]) => content));
      }),
    );
  });

  test("that are written there are read here, and written here with the same bytes", () => {
    fc.assert(
      fc.property(fc.array(content), text, (list, reason) => {
        fc.pre(new TextEncoder().encode(reason).length <= 123);
        const { driver, written } = opened();
        for (const one of list) {
          if (typeof one === "string") driver.text(one);
          else driver.binary(Buffer.from(one) as Uint8Array);
        }
        driver.ping("hey");
        driver.close(reason, 4000);
        const stream = concat(...written);
        const decoded = decode(stream, SERVER);
        expect(decoded.messages.map(({ text, data }) => text ?? data)).toEqual(list);
        expect([decoded.state, decoded.rest, decoded.findings]).toEqual(["closed", null, []]);
        expect(decoded.frames.at(-1)).toMatchObject({ type: "close", statusCode: 4000, reason });
        expect(hex(concat(...decoded.frames.map(encode)))).toBe(hex(stream));
      }),
    );
  });
});

const fragment: fc.Arbitrary<Frame> = fc.record({
  type: fc.constantFrom("text", "binary", "continuation", "ping", "pong", "close"),
  fin: fc.oneof({ weight: 5, arbitrary: fc.constant(true) }, fc.boolean()),
  rsv1: fc.oneof({ weight: 20, arbitrary: fc.constant(false) }, fc.boolean()),
  payload: fc.oneof(
    text.map((text) => new TextEncoder().encode(text)),
    fc.constantFrom([0x03, 0xe8], [0x03, 0xed], [0xff], []).map((bytes) => Uint8Array.from(bytes)),
  ),
  maskingKey: fc.oneof({ weight: 20, arbitrary: maskingKey }, fc.constant(null)),
});

test("frames that break a rule fail both, behind the same messages", () => {
  fc.assert(
    fc.property(fc.array(fragment, { maxLength: 6 }), (frames) => {
      const stream = concat(...frames.map(encode));
      const peer = opened();
      peer.driver.parse(Buffer.from(stream));
      const { messages, failed, closed } = peer;
      const decoded = decode(stream, CLIENT);
      // That driver waits for the end of a text before it looks at the beginning.
      const codes = decoded.findings.map(({ code }) => code);
      fc.pre(!["frame-text-not-utf8", "message-unfinished"].every((code) => codes.includes(code)));
      expect(messages).toEqual(decoded.messages.map(({ text, data }) => text ?? data));
      // A close that is wrong, that driver takes for one; it says so in the code that it answers with.
      const isFailed = failed || closed?.code === 1002;
      expect([isFailed, closed !== null]).toEqual([
        decoded.state === "failed",
        decoded.state !== "open",
      ]);
    }),
    { numRuns: 1000 },
  );
});
