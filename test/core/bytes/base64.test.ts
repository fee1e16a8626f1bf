import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { concat, latin1 } from "../../../src/core/bytes/ascii.ts";
import { decodeBase64, encodeBase64 } from "../../../src/core/bytes/base64.ts";

describe("base64", () => {
  // RFC 4648 §10.
  it.each([
    ["", ""],
    ["f", "Zg=="],
    ["fo", "Zm8="],
    ["foo", "Zm9v"],
    ["foob", "Zm9vYg=="],
    ["fooba", "Zm9vYmE="],
    ["foobar", "Zm9vYmFy"],
  ])("of %j is %j", (text, encoded) => {
    expect(encodeBase64(latin1(text))).toBe(encoded);
    expect(decodeBase64(encoded)).toEqual(latin1(text));
  });

  it("agrees with Node's, both ways", () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = Buffer.from(bytes).toString("base64");
        expect(encodeBase64(bytes)).toBe(text);
        expect(decodeBase64(text)).toEqual(bytes);
      }),
    );
  });

  it.each(["Zg", "Zg=", "Zg==\n", "Zm9v=", "====", "Z", "Zm_v", "Zm9v Zm9v", "Zg==Zg==", "Zü=="])(
    "refuses %j",
    (text) => expect(decodeBase64(text)).toBeNull(),
  );

  it("drops bits that the last character has too many", () => {
    expect(decodeBase64("Zh==")).toEqual(latin1("f"));
  });

  it("never throws", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const bytes = decodeBase64(text);
        if (bytes !== null) expect(concat(encodeBase64(bytes)).length).toBe(text.length);
      }),
    );
  });
});
