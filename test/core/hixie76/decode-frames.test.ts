/** Every stream of `frames-hixie76.json`: taken from peers' tests and captures, or written for the draft. */
import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { concat, latin1 } from "../../../src/core/bytes/ascii.ts";
import { fromHex, hex } from "../../../src/core/bytes/hex.ts";
import { invalidUtf8At } from "../../../src/core/bytes/utf8.ts";
import { type Decoded76, decode } from "../../../src/core/hixie76/decode-frames.ts";
import { encode } from "../../../src/core/hixie76/encode-frame.ts";
import { FrameTable } from "../../../src/core/hixie76/frame-table.ts";
import { FRAME_BEGINS, readByte } from "../../../src/core/hixie76/framing.ts";
import { stream } from "./streams.ts";

interface Expected {
  type: "text" | "discard" | "binary" | "close" | "length";
  text?: string;
  payload_hex?: string;
  frame_type?: string;
  length?: number;
}

interface Case {
  id: string;
  op: "parse" | "serialize";
  direction: string;
  bytes_hex: string;
  packets_hex: string[];
  expected: Expected[] | null;
  expected_error: string | null;
  spec_expected?: Expected[];
}

const cases: Case[] = JSON.parse(
  readFileSync(new URL("../../fixtures/frames-hixie76.json", import.meta.url), "utf8"),
);

/** Where a peer raises an error, or names no frames: what the draft makes of the same bytes. */
const BY_THE_DRAFT: Record<string, { why: string; frames: Expected[]; state: Decoded76["state"] }> =
  {
    "ws-no-00": {
      why: "FF FF 00 is no close but a length of 16256, of which nine bytes came",
      frames: [
        { type: "text", text: "l", payload_hex: "6c" },
        { type: "text", text: "l", payload_hex: "6c" },
      ],
      state: "open",
    },
    "em-huge": { why: "a length may be refused above 2^31", frames: [], state: "failed" },
    "spec-bin-huge": { why: "a length may be refused above 2^31", frames: [], state: "failed" },
    "wr-invalid": { why: "type 69 has not met its FF", frames: [], state: "open" },
    "txw-missing-null": {
      why: "type 66 is discarded and reading goes on",
      frames: [{ type: "discard", frame_type: "66", payload_hex: "72616d65" }],
      state: "open",
    },
    "txw-maxlength": {
      why: "the limit of 100 bytes is that peer's own",
      frames: [],
      state: "open",
    },
  };

/** Lengths without a frame around them. */
const LENGTHS = ["py-length-127", "py-length-4660"];

function bytes(digits: string): Uint8Array {
  return fromHex(digits)!;
}

function read(data: Uint8Array): Decoded76 {
  return decode(data, { from: "client", generation: "hixie-76" });
}

function seen({ frames, messages }: Decoded76): Expected[] {
  return frames.map(({ type, payload, frameType }, index) => {
    const payload_hex = hex(payload);
    if (type === "close") return { type };
    if (type === "reserved") {
      return { type: "discard", frame_type: hex(Uint8Array.of(frameType)), payload_hex };
    }
    const message = messages.find(({ frames }) => frames.includes(index));
    return { type, text: message?.text as string, payload_hex };
  });
}

const frameCases = cases.filter(({ id }) => !LENGTHS.includes(id));

test("no case is left out", () => {
  expect(cases).toHaveLength(70);
  expect(frameCases).toHaveLength(cases.length - LENGTHS.length);
  const unexplained = cases.filter(
    ({ id, expected, expected_error }) =>
      (expected === null || expected_error !== null) && !(id in BY_THE_DRAFT),
  );
  expect(unexplained).toEqual([]);
});

describe.each(frameCases)("$id", ({ id, bytes_hex, packets_hex, expected, spec_expected }) => {
  const draft = BY_THE_DRAFT[id];
  const frames = draft?.frames ?? spec_expected ?? (expected as Expected[]);

  test(`is read as the draft says${draft ? `: ${draft.why}` : ""}`, () => {
    const decoded = read(bytes(bytes_hex));
    expect(seen(decoded)).toEqual(frames);
    const closes = frames.some(({ type }) => type === "close");
    expect(decoded.state).toBe(draft?.state ?? (closes ? "closed" : "open"));
  });

  test("ends the same in packets and byte by byte", () => {
    const whole = new FrameTable();
    whole.read(bytes(bytes_hex));
    const packets = new FrameTable();
    for (const packet of packets_hex) packets.read(bytes(packet));
    expect(packets).toEqual(whole);
    expect(bytes(bytes_hex).reduce(readByte, FRAME_BEGINS)).toEqual(whole.framing);
  });
});

