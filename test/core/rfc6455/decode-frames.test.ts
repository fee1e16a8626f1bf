import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { concat, latin1 } from "../../../src/core/bytes/ascii.ts";
import { fromHex } from "../../../src/core/bytes/hex.ts";
import type { Frame } from "../../../src/core/frames/frame.ts";
import { type DecodeOptions, decode } from "../../../src/core/rfc6455/decode-frames.ts";
import { encode } from "../../../src/core/rfc6455/encode-frame.ts";
import { pieces, stream } from "./streams.ts";

const SERVER: DecodeOptions = { from: "server", generation: "rfc6455" };
const CLIENT: DecodeOptions = { from: "client", generation: "rfc6455" };

function read(text: string, options = SERVER) {
  const { messages, state, rest, findings, frames } = decode(fromHex(text)!, options);
  return {
    frames,
    messages: messages.map(({ text, data }) => text ?? data),
    state,
    rest,
    codes: findings.map(({ code }) => code),
    spans: findings.map(({ span }) => span),
  };
}

describe("the RFC's examples (§5.7)", () => {
  it.each([
    ["81 05 48 65 6c 6c 6f", SERVER],
    ["81 85 37 fa 21 3d 7f 9f 4d 51 58", CLIENT],
    ["01 03 48 65 6c 80 02 6c 6f", SERVER],
  ])("%s is Hello", (text, options) => {
    expect(read(text, options)).toMatchObject({
      messages: ["Hello"],
      state: "open",
      rest: null,
      codes: [],
    });
  });

  it("a ping and the pong to it", () => {
    const [ping] = read("89 05 48 65 6c 6c 6f").frames;
    const [pong] = read("8a 85 37 fa 21 3d 7f 9f 4d 51 58", CLIENT).frames;
    expect(ping).toMatchObject({ type: "ping", payload: latin1("Hello"), mask: false });
    expect(pong).toMatchObject({ type: "pong", payload: latin1("Hello"), mask: true });
  });

  it("256 bytes, and 64 KiB", () => {
    for (const length of [256, 65536]) {
      const payload = new Uint8Array(length).fill(7);
      const { messages, findings } = decode(encode({ type: "binary", payload }), SERVER);
      expect(messages).toEqual([{ type: "binary", data: payload, frames: [0] }]);
      expect(findings).toEqual([]);
    }
  });
});

describe("the examples of permessage-deflate (RFC 7692 §7.2.3)", () => {
  it.each([
    ["a message", "c1 07 f2 48 cd c9 c9 07 00", ["Hello"]],
    ["in two frames", "41 03 f2 48 cd 80 04 c9 c9 07 00", ["Hello"]],
    [
      "with context takeover",
      "c1 07 f2 48 cd c9 c9 07 00 c1 05 f2 00 11 00 00",
      ["Hello", "Hello"],
    ],
    ["without compression", "c1 0b 00 05 00 fa ff 48 65 6c 6c 6f 00", ["Hello"]],
    ["with a last block", "c1 08 f3 48 cd c9 c9 07 00 00", ["Hello"]],
    [
      "with a last block, twice",
      "c1 08 f3 48 cd c9 c9 07 00 00 c1 05 f2 00 11 00 00",
      ["Hello", "Hello"],
    ],
    ["of two blocks", "c1 0d f2 48 05 00 00 00 ff ff ca c9 c9 07 00", ["Hello"]],
    ["that is empty (§7.2.3.6)", "c1 01 00", [""]],
  ])("%s", (_, text, messages) => {
    const agreed = read(text, { ...SERVER, deflate: true });
    expect(agreed).toMatchObject({ messages, state: "open", codes: [] });
    const unknown = read(text);
    expect(unknown).toMatchObject({ messages, state: "open", codes: ["messages-compressed"] });
    expect(read(text, { ...SERVER, deflate: false })).toMatchObject({
      messages: [],
      state: "failed",
      codes: ["rsv1-without-deflate"],
    });
  });

  it("payloads stay compressed", () => {
    expect(read("c1 07 f2 48 cd c9 c9 07 00").frames[0]?.payload).toEqual(
      fromHex("f248cdc9c90700"),
    );
  });

  it("what does not inflate is a fault of its own where deflate was agreed on", () => {
    expect(read("c1 02 ff ff").codes).toEqual(["rsv1-without-deflate"]);
    expect(read("c1 02 ff ff", { ...SERVER, deflate: true }).codes).toEqual([
      "frame-deflate-broken",
    ]);
  });

  it("text that is no UTF-8 once inflated is placed with its message", () => {
    // One stored block: FF.
    expect(read("c1 07 00 01 00 fe ff ff 00")).toMatchObject({
      codes: ["frame-text-not-utf8", "messages-compressed"],
      spans: [[0, 9], null],
    });
  });

  it("what would become more than 64 MiB is not inflated", () => {
    const payload = deflateRawSync(new Uint8Array(2 ** 26 + 1), { level: 1 });
    const bytes = encode({ type: "binary", rsv1: true, payload });
    expect(bytes.length).toBeLessThan(600_000);
    expect(decode(bytes, { ...SERVER, deflate: true }).messages).toEqual([]);
  });
});

