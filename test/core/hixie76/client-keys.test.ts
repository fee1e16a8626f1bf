import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { latin1 } from "../../../src/core/bytes/ascii.ts";
import {
  insertCharacters,
  insertSpaces,
  makeKey,
  makeKey3,
} from "../../../src/core/hixie76/client-keys.ts";
import { countSpaces, keyNumber, part } from "../../../src/core/hixie76/handshake.ts";
import { random, scripted } from "./random.ts";

/** What chance must have said for this key to come out, read from the key itself. */
function chancesFor(key: string, number: number): number[] {
  const spaces = key.split(" ").length - 1;
  const noise = [...key.replaceAll(" ", "")];
  const characters = noise.flatMap((character, at) => {
    const code = character.charCodeAt(0);
    const index = code <= 0x2f ? code - 0x21 : code - 0x3a + 15;
    return /\d/.test(character) ? [] : [at, index];
  });
  const places = [...key].flatMap((character, at) => (character === " " ? [at - 1] : []));
  return [spaces - 1, number, characters.length / 2 - 1, ...characters, ...places];
}

describe("the example of hybi-00 §4.1", () => {
  // Its keys have 13 and 14 characters between the digits, though step 21 has at most twelve.
  test.each([
    ["P388 O503D&ul7 {K%gX( %7  15", 5, 858993459, 777007543, 3885037715],
    ["1 N ?|k UT0or 3o  4 I97N 5-S3O 31", 9, 477218588, 114997259, 1034975331],
  ])("%s comes out of its numbers", (key, spaces, max, number, product) => {
    const chance = scripted(chancesFor(key, number));
    expect(makeKey(chance)).toEqual({ spaces, max, number, product, key });
  });
});

describe("any key", () => {
  test("holds its product, and divides by its spaces into its number", () => {
    fc.assert(
      fc.property(random, (chance) => {
        const { spaces, max, number, product, key } = makeKey(chance);
        expect(number).toBeLessThanOrEqual(max);
        expect(product).toBeLessThanOrEqual(0xffff_ffff);
        expect(keyNumber(latin1(key))).toBe(BigInt(product));
        expect(countSpaces(latin1(key))).toBe(spaces);
        expect(part(keyNumber(latin1(key)), countSpaces(latin1(key)))).toBe(number);
      }),
      { numRuns: 1000 },
    );
  });

  test("has 1 to 12 spaces, none at its ends, and 1 to 12 other characters, all of them allowed", () => {
    fc.assert(
      fc.property(random, (chance) => {
        const { key } = makeKey(chance);
        expect(key).toMatch(/^[\x21-\x7e][\x20-\x7e]*[\x21-\x7e]$/);
        const others = key.replace(/[0-9 ]/g, "");
        expect(others.length).toBeGreaterThanOrEqual(1);
        expect(others.length).toBeLessThanOrEqual(12);
        const spaces = key.split(" ").length - 1;
        expect(spaces).toBeGreaterThanOrEqual(1);
        expect(spaces).toBeLessThanOrEqual(12);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("at the edges of chance", () => {
  const least = () => 0;
  const most = (max: number) => max;

  test("the least key is a zero between a space and a character", () => {
    expect(makeKey(least)).toEqual({
      spaces: 1,
      max: 4294967295,
      number: 0,
      product: 0,
      key: "! 0",
    });
  });

  test("the largest has twelve of each", () => {
    const { spaces, max, number, product, key } = makeKey(most);
    expect([spaces, max, number, product]).toEqual([12, 357913941, 357913941, 4294967292]);
    expect(key).toBe("4294967292~~~~~~~~~~~            ~");
  });
});

test("characters are the 84 that are neither digits nor spaces", () => {
  const characters = Array.from({ length: 84 }, (_, index) =>
    insertCharacters("", scripted([0, 0, index])),
  );
  const allowed = Array.from({ length: 0x7f - 0x21 }, (_, i) => String.fromCharCode(0x21 + i));
  expect(characters).toEqual(allowed.filter((character) => !/\d/.test(character)));
});

test("spaces go between the first and the last character", () => {
  const places = [0, 1, 2].map((at) => insertSpaces("abcd", 1, scripted([at])));
  expect(places).toEqual(["a bcd", "ab cd", "abc d"]);
  const asked: number[] = [];
  insertSpaces("ab", 3, (max) => {
    asked.push(max);
    return 0;
  });
  expect(asked).toEqual([0, 1, 2]);
});

test("key3 is eight bytes, any eight", () => {
  expect(makeKey3(scripted([0, 255, 10, 13, 32, 128, 127, 1]))).toEqual(
    Uint8Array.of(0, 255, 10, 13, 32, 128, 127, 1),
  );
});
