import { describe, expect, test } from "vitest";
import { fromHex } from "../../../src/core/bytes/hex.ts";
import {
  readEarlyFrames,
  readEarlyHixie75Frames,
} from "../../../src/core/servers/websocket-driver-08-frames.ts";

/** All of them seen at websocket-driver 0.8.0. */
describe("frames of RFC 6455", () => {
  test.each([
    ["nothing", "", null],
    ["half a header", "81", null],
    ["half a length", "82 fe 01", null],
    ["half a mask", "81 85 00 00", null],
    ["half a message", "81 85 00 00 00 00 68", null],
    ["a ping and a pong", "89 80 00 00 00 00 8a 81 00 00 00 00 61", null],
    ["a fragment", "01 81 00 00 00 00 61", null],
    ["a fragment and a ping", "01 81 00 00 00 00 61 89 80 00 00 00 00", null],
    ["a text", "81 81 00 00 00 00 61", "crashes"],
    ["two fragments", "01 80 00 00 00 00 80 80 00 00 00 00", "crashes"],
    ["a close", "88 80 00 00 00 00", "closes"],
    ["no mask", "81 05", "closes"],
    ["a reserved bit", "c1", "closes"],
    ["a reserved opcode", "83", "closes"],
    ["half a ping", "09", "closes"],
    ["a long ping", "89 fe 00 7e", "closes"],
    ["a continuation of nothing", "80 80 00 00 00 00", "closes"],
    ["a text within a text", "01 80 00 00 00 00 01", "closes"],
    ["too long a message", "82 ff 00 00 00 00 04 00 00 00", "closes"],
    ["the longest message", "82 ff 00 00 00 00 03 ff ff ff", null],
    ["the eight bytes of the draft's example", "5e 6e 3a 64 73 5b 34 55", "closes"],
  ])("%s", (_, bytes, expected) => {
    expect(readEarlyFrames(fromHex(bytes)!)).toBe(expected);
  });
});

/** Likewise. */
describe("frames of hixie-75", () => {
  test.each([
    ["nothing", "", null],
    ["a text", "00 68 69 ff", null],
    ["half a text", "00 68 69", null],
    ["a length of nothing", "80 00 00 ff", null],
    ["some bytes that are skipped", "80 81 00", null],
    ["half a length", "80 ff ff ff ff", "closes"],
    ["the longest", "80 9f ff ff 7f", null],
    ["too long behind a text", "00 ff ff ff ff ff ff 7f", "closes"],
  ])("%s", (_, bytes, expected) => {
    expect(readEarlyHixie75Frames(fromHex(bytes)!)).toBe(expected);
  });
});
