/**
 * Finds the bytes of key3 that a paste lost, when at most three of the eight are unknown and the server's digest is there: 2²⁴
 * challenges are hashed and compared. The hash is MD5 of one block (RFC 1321 §3.4), written for nothing but speed; what it finds is
 * checked by the reference before it is given out.
 */
import { readHead } from "../http/head.ts";
import type { Conversation } from "./conversation.ts";
import { digest, partOf, readKeys } from "./losses/hixie76-facts.ts";

export interface Key3Search {
  readonly part1: number;
  readonly part2: number;
  /** Eight bytes, null where unknown. */
  readonly key3: readonly (number | null)[];
  /** Sixteen bytes, null where unknown; half of them must be known for a match to mean anything. */
  readonly digest: readonly (number | null)[];
}

export const MOST_UNKNOWN = 3;
const FEWEST_OF_DIGEST = 8;

/** What a conversation gives to search with, or null when it is too little. */
export function key3SearchOf({ request, response, lost }: Conversation): Key3Search | null {
  const left = (side: "request" | "response") =>
    lost.find((loss) => loss.in === side && loss.remains)?.remains;
  const [key1, key2] = request ? readKeys(request) : [];
  const key3 = left("request");
  const part1 = key1 ? partOf(key1) : null;
  const part2 = key2 ? partOf(key2) : null;
  const known = left("response") ?? (response ? digestIn(response) : null);
  if (!key3 || !known || part1 === null || part2 === null) return null;
  const search = { part1, part2, key3, digest: known };
  return isPossible(search) ? search : null;
}

function digestIn(response: Uint8Array): readonly number[] | null {
  const { end } = readHead(response);
  return end !== null && response.length === end + 16 ? [...response.subarray(end)] : null;
}

function isPossible({ key3, digest: sixteen }: Key3Search): boolean {
  const unknown = key3.filter((byte) => byte === null).length;
  const known = sixteen.filter((byte) => byte !== null).length;
  return (
    key3.length === 8 &&
    sixteen.length === 16 &&
    unknown <= MOST_UNKNOWN &&
    known >= FEWEST_OF_DIGEST
  );
}

const STEP = 1 << 14;

/**
 * Yields the part that is done, 0 to 1, after every 2¹⁴ hashes; returns key3, or null when none fits. To cancel it, stop asking.
 */
export function* searchKey3(search: Key3Search): Generator<number, Uint8Array | null, void> {
  if (!isPossible(search)) return null;
  const places = search.key3.flatMap((byte, index) => (byte === null ? [index] : []));
  const key3 = Uint8Array.from(search.key3, (byte) => byte ?? 0);
  const mask = wordsOf(search.digest.map((byte) => (byte === null ? 0 : 0xff)));
  const wanted = wordsOf(search.digest.map((byte) => byte ?? 0));
  const block = new Int32Array(16);
  const view = new DataView(new ArrayBuffer(8));
  view.setUint32(0, search.part1);
  view.setUint32(4, search.part2);
  block[0] = view.getInt32(0, true);
  block[1] = view.getInt32(4, true);
  // RFC 1321 §3.1 and §3.2: one bit, zeros, and the length of 128 bits.
  block[4] = 0x80;
  block[14] = 128;
  const bytes = new DataView(key3.buffer);
  const state = new Int32Array(4);
  const count = 256 ** places.length;
  for (let candidate = 0; candidate < count; candidate++) {
    for (let i = 0; i < places.length; i++) key3[places[i] as number] = candidate >>> (8 * i);
    block[2] = bytes.getInt32(0, true);
    block[3] = bytes.getInt32(4, true);
    hash(block, state);
    if (fits(state, wanted, mask) && isRight(search, key3)) {
      return key3.slice();
    }
    if ((candidate + 1) % STEP === 0) yield (candidate + 1) / count;
  }
  return null;
}

