import { constants, deflateRawSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { concat } from "../../../src/core/bytes/ascii.ts";
import { fromHex } from "../../../src/core/bytes/hex.ts";
import { judgeFrames, leaves } from "../../../src/core/clients/chromium-156-frames.ts";

function bytes(hex: string): Uint8Array {
  const read = fromHex(hex);
  if (!read) throw new Error(`no hex: ${hex}`);
  return read;
}

/** A frame with so many bytes. */
function binaryOf(count: number): Uint8Array {
  const length = [24, 16, 8, 0].map((shift) => (count >>> shift) & 0xff);
  return concat(Uint8Array.of(0x82, 127, 0, 0, 0, 0, ...length), new Uint8Array(count));
}

/** Likewise, compressed. */
function zerosOf(count: number): Uint8Array {
  const zeros = deflateRawSync(new Uint8Array(count), { finishFlush: constants.Z_SYNC_FLUSH });
  return concat(Uint8Array.of(0xc2, 126, zeros.length >> 8, zeros.length & 0xff), zeros);
}

/** What is printed of these frames behind an empty head. */
function printed(hex: string, options: { deflate?: boolean; goodbye?: boolean; isLeft?: boolean }) {
  const { deflate = false, goodbye = false, isLeft = false } = options;
  return judgeFrames(bytes(hex), 0, { deflate, goodbye, isLeft })?.console ?? null;
}

describe("the order in which a frame's faults are found", () => {
  // All in one piece; each row has the faults of those below it as well.
  test.each([
    ["f3 81 00 00 00 00 61 82 7e 00 01 61", "Invalid frame header"],
    ["f3 81 00 00 00 00 61", "A server must not mask any frames that it sends to the client."],
    ["f3 01 61", "One or more reserved bits are on: reserved1 = 1, reserved2 = 1, reserved3 = 1"],
    ["83 01 61", "Unrecognized frame opcode: 3"],
  ])("%s: %s", (hex, console) => {
    expect(printed(hex, {})).toBe(console);
  });

  test("a frame that cannot be inflated is found before all of these", () => {
    expect(printed("83 00 c1 02 ff ff", { deflate: true })).toBe("Invalid frame header");
  });

  test("what is wrong after a close is told as coming after it, but for mask and reserved bits", () => {
    expect(printed("88 00 83 00", {})).toBe("Unknown frame type received after close");
    expect(printed("88 00 c1 00", {})).toContain("reserved bits");
  });
});

test("a page that has left does not look at data, but still at control frames", () => {
  expect(printed("81 01 ff", { isLeft: true })).toBeNull();
  expect(printed("81 01 ff", {})).toBe("Could not decode a text frame as UTF-8.");
  expect(printed("88 01 03", { isLeft: true })).toContain("invalid size of 1 byte");
});

test("the goodbye of the recordings makes a second close of the server's own", () => {
  expect(printed("88 00", { goodbye: true })).toBe("Close received after close");
  expect(printed("88 00", {})).toBeNull();
  expect(printed("", { goodbye: true })).toBeNull();
});

test("a character may be spread over any number of frames", () => {
  expect(printed("01 01 f0 00 01 9f 00 01 98 80 01 80", {})).toBeNull();
  expect(printed("01 01 f0 00 01 9f 00 01 98 80 01 41", {})).toContain("UTF-8");
});

test("frames are looked at up to a bound, and so is what they inflate to", () => {
  const tooMuch = { console: null, rule: expect.stringContaining("as far as they were looked at") };
  const wrong = bytes("83 00");
  const plain = { deflate: false, goodbye: false };
  expect(judgeFrames(concat(bytes("89 00".repeat(20_000)), wrong), 0, plain)).toEqual(tooMuch);
  expect(judgeFrames(concat(binaryOf(400_000), wrong), 0, plain)).toEqual(tooMuch);
  const compressed = { deflate: true, goodbye: false };
  expect(judgeFrames(concat(zerosOf(5_000_000), wrong), 0, compressed)).toEqual(tooMuch);
});

// As Chromium 156 was seen to do behind a 101.
test("what is wrong behind much that is right is found", () => {
  const opcode = { console: "Unrecognized frame opcode: 3" };
  const wrong = bytes("83 00");
  const plain = { deflate: false, goodbye: true };
  expect(judgeFrames(concat(binaryOf(200_000), wrong), 0, plain)).toMatchObject(opcode);
  expect(judgeFrames(concat(bytes("81 01 61".repeat(9_000)), wrong), 0, plain)).toMatchObject(
    opcode,
  );
  const compressed = { deflate: true, goodbye: true };
  expect(judgeFrames(concat(zerosOf(1_000_000), wrong), 0, compressed)).toMatchObject(opcode);
});

test.each([
  [32_767, null],
  [32_768, "Could not decode a text frame as UTF-8."],
])("of a compressed message that has begun, %i bytes: %s", (count, console) => {
  const wrong = new Uint8Array(count).fill(0xff);
  const data = deflateRawSync(wrong, { finishFlush: constants.Z_SYNC_FLUSH }).subarray(0, -4);
  const begun = concat(Uint8Array.of(0x41, data.length), data);
  const judged = judgeFrames(begun, 0, { deflate: true, goodbye: false });
  expect(judged?.console ?? null).toBe(console);
});

describe("a client's close", () => {
  test.each([
    ["88 80 00 00 00 00", true],
    ["88 82 00 00 00 00 03 e8", true],
    ["8a 80 00 00 00 00 88 80 01 02 03 04", true],
    ["88 82 00 00 00 00 03 ea", false],
    ["81 81 00 00 00 00 61", false],
    ["", false],
    ["88", false],
    ["09 00", false],
  ])("%s says that the page left, or answers a close: %s", (hex, expected) => {
    expect(leaves(bytes(hex))).toBe(expected);
  });
});

// WebSocketBasicStream's buffer has 1000 bytes, and 131000 when its last hundred reads were fast.
test("behind a hundred small reads, a header that cannot be hides what is wrong far before it", () => {
  const plain = { deflate: false, goodbye: false };
  const hidden = bytes("83 00");
  const judge = (before: number, between: number) =>
    judgeFrames(
      concat(binaryOf(before - 10), hidden, binaryOf(between - 10), bytes("82 7e 00 01 61")),
      0,
      plain,
    )?.console;
  expect(judge(99_000, 90_000)).toBe("Unrecognized frame opcode: 3");
  expect(judge(99_998, 90_000)).toBe("Unrecognized frame opcode: 3");
  expect(judge(99_999, 90_000)).toBe("Invalid frame header");
  expect(judge(100_000, 130_994)).toBe("Invalid frame header");
  expect(judge(100_000, 130_995)).toBe("Unrecognized frame opcode: 3");
});

// WebSocketChunkAssembler unmasks what came of a frame with a key that begins anew.
test("a mask begins anew with each read", () => {
  const deflate = { deflate: true, goodbye: false };
  const blocks = bytes("00 00 00 ff ff 00 00 00 ff ff");
  const [first, second] = [990, 20];
  const inside = concat(...Array.from({ length: (first + second) / 10 }, () => blocks));
  const masked = (from: number) => (byte: number, i: number) => byte ^ (i % 4 === from ? 6 : 0);
  const anew = concat(
    inside.subarray(0, first).map(masked(3)),
    inside.subarray(first).map(masked(3)),
  );
  const frame = (payload: Uint8Array) =>
    concat(bytes("82 00 c1 fe 03 f2 00 00 00 06"), payload, bytes("82 00"));
  const console = (payload: Uint8Array) => judgeFrames(frame(payload), 0, deflate)?.console;
  expect(console(anew)).toContain("must not mask");
  expect(console(inside.map(masked(3)))).toBe("Invalid frame header");
});