describe("what fails a connection", () => {
  it.each<[string, string, DecodeOptions, [number, number]]>([
    ["masked-server-frame", "81 81 01 02 03 04 60", SERVER, [0, 7]],
    ["unmasked-client-frame", "81 01 61", CLIENT, [0, 3]],
    ["rsv1-misplaced", "c9 00", SERVER, [0, 2]],
    ["rsv1-misplaced", "01 00 c0 00", SERVER, [2, 4]],
    ["frame-control-fragmented", "09 00", SERVER, [0, 2]],
    ["frame-control-too-long", `89 7e 00 7e ${"00".repeat(126)}`, SERVER, [0, 130]],
    ["frame-length-not-minimal", "82 7e 00 01 00", SERVER, [0, 5]],
    ["frame-length-not-minimal", "82 7f 00 00 00 00 00 00 00 01 00", SERVER, [0, 11]],
    ["frame-continuation-unexpected", "80 01 61", SERVER, [0, 3]],
    ["frame-continuation-unexpected", "81 00 80 00", SERVER, [2, 4]],
    ["frame-message-interrupted", "01 00 81 01 61", SERVER, [2, 5]],
    ["frame-text-not-utf8", "81 03 61 ff 62", SERVER, [3, 4]],
    ["frame-text-not-utf8", "81 83 00 00 00 01 61 ff 62", CLIENT, [7, 8]],
    ["frame-text-not-utf8", "01 02 61 e2 89 00 80 02 28 a1", SERVER, [3, 4]],
    ["frame-text-not-utf8", "01 01 61 80 01 ff", SERVER, [5, 6]],
    ["frame-close-one-byte", "88 01 03", SERVER, [0, 3]],
    ["frame-close-code-invalid", "88 02 03 ed", SERVER, [0, 4]],
    ["frame-close-code-invalid", "88 02 e8 03", SERVER, [0, 4]],
    ["frame-close-reason-not-utf8", "88 04 03 e8 61 ff", SERVER, [5, 6]],
    ["frame-reserved-bits", "a1 00", SERVER, [0, 2]],
    ["frame-opcode-reserved", "81 00 83 01 61", SERVER, [2, 5]],
    ["frame-length-top-bit", "82 7f 80 00 00 00 00 00 00 01 00", SERVER, [0, 11]],
    ["crlf-after-head", "0d 0a 81 00", SERVER, [0, 4]],
    ["tls-bytes-as-frames", "17 03 03 00 20", SERVER, [0, 5]],
    ["hixie-frames-after-rfc6455", "68 65 6c 6c 6f 0a", SERVER, [0, 6]],
    ["hixie-frames-after-rfc6455", "00 68 69 ff", SERVER, [0, 4]],
  ])("%s: %s", (code, text, options, span) => {
    const { state, codes, spans } = read(text, options);
    expect([state, codes[0], spans[0]]).toEqual(["failed", code, span]);
  });

  it("a header that breaks a rule fails before its data has come", () => {
    expect(read("81 85 01 02 03 04")).toMatchObject({
      state: "failed",
      codes: ["masked-server-frame", "frame-unfinished"],
    });
    expect(read("89 7e 00 7e").codes).toEqual(["frame-control-too-long", "frame-unfinished"]);
  });

  it("a text whose beginning is no UTF-8 fails before its end has come (§8.1)", () => {
    expect(read("01 02 61 ff").state).toBe("failed");
    for (const cut of ["c3", "e2", "e2 98", "ed 9f", "f0 9f", "f0 9f 98", "f4 8f"]) {
      const bytes = fromHex(cut)!;
      const { state, codes } = read(`01 0${bytes.length} ${cut}`);
      expect([cut, state, codes]).toEqual([cut, "open", ["message-unfinished"]]);
    }
    for (const cut of ["c0", "ed a0", "f0 80", "f4 90", "f5", "e2 28"]) {
      const { state } = read(`01 0${fromHex(cut)!.length} ${cut}`);
      expect([cut, state]).toEqual([cut, "failed"]);
    }
  });

  it("is shown with all frames whose ends are plain, and no message behind it", () => {
    const { frames, messages, codes } = read("81 01 61 81 81 00 00 00 00 62 81 01 63");
    expect(frames.map(({ type }) => type)).toEqual(["text", "text", "text"]);
    expect(messages).toEqual(["a"]);
    expect(codes).toEqual(["masked-server-frame"]);
  });

  it("is said once, and how often", () => {
    const { findings } = decode(fromHex("81 01 61".repeat(4))!, CLIENT);
    expect(findings).toHaveLength(1);
    expect(findings[0]?.why).toMatch(/The frame at byte 0 comes without a mask. So do 3 more\.$/);
  });

  it("names the draft whose frames they are", () => {
    const { findings } = decode(fromHex("a1 00")!, { ...SERVER, generation: "hybi-07" });
    expect(findings[0]?.section).toBe("RFC 6455 §5.2, as in hybi-07");
  });
});

