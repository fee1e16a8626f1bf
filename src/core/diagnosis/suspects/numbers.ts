/** Mistakes between a key and its part: hybi-00 §5.2 steps 4 to 7. */
import { SP, TAB } from "../../bytes/ascii.ts";
import type { Mistake, Way } from "./mistake.ts";
import { RIGHT } from "./server.ts";

const INT32_MAX = 0x7fff_ffffn;
const NO_BREAK_SPACE = 0xa0;

/** It makes a difference only with keys that the reference refuses. */
export const REMAINDER_DROPPED: Mistake = {
  id: "remainder-dropped",
  title: "Key that does not divide, divided",
  sentence: "It divided a number that its key's spaces do not divide, and dropped the remainder.",
  wrong: "part",
  fix: "Close the connection when keyNumber % spaces is not 0: no hixie-76 client sent such a key.",
  ways: [
    {
      part: {
        run: RIGHT.part.run,
        formula: (keyNumber, spaces) => `⌊${keyNumber} ÷ ${spaces}⌋`,
      },
    },
  ],
};

/** The same of keys whose part does not fit. */
export const PART_WRAPPED: Mistake = {
  id: "part-wrapped",
  title: "Part that does not fit, cut to 32 bits",
  sentence: "It packed the lowest 32 bits of a quotient that needs more.",
  wrong: "part",
  fix: "Close the connection when the quotient is above 4294967295: no hixie-76 client sent such a key.",
  ways: [
    {
      part: {
        run: RIGHT.part.run,
        formula: (keyNumber, spaces) => `(${keyNumber} ÷ ${spaces} mod 2^32)`,
      },
    },
  ],
};

