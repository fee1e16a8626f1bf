/** Mistakes between two parts and the challenge: hybi-00 §5.2 step 8. */
import { concat, latin1 } from "../../bytes/ascii.ts";
import { pack } from "../../hixie76/handshake.ts";
import type { Mistake } from "./mistake.ts";
import { joined, type Server, toUint32 } from "./server.ts";

const BIG_ENDIAN_FIX =
  "Pack with the most significant byte first: pack('N', …) in PHP, struct.pack('>I', …) in Python, writeUInt32BE in Node, DataView's default in a browser, ByteBuffer's default in Java, htonl in C, BinaryPrimitives.WriteUInt32BigEndian in C#.";

export const PACKING_MISTAKES: readonly Mistake[] = [
  {
    id: "little-endian",
    title: "Both numbers little-endian",
    sentence: "It packed both numbers with the least significant byte first.",
    wrong: "pack",
    fix: BIG_ENDIAN_FIX,
    ways: [packs("le32", () => true)],
  },
  {
    id: "little-endian-first",
    title: "First number little-endian",
    sentence:
      "It packed the first number with the least significant byte first, and the second rightly.",
    wrong: "pack",
    fix: BIG_ENDIAN_FIX,
    ways: [packs("le32", (isFirst) => isFirst)],
  },
  {
    id: "little-endian-second",
    title: "Second number little-endian",
    sentence:
      "It packed the second number with the least significant byte first, and the first rightly.",
    wrong: "pack",
    fix: BIG_ENDIAN_FIX,
    ways: [packs("le32", (isFirst) => !isFirst)],
  },
  {
    id: "keys-swapped",
    title: "Keys swapped",
    sentence:
      "It put the number of Key2 before that of Key1, perhaps because Key2 came first in the request.",
    wrong: "challenge",
    fix: "Find the keys by their names. Key1 comes first in the challenge, whatever their order in the request.",
    ways: [{ order: (first, second) => [second, first] }],
  },
  {
    id: "decimal-text",
    title: "Numbers as decimal text",
    sentence: "It put the numbers into the challenge as decimal digits instead of four bytes each.",
    wrong: "pack",
    fix: `Turn each number into four bytes before joining. ${BIG_ENDIAN_FIX}`,
    ways: [
      {
        pack: {
          run: ({ part }) => latin1(part.toString()),
          formula: ({ part }) => `decimal(${part})`,
        },
      },
    ],
  },
  {
    id: "decimal-text-not-divided",
    title: "Undivided numbers as decimal text",
    sentence:
      "It put the digits of the keys into the challenge as text, neither divided nor packed.",
    wrong: "pack",
    fix: `Divide each number by its key's spaces, then turn it into four bytes. ${BIG_ENDIAN_FIX}`,
    ways: [
      {
        part: { run: (keyNumber) => keyNumber, formula: (keyNumber) => keyNumber },
        pack: {
          run: ({ keyNumber }) => latin1(keyNumber.toString()),
          formula: ({ keyNumber }) => `decimal(${keyNumber})`,
        },
      },
    ],
  },
  {
    id: "uint64-big-endian",
    title: "Numbers of eight bytes, big-endian",
    sentence: "It packed each number into eight bytes instead of four.",
    wrong: "pack",
    fix: "Pack 32 bits: putInt((int) part) instead of putLong in Java, uint32(part) in Go, struct.pack('>I', …) instead of '>Q' in Python.",
    ways: [
      {
        pack: {
          run: ({ part }) => bigEndian64(part),
          formula: ({ part }) => `be64(${part})`,
        },
      },
    ],
  },
  {
    id: "uint64-little-endian",
    title: "Numbers of eight bytes, little-endian",
    sentence:
      "It packed each number into eight bytes, the least significant first: a long as it lies in memory.",
    wrong: "pack",
    fix: "Convert to a 32-bit type first and to network order then: htonl((uint32_t) part) in C.",
    ways: [
      {
        pack: {
          run: ({ part }) => bigEndian64(part).reverse(),
          formula: ({ part }) => `le64(${part})`,
        },
      },
    ],
  },
  {
    id: "raw-keys",
    title: "Keys hashed as text",
    sentence: "It hashed the text of the keys; their numbers were never computed.",
    wrong: "challenge",
    fix: "Compute a number from each key first: its digits as one number, divided by its count of spaces, packed into four bytes.",
    ways: [{ pack: { run: ({ key }) => key, formula: ({ key }) => key } }],
  },
  {
    id: "body-first",
    title: "key3 before the numbers",
    sentence: "It put the eight bytes before the two numbers.",
    wrong: "challenge",
    fix: "Join them in this order: the first number, the second number, key3.",
    ways: [
      {
        challenge: {
          run: (part1, part2, key3) => concat(key3, part1, part2),
          formula: (part1, part2, key3) => joined(key3, part1, part2),
        },
      },
    ],
  },
  {
    id: "numbers-reversed-together",
    title: "The numbers' eight bytes reversed",
    sentence: "It reversed the eight bytes of both numbers together.",
    wrong: "challenge",
    fix: "Reverse the four bytes of each number by itself, or pack them big-endian at once.",
    ways: [
      {
        challenge: {
          run: (part1, part2, key3) => concat(concat(part1, part2).reverse(), key3),
          formula: (part1, part2, key3) => joined(`reverse(${joined(part1, part2)})`, key3),
        },
      },
    ],
  },
];

function packs(
  name: string,
  isTurned: (isFirst: boolean) => boolean,
): { readonly pack: Server["pack"] } {
  return {
    pack: {
      run: ({ part }, isFirst) => {
        const packed = pack(toUint32(part));
        return isTurned(isFirst) ? packed.reverse() : packed;
      },
      formula: ({ part }, isFirst) => `${isTurned(isFirst) ? name : "be32"}(${part})`,
    },
  };
}

function bigEndian64(part: bigint): Uint8Array {
  return concat(pack(toUint32(part >> 32n)), pack(toUint32(part)));
}