describe("control frames", () => {
  it("may stand between fragments", () => {
    expect(read("01 01 61 89 00 80 01 62")).toMatchObject({ messages: ["ab"], codes: [] });
  });

  it("close with a code and a reason", () => {
    const { frames, state } = read("88 05 0f a1 e2 98 83");
    expect(frames[0]).toMatchObject({ type: "close", statusCode: 4001, reason: "☃" });
    expect(state).toBe("closed");
    expect(read("88 00").frames[0]).not.toHaveProperty("statusCode");
  });

  it.each([1000, 1001, 1002, 1003, 1007, 1011, 1012, 1014, 3000, 3999, 4000, 4999])(
    "may close with %i",
    (statusCode) => {
      expect(decode(encode({ type: "close", statusCode }), SERVER).state).toBe("closed");
    },
  );

  it.each([0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535])(
    "may not close with %i",
    (statusCode) => {
      expect(decode(encode({ type: "close", statusCode }), SERVER).state).toBe("failed");
    },
  );

  it("leave what stands behind a close unread", () => {
    expect(read("88 00 81 01 61")).toMatchObject({
      messages: [],
      state: "closed",
      rest: [2, 5],
      codes: ["bytes-behind-close"],
    });
  });
});

test("a message may have any number of fragments", () => {
  const bytes = new Uint8Array(600_005).map((_, i) => [0x00, 0x01, 0x61][i % 3]!);
  bytes.set([0x01, 0x01, 0x61]);
  bytes.set([0x80, 0x00], 600_003);
  expect(decode(bytes.subarray(0, 600_005), SERVER).messages[0]?.text).toHaveLength(200_001);
});

test("what has not ended is kept", () => {
  expect(read("81 01 61 81 05 48")).toMatchObject({
    messages: ["a"],
    state: "open",
    rest: [3, 6],
    codes: ["frame-unfinished"],
  });
});

const message = fc.oneof(
  fc.string({ unit: fc.constantFrom("\0", "a", "ÿ", "☃", "\ufffd", "😀"), maxLength: 40 }),
  fc.uint8Array({ maxLength: 40 }),
  fc.constantFrom(125, 126, 127, 65535, 65536).map((length) => "x".repeat(length)),
);

function split(content: string | Uint8Array, cuts: number[], mask: boolean): Uint8Array {
  const data = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const at = [0, ...cuts.map((cut) => cut % (data.length + 1)), data.length];
  at.sort((a, b) => a - b);
  const frames = at.slice(1).map((end, i): Frame => {
    const opening = typeof content === "string" ? "text" : "binary";
    return {
      type: i === 0 ? opening : "continuation",
      fin: i === at.length - 2,
      payload: data.subarray(at[i], end),
      maskingKey: mask ? Uint8Array.of(i, 255 - i, 7, 130) : null,
    };
  });
  return concat(...frames.map(encode));
}

test("messages in any fragments are read as they were written", () => {
  const written = fc.array(fc.tuple(message, fc.array(fc.nat(), { maxLength: 3 })), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(written, fc.boolean(), (list, mask) => {
      const bytes = concat(...list.map(([content, cuts]) => split(content, cuts, mask)));
      const decoded = decode(bytes, mask ? CLIENT : SERVER);
      expect(decoded.messages.map(({ text, data }) => text ?? data)).toEqual(
        list.map(([content]) => content),
      );
      expect([decoded.state, decoded.rest, decoded.findings]).toEqual(["open", null, []]);
    }),
  );
});

test("frames and the rest are all of the bytes, and nothing makes it throw", () => {
  fc.assert(
    fc.property(stream, fc.constantFrom("client", "server"), (bytes, from) => {
      for (const deflate of [null, true, false]) {
        const decoded = decode(bytes, { from, generation: "rfc6455", deflate });
        const spans = decoded.frames.map(({ span }) => span);
        if (decoded.rest) spans.push(decoded.rest);
        let at = 0;
        for (const [start, end] of spans) {
          expect(start).toBe(at);
          at = end;
        }
        expect(at).toBe(bytes.length);
        const hasError = decoded.findings.some(({ level }) => level === "error");
        expect(hasError).toBe(decoded.state === "failed");
      }
    }),
    { numRuns: 500 },
  );
});

test("what has come of a stream is never taken back", () => {
  fc.assert(
    fc.property(pieces, ({ bytes, parts }) => {
      const part = parts[0] ?? bytes;
      const early = decode(part, SERVER);
      const late = decode(bytes, SERVER);
      expect(late.messages.slice(0, early.messages.length)).toEqual(early.messages);
      expect(late.frames.slice(0, early.frames.length)).toEqual(early.frames);
      if (early.state === "failed") expect(late.state).toBe("failed");
    }),
    { numRuns: 500 },
  );
});
