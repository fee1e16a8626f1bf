/** Pastes that went through bad hands: seeded, so that what one run finds the next finds again. */
import { seeded } from "../hixie76/seeded.ts";

/** Whole numbers from 0 on, below what is asked. */
export type Random = (below: number) => number;

export function seededBelow(seed: number): Random {
  const upTo = seeded(seed);
  return (below) => upTo(below - 1);
}

/** What one of the formats takes for a beginning, an end, or a number. */
const PIECES = [
  '"',
  "'",
  "\\",
  "\\x",
  "\\u{",
  "\\\\r\\\\n",
  "{",
  "}",
  "[",
  "]",
  "<",
  "&lt;",
  "0x",
  "\0",
  "*\n",
  "```\n",
  ":method: CONNECT\n",
  ":status: ",
  "GET / HTTP/1.1\r\n",
  "HTTP/1.1 101 x\r\n",
  "Sec-WebSocket-Key1: 1 ",
  "Upgrade: websocket\n",
  "00000000: ",
  "=> Send header, 9 bytes (0x9)\n",
  'string(99999) "',
  "<Buffer 47 45 ",
  "R0VUIC8g",
  "curl -H '",
  'fetch("ws://a", {"headers":',
  "999999999999",
  "-1",
  "ffffffff",
];

type Mutation = (bytes: Buffer, random: Random, other: () => Buffer) => Buffer;

const MUTATIONS: readonly Mutation[] = [
  function flipBytes(bytes, random) {
    const flipped = Buffer.from(bytes);
    for (let count = random(4); count >= 0 && bytes.length > 0; count--)
      flipped[random(bytes.length)] = random(256);
    return flipped;
  },
  function truncate(bytes, random) {
    return random(2) === 0
      ? bytes.subarray(0, random(bytes.length + 1))
      : bytes.subarray(random(bytes.length + 1));
  },
  function splice(bytes, random, other) {
    const donor = other();
    const from = random(donor.length);
    return insert(bytes, random, donor.subarray(from, from + random(donor.length - from + 1)));
  },
  function cutOut(bytes, random) {
    const at = random(bytes.length + 1);
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + random(60))]);
  },
  function repeatLines(bytes, random) {
    const lines = bytes.toString("latin1").split("\n");
    const from = random(lines.length);
    const repeated = lines.slice(from, from + 1 + random(3));
    lines.splice(from, 0, ...Array.from({ length: 1 + random(4) }, () => repeated).flat());
    return Buffer.from(lines.join("\n"), "latin1");
  },
  function shuffleLines(bytes, random) {
    const lines = bytes.toString("latin1").split("\n");
    lines.push(...lines.splice(random(lines.length), 1 + random(3)));
    return Buffer.from(lines.join("\n"), "latin1");
  },
  function changeCase(bytes, random) {
    const at = random(bytes.length + 1);
    const part = bytes.toString("latin1", at, at + random(200));
    const changed = random(2) === 0 ? part.toUpperCase() : part.toLowerCase();
    return Buffer.concat([
      bytes.subarray(0, at),
      Buffer.from(changed, "latin1"),
      bytes.subarray(at + part.length),
    ]);
  },
  function swapLineEnds(bytes, random) {
    const text = bytes.toString("latin1");
    const ends = [/\r\n/g, /\r?\n/g, /\n\n/g, /\n/g] as const;
    const by = ["\n", "\r\n", "\n", "\r"] as const;
    const how = random(ends.length);
    return Buffer.from(text.replace(ends[how] as RegExp, by[how] as string), "latin1");
  },
  function insertCharacters(bytes, random) {
    const codes = Array.from({ length: 1 + random(6) }, () =>
      random(2) === 0 ? random(0x250) : random(0x110000),
    );
    return insert(bytes, random, Buffer.from(String.fromCodePoint(...codes)));
  },
  function insertPiece(bytes, random) {
    return insert(bytes, random, Buffer.from(PIECES[random(PIECES.length)] as string));
  },
];

function insert(bytes: Buffer, random: Random, more: Buffer): Buffer {
  const at = random(bytes.length + 1);
  return Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]);
}

const LONGEST = 2048;

/** One of the pastes after one to five mutations, never longer than 2048 bytes. */
export function mutated(pastes: readonly Buffer[], random: Random): Buffer {
  const any = () => pastes[random(pastes.length)] as Buffer;
  let bytes = any();
  for (let left = 1 + random(5); left > 0; left--) {
    const mutation = MUTATIONS[random(MUTATIONS.length)] as Mutation;
    bytes = mutation(bytes, random, any).subarray(0, LONGEST);
  }
  return bytes;
}
