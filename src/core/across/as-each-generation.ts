/**
 * What if: one request, and beside it what a client of each other generation sends for the same connection, each with the answer of
 * that generation's reference. Nothing is translated: the connection is read off the request, and the clients ask for it anew.
 */
import { answer } from "../answer.ts";
import type { Span } from "../bytes/span.ts";
import { type Generation, recogniseGeneration } from "../generation.ts";
import { HandshakeError } from "../handshake-error.ts";
import { readHead } from "../http/head.ts";
import type { Mark } from "../trace/mark.ts";
import { connectionOf } from "./connection.ts";
import { type Made, makeAs, type Random, type Unsaid } from "./make.ts";
import { answerMarks, requestMarks } from "./marks.ts";

/** From the oldest to the newest; all that look different on the wire. */
export const GENERATIONS: readonly Generation[] = [
  "hixie-75",
  "hixie-76",
  "hybi-01",
  "hybi-04",
  "hybi-05",
  "hybi-06",
  "hybi-07",
  "hybi-08",
  "rfc6455",
];

export interface Message {
  readonly bytes: Uint8Array;
  /** In the order they stand in. */
  readonly marks: readonly Mark[];
}

/** Why there is no answer: what the client must not ask for, or the server must not answer. */
export interface Refusal {
  readonly by: "client" | "server";
  readonly code: string;
}

export interface Exchange {
  readonly generation: Generation;
  /** The very request that was given. */
  readonly isOwn: boolean;
  /** Null when the client refuses. */
  readonly request: Message | null;
  /** Null when either refuses. */
  readonly answer: Message | null;
  /** Where the answer proves that the server has read the keys; hixie-75 proves nothing. */
  readonly proof: Span | null;
  readonly refusal: Refusal | null;
  readonly unsaid: readonly Unsaid[];
}

export interface AcrossOptions {
  /** The connection is encrypted. */
  readonly secure?: boolean;
  /** That many random bytes. The same ones make the same keys. */
  readonly random: (count: number) => Uint8Array;
}

/**
 * One exchange a generation, from the oldest to the newest; only its own when a request does not say which resource of which host
 * it wants, and none for what is no handshake. Never throws.
 */
export function asEachGeneration(
  request: Uint8Array,
  { secure = false, random }: AcrossOptions,
): readonly Exchange[] {
  const head = readHead(request);
  const { generation: own } = recogniseGeneration(request, head);
  if (own === "http" || own === "unknown") return [];
  const connection = connectionOf(request, own, requestMarks(request, own, head));
  return GENERATIONS.flatMap((generation) => {
    const isOwn = generation === own;
    // As many for each, used or not, so that no column's keys hang on what stands in another.
    const chance = atLeast(CHANCE, random(CHANCE));
    const nonce = chance.subarray(0, 16);
    if (isOwn) return [answered(generation, request, { isOwn, secure, nonce, unsaid: [] })];
    if (connection === null) return [];
    const made = makeAs(generation, connection, secure, drawing(chance.subarray(16)));
    return [exchangeOf(generation, made, secure, nonce)];
  });
}

function exchangeOf(
  generation: Generation,
  made: Made,
  secure: boolean,
  nonce: Uint8Array,
): Exchange {
  if ("request" in made) {
    const { request, unsaid } = made;
    return answered(generation, request, { isOwn: false, secure, nonce, unsaid });
  }
  return {
    generation,
    isOwn: false,
    request: null,
    answer: null,
    proof: null,
    refusal: { by: "client", code: made.refusal },
    unsaid: [],
  };
}

interface Circumstances {
  readonly isOwn: boolean;
  readonly secure: boolean;
  readonly nonce: Uint8Array;
  readonly unsaid: readonly Unsaid[];
}

function answered(
  generation: Generation,
  bytes: Uint8Array,
  { isOwn, secure, nonce, unsaid }: Circumstances,
): Exchange {
  const request = { bytes, marks: requestMarks(bytes, generation) };
  const asked = { generation, isOwn, request, unsaid };
  try {
    const response = answer(bytes, { secure, nonce });
    const marks = answerMarks(response, generation);
    const proof = marks.find(({ source }) => source === "digest")?.span ?? null;
    return { ...asked, answer: { bytes: response, marks }, proof, refusal: null };
  } catch (error) {
    if (!(error instanceof HandshakeError)) throw error;
    return { ...asked, answer: null, proof: null, refusal: { by: "server", code: error.code } };
  }
}

/** Bytes of chance that a generation takes: a nonce, and four for each of the draws of a client, of which hixie-76 makes the most. */
const CHANCE = 16 + 4 * 120;

/** Four bytes a number, spread over the range that is wanted. Behind the last of them all numbers are 0. */
function drawing(chance: Uint8Array): Random {
  let at = 0;
  return (max) => {
    const [a = 0, b = 0, c = 0, d = 0] = chance.subarray(at, at + 4);
    at += 4;
    const drawn = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d;
    return Math.floor((drawn / 2 ** 32) * (max + 1));
  };
}

/** With zeros for what did not come. */
function atLeast(count: number, bytes: Uint8Array): Uint8Array {
  const padded = new Uint8Array(count);
  padded.set(bytes.subarray(0, count));
  return padded;
}
