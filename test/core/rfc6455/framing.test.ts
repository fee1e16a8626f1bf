import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { fromHex, hex } from "../../../src/core/bytes/hex.ts";
import {
  FRAME_BEGINS,
  type Framing,
  readByte,
  skip,
  unmask,
} from "../../../src/core/rfc6455/framing.ts";
import { stream } from "./streams.ts";

/** What each byte is, and what would come next. */
function roles(text: string): string[] {
  let framing = FRAME_BEGINS;
  const names = [...fromHex(text)!].map((byte) => {
    const { next } = framing;
    framing = readByte(framing, byte);
    return next;
  });
  return [...names, framing.next];
}

describe("each byte is known for what it is", () => {
  it("in a text (RFC 6455 §5.7)", () => {
    expect(roles("81 05 48 65 6c 6c 6f")).toEqual([
      "first",
      "second",
      ...Array(5).fill("applicationData"),
      "first",
    ]);
  });

  it("in a masked text (RFC 6455 §5.7)", () => {
    expect(roles("81 85 37 fa 21 3d 7f 9f 4d 51 58")).toEqual([
      "first",
      "second",
      ...Array(4).fill("maskingKey"),
      ...Array(5).fill("applicationData"),
      "first",
    ]);
  });

  it("in empty frames", () => {
    expect(roles("89 00 8a 80 01 02 03 04 82")).toEqual([
      ...["first", "second", "first", "second"],
      ...Array(4).fill("maskingKey"),
      ...["first", "second"],
    ]);
  });

  it.each([
    ["82 7e 01 00", "length", 2],
    ["82 7f 00 00 00 00 00 01 00 00", "length", 8],
  ])("in a length of more bytes: %s (RFC 6455 §5.7)", (text, role, count) => {
    const [first, second, ...rest] = roles(text);
    expect([first, second]).toEqual(["first", "second"]);
    expect(rest).toEqual([...Array(count).fill(role), "applicationData"]);
  });

  it("behind a close, where none counts", () => {
    expect(roles("88 02 03 e8 81 00").slice(4)).toEqual(["closed", "closed", "closed"]);
    expect(roles("88 00").at(-1)).toBe("closed");
  });
});

describe("what fails for good", () => {
  it.each([
    ["a1", "frame-reserved-bits"],
    ["91", "frame-reserved-bits"],
    ["83", "frame-opcode-reserved"],
    ["87", "frame-opcode-reserved"],
    ["8b", "frame-opcode-reserved"],
    ["0d", "frame-opcode-reserved"],
    ["82 7f 80", "frame-length-top-bit"],
    ["82 7f 00 20 00 00 00 00 00 00", "frame-length-too-large"],
  ])("%s: %s, with that byte", (text, failure) => {
    const bytes = fromHex(text)!;
    let framing = FRAME_BEGINS;
    bytes.forEach((byte, at) => {
      expect(framing.next, `before byte ${at}`).not.toBe("failed");
      framing = readByte(framing, byte);
    });
    expect(framing).toMatchObject({ next: "failed", failure });
    expect(readByte(framing, 0x81)).toBe(framing);
  });

  it("is not RSV1, nor the largest number that is exact", () => {
    expect(roles("c1 02").at(-1)).toBe("applicationData");
    expect(roles("82 7f 00 1f ff ff ff ff ff ff").at(-1)).toBe("applicationData");
  });
});

test("skipping data ends where reading it byte by byte does", () => {
  fc.assert(
    fc.property(stream, (bytes) => {
      let framing: Framing = FRAME_BEGINS;
      for (const byte of bytes) {
        if (framing.next === "applicationData") {
          expect(skip(framing, 1)).toEqual(readByte(framing, byte));
          const all = Array.from({ length: Math.min(framing.length, 500) });
          if (all.length === framing.length) {
            expect(all.reduce((one: Framing) => skip(one, 1), framing)).toEqual(
              skip(framing, framing.length),
            );
          }
        }
        framing = readByte(framing, byte);
      }
    }),
  );
});

describe("a mask", () => {
  it("is taken off as it is put on (RFC 6455 §5.3, §5.7)", () => {
    const key = fromHex("37 fa 21 3d")!;
    const masked = fromHex("7f 9f 4d 51 58")!;
    expect(new TextDecoder().decode(unmask(masked, key))).toBe("Hello");
    expect(hex(unmask(unmask(masked, key), key))).toBe(hex(masked));
  });
});