test.each(cases.filter(({ id }) => LENGTHS.includes(id)))(
  "$id is read",
  ({ bytes_hex, expected }) => {
    const { next, length } = bytes(`80${bytes_hex}`).reduce(readByte, FRAME_BEGINS);
    expect([next, length]).toEqual(["skipped", expected?.[0]?.length]);
  },
);

describe.each(cases.filter(({ op }) => op === "serialize"))("$id", ({ bytes_hex, expected }) => {
  test("is written as the peer wrote it", () => {
    const written = (expected as Expected[]).map(({ type, text, frame_type, payload_hex }) => {
      if (type === "close") return encode({ type }, "hixie-76");
      if (type === "text") return encode({ type, text: text as string }, "hixie-76");
      const frameType = Number.parseInt(frame_type as string, 16);
      const payload = bytes(payload_hex as string);
      return encode({ type: "reserved", frameType, payload }, "hixie-76");
    });
    expect(hex(concat(...written))).toBe(bytes_hex);
  });
});

describe("what is decoded", () => {
  test("has every part of a frame", () => {
    const { frames } = read(bytes("00 e2 98 83 ff  41 61 ff  80 80 02 ff 00  ff 80 00"));
    expect(frames).toEqual([
      {
        span: [0, 5],
        type: "text",
        payload: bytes("e29883"),
        frameType: 0,
        lengthBytes: 0,
      },
      { span: [5, 8], type: "reserved", payload: bytes("61"), frameType: 0x41, lengthBytes: 0 },
      {
        span: [8, 13],
        type: "reserved",
        payload: bytes("ff00"),
        frameType: 0x80,
        lengthBytes: 2,
      },
      { span: [13, 16], type: "close", payload: bytes(""), frameType: 0xff, lengthBytes: 2 },
    ]);
  });

  test("names the frame of each message", () => {
    const { messages } = read(bytes("00 61 ff  01 62 ff  00 63 ff"));
    expect(messages).toEqual([
      { type: "text", text: "a", frames: [0] },
      { type: "text", text: "c", frames: [2] },
    ]);
  });

  test("is the same object each time it is asked for, and survives JSON", () => {
    const decoded = read(bytes("00 61 ff 01 ff"));
    expect(decoded.frames).toBe(decoded.frames);
    expect(decoded.messages).toBe(decoded.messages);
    expect(decoded.findings).toBe(decoded.findings);
    expect(Object.keys(JSON.parse(JSON.stringify(decoded))).sort()).toEqual(
      ["findings", "frames", "messages", "rest", "state"].sort(),
    );
  });

  test.each([
    ["", null, "open"],
    ["00 61 ff", null, "open"],
    ["00 61 ff 00", [3, 4], "open"],
    ["00 61 ff 80 05 01", [3, 6], "open"],
    ["00 61 ff ff 00", null, "closed"],
    ["00 61 ff ff 00 00 62 ff", [5, 8], "closed"],
    ["00 61 ff 80 ff ff ff ff ff 00 62 ff", [3, 12], "failed"],
  ])("of %s the rest is %j and the state %s", (digits, rest, state) => {
    const decoded = read(bytes(digits));
    expect([decoded.rest, decoded.state]).toEqual([rest, state]);
  });
});

