import fc from "fast-check";
import { expect, test } from "vitest";
import {
  concat,
  equalsIgnoringCase,
  fromLatin1,
  isControl,
  isDigit,
  isGraphic,
  latin1,
  lowerCase,
  toLowerCase,
} from "../../../src/core/bytes/ascii.ts";

const BYTES = Array.from({ length: 256 }, (_, byte) => byte);
const CHARACTERS = BYTES.map((byte) => String.fromCharCode(byte));

test.each([
  ["digits", isDigit, /^[0-9]$/],
  ["controls", isControl, /^(?![\x80-\xff])\p{Cc}$/u],
  ["graphic", isGraphic, /^[!-~]$/],
])("of all bytes, just these are %s", (_, is, pattern) => {
  expect(BYTES.map(is)).toEqual(CHARACTERS.map((character) => pattern.test(character)));
});

test("A to Z become a to z, and no other byte another", () => {
  const lower = CHARACTERS.map((character) => character.replace(/[A-Z]/, (a) => a.toLowerCase()));
  expect(BYTES.map(toLowerCase)).toEqual(lower.map((character) => character.charCodeAt(0)));
});

test("a copy in lower case leaves its source as it was", () => {
  const bytes = latin1("aZ[@\xc0");
  expect(fromLatin1(lowerCase(bytes))).toBe("az[@\xc0");
  expect(fromLatin1(bytes)).toBe("aZ[@\xc0");
});

test.each([
  ["Upgrade", "upgrade", true],
  ["UPGRADE", "upgrade", true],
  ["upgrad", "upgrade", false],
  ["upgrades", "upgrade", false],
  ["[\\]", "{|}", false],
  ["\xc0", "\xe0", false],
  ["@", "`", false],
  ["", "", true],
])("%j spells %j when case does not count: %s", (text, lowerCase, expected) => {
  const bytes = latin1(`..${text}..`);
  expect(equalsIgnoringCase(bytes, [2, 2 + text.length], lowerCase)).toBe(expected);
});

test("any bytes come back from their characters", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(latin1(fromLatin1(bytes))).toEqual(bytes);
      expect(fromLatin1(bytes)).toBe(Buffer.from(bytes).toString("latin1"));
    }),
  );
});

test("texts and bytes are joined in order", () => {
  expect(concat("a", Uint8Array.of(0, 255), "", "\xff")).toEqual(Uint8Array.of(97, 0, 255, 255));
  expect(concat()).toEqual(new Uint8Array());
  const piece = fc.oneof(fc.uint8Array(), fc.uint8Array().map(fromLatin1));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const parts = pieces.map((one) =>
        typeof one === "string" ? Buffer.from(one, "latin1") : one,
      );
      expect(concat(...pieces)).toEqual(new Uint8Array(Buffer.concat(parts)));
    }),
  );
});

test("what is joined is a copy", () => {
  const bytes = Uint8Array.of(1, 2);
  concat(bytes)[0] = 9;
  expect(bytes[0]).toBe(1);
});
