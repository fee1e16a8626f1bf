import fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { compareGuid } from "../../../../src/core/diagnosis/accept-suspects/compare-guid.ts";
import { GUID } from "../../../../src/core/rfc6455/handshake.ts";

/** What is not the same, with its place. */
function differences(text: string) {
  return compareGuid(text)
    .characters.filter(({ kind }) => kind !== "same")
    .map(({ at, kind, note }) => [at, kind, note]);
}

describe("the GUID in somebody's code", () => {
  it("is the same", () => {
    expect(compareGuid(GUID).isSame).toBe(true);
    expect(differences(GUID)).toEqual([]);
  });

  it.each<[string, string, [number, string, string][]]>([
    [
      "in lower case",
      GUID.replace("EAFA", "eafA"),
      [
        [3, "case", "e instead of E: capitals"],
        [4, "case", "a instead of A: capitals"],
        [5, "case", "f instead of F: capitals"],
      ],
    ],
    [
      "with an en dash",
      GUID.replace("5-E", "5\u2013E"),
      [[8, "look-alike", "U+2013 en dash, looks like -"]],
    ],
    [
      "with a Cyrillic letter",
      GUID.replace("C5AB", "\u04215AB"),
      [[24, "look-alike", "U+0421 Cyrillic capital Es, looks like C"]],
    ],
    ["with O for 0", GUID.replace("0DC", "ODC"), [[28, "look-alike", "U+004F, looks like 0"]]],
    [
      "with fullwidth letters",
      GUID.replace("DA", "\uff24A"),
      [[16, "look-alike", "U+FF24 fullwidth form, looks like D"]],
    ],
    [
      "with a zero width space",
      GUID.replace("914", "9\u200b14"),
      [[11, "invisible", "U+200B zero width space, too many"]],
    ],
    [
      "with a byte order mark before",
      `\ufeff${GUID}`,
      [[0, "invisible", "U+FEFF byte order mark, too many"]],
    ],
    [
      "with a line break inside",
      GUID.replace("CA-", "CA-\n"),
      [[24, "invisible", "U+000A line feed, too many"]],
    ],
    ["with a space behind", `${GUID} `, [[36, "invisible", "U+0020 space, too many"]]],
    ["with a wrong character", GUID.replace("914", "924"), [[11, "wrong", "2 instead of 1"]]],
    ["with the last one missing", GUID.slice(0, -1), [[35, "missing", "1 is missing"]]],
    ["with one missing inside", GUID.replace("C5AB", "5AB"), [[24, "missing", "C is missing"]]],

    [
      "in braces",
      `{${GUID}}`,
      [
        [0, "extra", "{, too many"],
        [37, "extra", "}, too many"],
      ],
    ],
  ])("%s", (_, text, expected) => {
    expect(differences(text)).toEqual(expected);
    expect(compareGuid(text).isSame).toBe(false);
  });

  it("with one twice says which of them, and one alone", () => {
    expect(differences(GUID.replace("C5AB", "C55AB"))).toEqual([
      [expect.any(Number), "extra", "5, too many"],
    ]);
  });

  it("with an invented end says where it goes wrong, not that all of it does", () => {
    const kinds = compareGuid("258EAFA5-E914-47DA-95CA-5AB9DC11B5AB").characters.map(
      ({ kind }) => kind,
    );
    expect(kinds.slice(0, 24)).toEqual(Array(24).fill("same"));
    expect(kinds).toContain("missing");
  });
});

test("what was found and what was expected are both there, whole and in order", () => {
  const text = fc.array(
    fc.oneof(
      fc.constantFrom(...GUID, "\u200b", "\u2013", "x"),
      fc.string({ unit: "binary", maxLength: 1 }),
    ),
    { maxLength: 60 },
  );
  fc.assert(
    fc.property(text, (characters) => {
      const text = characters.join("");
      const compared = compareGuid(text).characters;
      expect(compared.map(({ found }) => found ?? "").join("")).toBe(text);
      expect(compared.map(({ expected }) => expected ?? "").join("")).toBe(GUID);
      for (const { at, found } of compared) {
        if (found !== null) expect(text.startsWith(found, at)).toBe(true);
      }
    }),
  );
});
