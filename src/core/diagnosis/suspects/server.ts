/**
 * A server, right or wrong, as the chain of small things it does between the keys and the reply. Each link can be done otherwise
 * without the others noticing, so two mistakes in different links make a third server that nobody had to write down. A link
 * knows its formula too, and the formula of the whole is made the same way as the bytes.
 */

import { attempt, refused } from "../../attempt.ts";
import { challenge, countSpaces, keyNumber, md5, pack } from "../../hixie76/handshake.ts";
import type { Keys } from "./keys.ts";

export interface Server {
  /** What is taken for the key. */
  readonly key: Link<(key: Uint8Array) => Uint8Array, (key: string) => string>;
  /** What its digits are taken for. */
  readonly number: Link<(keyNumber: bigint) => bigint, (keyNumber: string) => string>;
  readonly spaces: Link<(key: Uint8Array) => number, (key: string) => string>;
  /** Null when it cannot be computed. */
  readonly part: Link<
    (keyNumber: bigint, spaces: number) => bigint | null,
    (keyNumber: string, spaces: string) => string
  >;
  readonly order: <T>(first: T, second: T) => readonly [T, T];
  readonly pack: Link<
    (number: Packable, isFirst: boolean) => Uint8Array,
    (number: PackableText, isFirst: boolean) => string
  >;
  /** Null when there is nothing to take it from. */
  readonly body: Link<(key3: Uint8Array | null) => Uint8Array | null, (key3: string) => string>;
  readonly challenge: Link<
    (part1: Uint8Array, part2: Uint8Array, key3: Uint8Array) => Uint8Array,
    (part1: string, part2: string, key3: string) => string
  >;
  /** What of the challenge the hash is given. */
  readonly input: Link<(challenge: Uint8Array) => Uint8Array, (challenge: string) => string>;
  readonly hash: Link<(input: Uint8Array) => Uint8Array, (input: string) => string>;
  readonly reply: Link<(digest: Uint8Array) => Uint8Array, (digest: string) => string>;
  readonly behind: Link<(reply: Uint8Array) => Uint8Array, (reply: string) => string>;
}

export interface Link<Run, Formula> {
  readonly run: Run;
  readonly formula: Formula;
}

/** One of the two numbers, on its way into the challenge. */
export interface Packable {
  readonly part: bigint;
  readonly keyNumber: bigint;
  readonly key: Uint8Array;
}

export interface PackableText {
  readonly part: string;
  readonly keyNumber: string;
  readonly key: string;
}

/**
 * As the draft has it, and the reference does it, but for one thing: a remainder is dropped where the draft aborts, and what is
 * above 32 bits too, as most servers do that do not check.
 */
export const RIGHT: Server = {
  key: { run: (key) => key, formula: (key) => key },
  number: { run: (keyNumber) => keyNumber, formula: (keyNumber) => keyNumber },
  spaces: {
    run: (key) => {
      const spaces = attempt(() => countSpaces(key));
      return refused(spaces) ? 0 : spaces;
    },
    formula: (key) => `spaces(${key})`,
  },
  part: {
    run: (keyNumber, spaces) => (spaces === 0 ? null : keyNumber / BigInt(spaces)),
    formula: (keyNumber, spaces) => `${keyNumber} ÷ ${spaces}`,
  },
  order: (first, second) => [first, second],
  pack: { run: ({ part }) => pack(toUint32(part)), formula: ({ part }) => `be32(${part})` },
  body: { run: (key3) => key3, formula: (key3) => key3 },
  challenge: { run: challenge, formula: joined },
  input: { run: (challenge) => challenge, formula: (challenge) => challenge },
  hash: { run: md5, formula: (input) => `MD5(${input})` },
  reply: { run: (digest) => digest, formula: (digest) => digest },
  behind: { run: (reply) => reply, formula: (reply) => reply },
};

export type Numbers = readonly [ofKey1: Packable, ofKey2: Packable];

/** What this server makes of the two keys, or null when it cannot. */
export function readNumbers(server: Server, { key1, key2 }: Keys): Numbers | null {
  const ofKey1 = readNumber(server, key1);
  const ofKey2 = readNumber(server, key2);
  return ofKey1 && ofKey2 && [ofKey1, ofKey2];
}

/** What is hashed, or null when there is no key3 and this server needs it. */
export function hashInput(
  server: Server,
  [ofKey1, ofKey2]: Numbers,
  key3: Uint8Array | null,
): Uint8Array | null {
  const body = server.body.run(key3);
  if (body === null) return null;
  const [first, second] = server.order(ofKey1, ofKey2);
  const part1 = server.pack.run(first, true);
  const part2 = server.pack.run(second, false);
  return server.input.run(server.challenge.run(part1, part2, body));
}

/** All that stands behind the head of this server's response. */
export function replyTo(server: Server, keys: Keys): Uint8Array | null {
  const numbers = readNumbers(server, keys);
  const input = numbers && hashInput(server, numbers, keys.key3);
  return input && server.behind.run(server.reply.run(server.hash.run(input)));
}

export function formula(server: Server): string {
  const [first, second] = server.order(numberText(server, 1), numberText(server, 2));
  const challenge = server.challenge.formula(
    server.pack.formula(first, true),
    server.pack.formula(second, false),
    server.body.formula("key3"),
  );
  const digest = server.hash.formula(server.input.formula(challenge));
  return server.behind.formula(server.reply.formula(digest));
}

/** What is above 32 bits is lost. */
export function toUint32(value: bigint): number {
  return Number(BigInt.asUintN(32, value));
}

/** Formulas of bytes that follow each other; an empty one leaves no trace. */
export function joined(...formulas: readonly string[]): string {
  return formulas.filter((formula) => formula !== "").join(" ‖ ");
}

function readNumber(server: Server, bytes: Uint8Array): Packable | null {
  const key = server.key.run(bytes);
  const digits = attempt(() => keyNumber(key));
  if (refused(digits)) return null;
  const number = server.number.run(digits);
  const part = server.part.run(number, server.spaces.run(key));
  return part === null ? null : { part, keyNumber: number, key };
}

/** The draft's own short names as long as nothing is done otherwise. */
function numberText(server: Server, index: 1 | 2): PackableText {
  const key = server.key.formula(`key${index}`);
  const isKey = server.key === RIGHT.key;
  const keyNumber = server.number.formula(isKey ? `keyNumber${index}` : `keyNumber(${key})`);
  const isSpaces = isKey && server.spaces === RIGHT.spaces;
  const spaces = isSpaces ? `spaces${index}` : server.spaces.formula(key);
  const isPart = isSpaces && server.number === RIGHT.number;
  const part =
    isPart && server.part === RIGHT.part ? `part${index}` : server.part.formula(keyNumber, spaces);
  return { part, keyNumber, key };
}