describe("findings", () => {
  function codes(digits: string, from: "client" | "server" = "client"): string[] {
    return decode(bytes(digits), { from, generation: "hixie-76" }).findings.map(
      ({ code, level, span, section }) => `${level} ${code} ${span?.join("-")} ${section}`,
    );
  }

  test.each([
    ["00 61 ff", []],
    ["00 61 ff ff 00", []],
    ["00 ef bf bd ff", []],
    ["66 61 ff", ["error frame-type-reserved 0-3 hybi-00 §5.3"]],
    ["80 01 61 00 ff", ["error frame-type-reserved 0-3 hybi-00 §5.3"]],
    ["ff 80 01 00", ["error frame-close-with-data 0-4 hybi-00 §5.3"]],
    ["00 61 e2 98 62 ff", ["warning frame-text-not-utf8 2-3 hybi-00 §5.4"]],
    ["00 61 ff 00", ["info frame-unfinished 3-4 hybi-00 §5.3"]],
    ["80", ["info frame-unfinished 0-1 hybi-00 §5.3"]],
    ["80 02 61", ["info frame-unfinished 0-3 hybi-00 §5.3"]],
    ["ff 00 0d 0a", ["info bytes-behind-close 2-4 hybi-00 §5.3"]],
    ["80 ff ff ff ff ff 7f", ["error frame-length-too-large 0-7 hybi-00 §5.3"]],
    [
      "00 80 ff 01 ff 00 61 ff 81 00 00 80 ff ff 00 00",
      [
        "warning frame-text-not-utf8 1-2 hybi-00 §5.4",
        "error frame-type-reserved 3-5 hybi-00 §5.3",
        "error frame-type-reserved 8-10 hybi-00 §5.3",
        "warning frame-text-not-utf8 11-12 hybi-00 §5.4",
        "info bytes-behind-close 15-16 hybi-00 §5.3",
      ],
    ],
  ])("in %s: %j", (digits, expected) => {
    expect(codes(digits)).toEqual(expected);
  });

  test("what a server sends is read by §4", () => {
    expect(codes("01 ff 00 80 ff", "server")).toEqual([
      "error frame-type-reserved 0-2 hybi-00 §4.2",
      "warning frame-text-not-utf8 3-4 hybi-00 §4.3",
    ]);
  });

  test("say what is missing from a frame that has not ended", () => {
    const why = (digits: string) => read(bytes(digits)).findings[0]?.why;
    expect(why("00 61")).toContain("lacks the 0xFF that ends it");
    expect(why("80 81")).toContain("lacks the rest of its length");
    expect(why("80 05 00 00")).toContain("lacks 3 of its bytes");
  });
});

describe("hixie-75", () => {
  const digits = "ff 00 00 61 ff 80 01 61 ff 00";

  test("has no closing handshake: FF 00 is skipped like any frame with a length", () => {
    const decoded = decode(bytes(digits), { from: "server", generation: "hixie-75" });
    expect(decoded.frames.map(({ type }) => type)).toEqual([
      "reserved",
      "text",
      "reserved",
      "reserved",
    ]);
    expect([decoded.state, decoded.rest]).toEqual(["open", null]);
  });

  test("calls no frame with a length an error", () => {
    const decoded = decode(bytes(digits), { from: "server", generation: "hixie-75" });
    expect(decoded.findings.map(({ code, level }) => `${level} ${code}`)).toEqual(
      Array(3).fill("warning frame-type-reserved"),
    );
  });
});

describe("for any bytes", () => {
  test("spans of frames and rest lie end to end, from the first byte to the last", () => {
    fc.assert(
      fc.property(stream, (data) => {
        const { frames, rest } = read(data);
        let end = 0;
        for (const { span } of [...frames, ...(rest ? [{ span: rest }] : [])]) {
          expect(span[0]).toBe(end);
          expect(span[1]).toBeGreaterThan(span[0]);
          end = span[1];
        }
        expect(end).toBe(data.length);
      }),
    );
  });

  test("each frame, written again, is the bytes it was read from", () => {
    fc.assert(
      fc.property(stream, (data) => {
        for (const frame of read(data).frames) {
          expect(hex(encode(frame, "hixie-76"))).toBe(hex(data.subarray(...frame.span)));
        }
      }),
    );
  });

  test("a text is found fault with exactly when it is not UTF-8", () => {
    fc.assert(
      fc.property(stream, (data) => {
        const { frames, findings } = read(data);
        const wrong = frames.filter(
          ({ type, payload }) => type === "text" && invalidUtf8At(payload) !== null,
        );
        const found = findings.filter(({ code }) => code === "frame-text-not-utf8");
        expect(found).toHaveLength(wrong.length);
      }),
    );
  });

  test("findings lie within the stream, in order, and say something", () => {
    fc.assert(
      fc.property(stream, fc.constantFrom("client", "server"), (data, from) => {
        let last = 0;
        for (const finding of decode(data, { from, generation: "hixie-76" }).findings) {
          const [start, end] = finding.span!;
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(data.length);
          expect(`${finding.title}${finding.why}${finding.fix}`).not.toMatch(/undefined|NaN/);
          last = start;
        }
      }),
    );
  });
});

test("a stream that is an HTTP response is frames of a reserved type, not a crash", () => {
  const { frames, state } = read(latin1("HTTP/1.1 400 Bad Request\r\n\r\n"));
  expect([frames, state]).toEqual([[], "open"]);
});
