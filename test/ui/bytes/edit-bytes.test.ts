import { describe, expect, it } from "vitest";
import { hex } from "../../../src/core/bytes/hex.ts";
import { type Edited, editBytes } from "../../../src/ui/bytes/edit-bytes.ts";

const BYTES = Uint8Array.of(0x41, 0x42, 0x43);

function typed(keys: readonly string[], at: number, text = false): string {
  let state: Edited = { bytes: BYTES, at, lowNibble: false };
  for (const key of keys) {
    const span = [state.at, Math.min(state.at + 1, state.bytes.length)] as const;
    state =
      editBytes(state.bytes, span, state.at, key, { text, lowNibble: state.lowNibble }) ?? state;
  }
  return `${hex(state.bytes, " ")} @${state.at}`;
}

describe("typing in a hex view", () => {
  it.each([
    ["two digits make a byte", ["f", "0"], 0, "f0 42 43 @1"],
    ["digits go on into the next byte", ["f", "0", "1", "2"], 0, "f0 12 43 @2"],
    ["behind the end they add one", ["4", "4"], 3, "41 42 43 44 @4"],
    ["Delete takes the active byte", ["Delete"], 1, "41 43 @1"],
    ["Delete behind the end takes nothing", ["Delete"], 3, "41 42 43 @3"],
    ["Backspace takes the one before", ["Backspace"], 1, "42 43 @0"],
    ["Backspace at the start takes nothing", ["Backspace"], 0, "41 42 43 @0"],
    ["Insert makes room", ["Insert", "4", "4"], 1, "41 44 42 43 @2"],
    ["a letter that is no digit does nothing", ["g"], 1, "41 42 43 @1"],
  ] as const)("%s", (_, keys, at, expected) => {
    expect(typed(keys, at)).toBe(expected);
  });

  it("types characters when told so", () => {
    expect(typed(["g", " "], 0, true)).toBe("67 20 43 @2");
  });

  it("takes the whole selection with Delete or Backspace", () => {
    for (const key of ["Delete", "Backspace"]) {
      const edited = editBytes(BYTES, [0, 2], 1, key, { text: false, lowNibble: false });
      expect(edited).toEqual({ bytes: Uint8Array.of(0x43), at: 0, lowNibble: false });
    }
  });
});