export const NUMBER_MISTAKES: readonly Mistake[] = [
  {
    id: "not-divided",
    title: "Numbers not divided by the spaces",
    sentence:
      "It packed the digits of each key as they are, without dividing them by the key's spaces.",
    wrong: "part",
    fix: "Divide each number by the count of spaces (U+0020) in the same key before packing it.",
    ways: [{ part: { run: (keyNumber) => keyNumber, formula: (keyNumber) => keyNumber } }],
  },
  REMAINDER_DROPPED,
  PART_WRAPPED,
  {
    id: "signed-int32",
    title: "Numbers read as signed 32-bit integers",
    sentence:
      "It read the digits into a signed 32-bit integer, where large numbers turn negative, and divided then.",
    wrong: "keyNumber",
    fix: "Read the digits into something wider than 31 bits: long in Java and C#, uint32_t or uint64_t in C, and in JavaScript a plain number without | 0 or >> 0.",
    ways: [
      {
        number: {
          run: (keyNumber) => BigInt.asIntN(32, keyNumber),
          formula: (keyNumber) => `int32(${keyNumber})`,
        },
      },
    ],
  },
  {
    id: "saturated-int32",
    title: "Numbers stopped at 2147483647",
    sentence: "It read the digits with something that stops at 2147483647, and divided then.",
    wrong: "keyNumber",
    fix: "Read the digits as a 64-bit or floating-point number: (float) instead of (int) or intval() in 32-bit PHP, strtoul or strtoull instead of atoi or strtol in C.",
    ways: [
      {
        number: {
          run: (keyNumber) => (keyNumber > INT32_MAX ? INT32_MAX : keyNumber),
          formula: (keyNumber) => `min(${keyNumber}, 2^31 − 1)`,
        },
      },
    ],
  },
  {
    id: "saturated-quotient",
    title: "Parts stopped at 2147483647",
    sentence: "It divided rightly, and packed 2147483647 where the quotient is larger.",
    wrong: "part",
    fix: "Give the packing an integer, not a float: on 32-bit PHP split the number in two 16-bit halves and use pack('nn', …).",
    ways: [
      {
        part: {
          run: (keyNumber, spaces) => {
            const part = RIGHT.part.run(keyNumber, spaces);
            return part !== null && part > INT32_MAX ? INT32_MAX : part;
          },
          formula: (keyNumber, spaces) => `min(${keyNumber} ÷ ${spaces}, 2^31 − 1)`,
        },
      },
    ],
  },
  {
    id: "space-runs-collapsed",
    title: "Runs of spaces counted once",
    sentence: "It counted each run of spaces as one, so it divided by too little.",
    wrong: "countSpaces",
    fix: "Count every single U+0020 of the key as it came: no split on / +/ or \\s+, and no HTTP library or proxy that joins white space in values.",
    ways: [
      {
        spaces: {
          run: (key) => count(key, (byte, at) => byte === SP && key[at - 1] !== SP),
          formula: (key) => `runs of spaces(${key})`,
        },
      },
    ],
  },
  {
    id: "one-space-too-many",
    title: "One space too many",
    sentence:
      "It counted one space more than the key has: the one between the colon and the value.",
    wrong: "readKey",
    fix: "Leave out the one space behind the colon, and only that one: split at ': ', not at ':'.",
    ways: [
      {
        spaces: {
          run: (key) => RIGHT.spaces.run(key) + 1,
          formula: (key) => `(${RIGHT.spaces.formula(key)} + 1)`,
        },
      },
    ],
  },
  {
    id: "other-whitespace-counted",
    title: "Other white space counted as spaces",
    sentence: "It counted tabs or other white space too; only U+0020 counts.",
    wrong: "countSpaces",
    fix: "Compare with U+0020 itself: == ' ' or 0x20, not \\s, isspace(), Character.isWhitespace or char.IsWhiteSpace.",
    ways: [
      countsAs(isAsciiSpace),
      countsAs((byte) => byte === SP || byte === TAB),
      countsAs(isAnySpace),
    ],
  },
  {
    id: "key-cut-at-dollar",
    title: "Key cut at a dollar sign",
    sentence:
      "It took a key only up to its first $: a regular expression with $ inside brackets does that.",
    wrong: "readKey",
    fix: "Take everything up to the CR: inside brackets $ is a plain character, so [^$]+ stops at a dollar sign; write [^\\r]* instead.",
    ways: [cutAt("$")],
  },
  {
    id: "key-cut-at-punctuation",
    title: "Key cut at a colon, semicolon or comma",
    sentence: "It took a key only up to a character that it holds for a separator.",
    wrong: "readKey",
    fix: "Split the line at its first colon only (split(':', 1) in Python, indexOf in JavaScript and Java), and do not parse parameters or lists in the value.",
    ways: [cutAt(":"), cutAt(";"), cutAt(",")],
  },
  {
    id: "zero-numbers",
    title: "Zeros instead of the numbers",
    sentence: "It packed zeros, as code does that finds no spaces in a key and goes on.",
    wrong: "part",
    fix: "Keep the key as it came, with every space in it; when it has none, close the connection instead of packing a zero.",
    ways: [
      { part: { run: () => 0n, formula: () => "0" } },
      {
        part: {
          run: (keyNumber, spaces) => RIGHT.part.run(keyNumber, spaces) ?? 0n,
          formula: (keyNumber, spaces) => `(${keyNumber} ÷ ${spaces}, or 0)`,
        },
      },
    ],
  },
];

function cutAt(character: string): Way {
  const code = character.charCodeAt(0);
  return {
    key: {
      run: (key) => {
        const at = key.indexOf(code);
        return at < 0 ? key : key.subarray(0, at);
      },
      formula: (key) => `${key} up to "${character}"`,
    },
  };
}

function countsAs(isSpace: (byte: number) => boolean): Way {
  return {
    spaces: { run: (key) => count(key, isSpace), formula: (key) => `white space(${key})` },
  };
}

function count(key: Uint8Array, counts: (byte: number, at: number) => boolean): number {
  let total = 0;
  key.forEach((byte, at) => {
    if (counts(byte, at)) total += 1;
  });
  return total;
}

function isAsciiSpace(byte: number): boolean {
  return byte === SP || (byte >= TAB && byte <= 0x0d);
}

function isAnySpace(byte: number): boolean {
  return isAsciiSpace(byte) || byte === NO_BREAK_SPACE;
}