function fits(state: Int32Array, wanted: Int32Array, mask: Int32Array): boolean {
  for (let i = 0; i < 4; i++) {
    if ((((state[i] as number) ^ (wanted[i] as number)) & (mask[i] as number)) !== 0) return false;
  }
  return true;
}

function isRight({ part1, part2, digest: sixteen }: Key3Search, key3: Uint8Array): boolean {
  const expected = digest(part1, part2, key3);
  return sixteen.every((byte, index) => byte === null || byte === expected[index]);
}

function wordsOf(bytes: readonly number[]): Int32Array {
  const view = new DataView(Uint8Array.from(bytes).buffer);
  return Int32Array.from({ length: 4 }, (_, i) => view.getInt32(4 * i, true));
}

/** RFC 1321 §3.4: floor(2³² × |sin(i + 1)|). */
const SINES = Int32Array.from(
  { length: 64 },
  (_, i) => Math.floor(2 ** 32 * Math.abs(Math.sin(i + 1))) | 0,
);
const A = 0x67452301;
const B = 0xefcdab89 | 0;
const C = 0x98badcfe | 0;
const D = 0x10325476;

/** A loop for each round, four operations a turn: with one loop for all, it takes three times as long. */
function hash(x: Int32Array, state: Int32Array): void {
  const t = SINES;
  let a = A;
  let b = B;
  let c = C;
  let d = D;
  for (let i = 0; i < 16; i += 4) {
    a = step(d ^ (b & (c ^ d)), a, b, x[i] as number, 7, t[i] as number);
    d = step(c ^ (a & (b ^ c)), d, a, x[i + 1] as number, 12, t[i + 1] as number);
    c = step(b ^ (d & (a ^ b)), c, d, x[i + 2] as number, 17, t[i + 2] as number);
    b = step(a ^ (c & (d ^ a)), b, c, x[i + 3] as number, 22, t[i + 3] as number);
  }
  for (let i = 16; i < 32; i += 4) {
    a = step(c ^ (d & (b ^ c)), a, b, x[(5 * i + 1) & 15] as number, 5, t[i] as number);
    d = step(b ^ (c & (a ^ b)), d, a, x[(5 * i + 6) & 15] as number, 9, t[i + 1] as number);
    c = step(a ^ (b & (d ^ a)), c, d, x[(5 * i + 11) & 15] as number, 14, t[i + 2] as number);
    b = step(d ^ (a & (c ^ d)), b, c, x[(5 * i + 16) & 15] as number, 20, t[i + 3] as number);
  }
  for (let i = 32; i < 48; i += 4) {
    a = step(b ^ c ^ d, a, b, x[(3 * i + 5) & 15] as number, 4, t[i] as number);
    d = step(a ^ b ^ c, d, a, x[(3 * i + 8) & 15] as number, 11, t[i + 1] as number);
    c = step(d ^ a ^ b, c, d, x[(3 * i + 11) & 15] as number, 16, t[i + 2] as number);
    b = step(c ^ d ^ a, b, c, x[(3 * i + 14) & 15] as number, 23, t[i + 3] as number);
  }
  for (let i = 48; i < 64; i += 4) {
    a = step(c ^ (b | ~d), a, b, x[(7 * i) & 15] as number, 6, t[i] as number);
    d = step(b ^ (a | ~c), d, a, x[(7 * i + 7) & 15] as number, 10, t[i + 1] as number);
    c = step(a ^ (d | ~b), c, d, x[(7 * i + 14) & 15] as number, 15, t[i + 2] as number);
    b = step(d ^ (c | ~a), b, c, x[(7 * i + 21) & 15] as number, 21, t[i + 3] as number);
  }
  state[0] = a + A;
  state[1] = b + B;
  state[2] = c + C;
  state[3] = d + D;
}

function step(mixed: number, a: number, b: number, x: number, shift: number, t: number): number {
  const sum = (a + mixed + x + t) | 0;
  return (b + ((sum << shift) | (sum >>> (32 - shift)))) | 0;
}
