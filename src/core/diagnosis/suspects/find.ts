/**
 * Which known mistakes make the bytes that were received. Every mistake is tried alone, then every two that one server can make,
 * then three: one with key3, one with the numbers and one with the packing, or any two with another in what is sent of the
 * digest. The search ends with the first of these rounds that finds something, so the simplest explanation wins; within a
 * round all are listed, since what makes the same bytes cannot be told apart.
 */

import { attempt, refused } from "../../attempt.ts";
import { countSpaces, keyNumber, part } from "../../hixie76/handshake.ts";
import { BODY_MISTAKES } from "./body.ts";
import { type Candidate, candidatesOf } from "./candidates.ts";
import { type Keys, readKeys } from "./keys.ts";
import { canMeet, type Mistake } from "./mistake.ts";
import { BEFORE_THE_REPLY } from "./mistakes.ts";
import { NUMBER_MISTAKES, PART_WRAPPED, REMAINDER_DROPPED } from "./numbers.ts";
import { PACKING_MISTAKES } from "./packing.ts";
import { agreement, type Received } from "./received.ts";
import { REPLY_MISTAKES, sentBehind } from "./reply.ts";
import { formula, RIGHT, type Server } from "./server.ts";
import type { DigestSuspect } from "./suspect.ts";

interface Hit {
  readonly mistakes: readonly Mistake[];
  readonly server: Server;
  readonly matched: number;
  /** The length of what was sent up to the digest's end. */
  readonly length: number;
}

/**
 * With so many known bytes, fewer than one in a million damaged replies meets a candidate by chance: there are at most some
 * 60 with one mistake, 2000 with two and 15 000 with three.
 */
const ENOUGH = [0, 4, 5, 6] as const;

const CONSTANT_REPLIES = REPLY_MISTAKES.filter(({ isAlone }) => isAlone);
const OTHER_REPLIES = REPLY_MISTAKES.filter(({ isAlone }) => !isAlone);

/**
 * The simplest explanations of what stands behind the head of a response; none when it is right or when nothing known makes it.
 * Never throws.
 */
export function findSuspects(request: Uint8Array, received: Received): DigestSuspect[] {
  const keys = readKeys(request);
  const make = candidatesOf(keys);
  const right = make(null);
  const tolerance = keys && toleranceFor(keys);
  const plain = tolerance
    ? make({ candidate: right, mistake: tolerance, way: tolerance.ways[0] })
    : right;
  const found = hits([plain], received, plain === right ? 0 : ENOUGH[1]);
  if (found.length > 0) return suspects(found, received);

  // A digest that fewer mistakes make is not tried again with more.
  const seen = new Set<Uint8Array | null>([null, plain.digest]);
  const isFresh = ({ digest }: Candidate): boolean => !seen.has(digest);
  const add = (candidate: Candidate, mistakes: readonly Mistake[]): Candidate[] =>
    mistakes
      .filter((mistake) => candidate.mistakes.every((other) => canMeet(other, mistake)))
      .flatMap((mistake) => mistake.ways.map((way) => make({ candidate, mistake, way })));

  const one = add(right, BEFORE_THE_REPLY);
  const oneFresh = one.filter(isFresh);
  const alone = [
    ...constantHits(received),
    ...hits(oneFresh, received, ENOUGH[1]),
    ...replyHits([right], received, ENOUGH[1]),
  ];
  if (alone.length > 0) return suspects(alone, received);

  for (const candidate of one) seen.add(candidate.digest);
  const two = one.flatMap((candidate) => add(candidate, behindLast(candidate)));
  const twoFresh = two.filter(isFresh);
  const pairs = [
    ...hits(twoFresh, received, ENOUGH[2]),
    ...replyHits(oneFresh, received, ENOUGH[2]),
  ];
  if (pairs.length > 0) return suspects(pairs, received);

  for (const candidate of two) seen.add(candidate.digest);
  const three = twoFresh
    .filter(isBodyAndNumber)
    .flatMap((candidate) => add(candidate, PACKING_MISTAKES));
  const triples = [
    ...hits(three.filter(isFresh), received, ENOUGH[3]),
    ...replyHits(twoFresh, received, ENOUGH[3]),
  ];
  return suspects(triples, received);
}

/** What a server must do wrong to answer these keys at all, or null when the reference answers them. */
function toleranceFor({ key1, key2 }: Keys): Mistake | null {
  const codes = [key1, key2].map((key) => {
    const outcome = attempt(() => part(keyNumber(key), countSpaces(key)));
    return refused(outcome) ? outcome.code : null;
  });
  if (codes.includes("key-not-divisible")) return REMAINDER_DROPPED;
  return codes.includes("key-number-too-large") ? PART_WRAPPED : null;
}

/** The mistakes that stand behind the candidate's last one in the list: every set is made once. */
function behindLast({ mistakes }: Candidate): readonly Mistake[] {
  const last = mistakes.at(-1);
  return BEFORE_THE_REPLY.slice(last ? BEFORE_THE_REPLY.indexOf(last) + 1 : 0);
}

function isBodyAndNumber({ mistakes: [first, second] }: Candidate): boolean {
  return (
    first !== undefined &&
    second !== undefined &&
    BODY_MISTAKES.includes(first) &&
    !first.isVague &&
    NUMBER_MISTAKES.includes(second)
  );
}

/** The candidates whose digest agrees with what was received, in `enough` bytes at least. */
function hits(candidates: readonly Candidate[], received: Received, enough: number): Hit[] {
  return candidates.flatMap(({ mistakes, server, digest }) => {
    const matched = digest && agreement(received, digest);
    if (digest === null || matched === null || matched < enough || received.length === 0) return [];
    return [{ mistakes, server, matched, length: digest.length }];
  });
}

/** The same with each mistake in what is sent of a digest. */
function replyHits(candidates: readonly Candidate[], received: Received, enough: number): Hit[] {
  const byDigest = new Map<Uint8Array | null, Candidate[]>();
  for (const candidate of candidates) {
    const group = byDigest.get(candidate.digest);
    if (group) group.push(candidate);
    else byDigest.set(candidate.digest, [candidate]);
  }
  const found: Hit[] = [];
  for (const [digest, group] of byDigest) {
    if (digest === null || received.length === 0) continue;
    for (const mistake of OTHER_REPLIES) {
      for (const way of mistake.ways) {
        const reply = way.reply?.run(digest) ?? digest;
        const matched = agreement(received, reply);
        if (matched === null || matched < enough || isSame(reply, digest)) continue;
        for (const { mistakes, server } of group) {
          found.push({
            mistakes: [...mistakes, mistake],
            server: { ...server, ...way },
            matched,
            length: reply.length,
          });
        }
      }
    }
  }
  return found;
}

function isSame(reply: Uint8Array, digest: Uint8Array): boolean {
  return reply.length === digest.length && reply.every((byte, at) => byte === digest[at]);
}

/** What needs no digest, and no keys either. */
function constantHits(received: Received): Hit[] {
  return CONSTANT_REPLIES.flatMap((mistake) => {
    const [way] = mistake.ways;
    const reply = way.reply?.run(new Uint8Array(0)) ?? [];
    const matched = agreement(received, Uint8Array.from(reply));
    const isEnough = matched !== null && matched >= Math.min(reply.length, ENOUGH[1]);
    if (!isEnough || (reply.length === 0) !== (received.length === 0)) return [];
    return [{ mistakes: [mistake], server: { ...RIGHT, ...way }, matched, length: reply.length }];
  });
}

/** Each set of mistakes once, the vague ones only when there are no others, with what was sent behind the digest. */
function suspects(found: readonly Hit[], received: Received): DigestSuspect[] {
  const clear = found.filter(({ mistakes }) => !mistakes.some(({ isVague }) => isVague));
  const byId = new Map<string, DigestSuspect>();
  for (const { mistakes, server, matched, length } of clear.length > 0 ? clear : found) {
    const behind = sentBehind(received.slice(length));
    const suspect = behind
      ? describe([...mistakes, behind.mistake], { ...server, ...behind.way }, matched)
      : describe(mistakes, server, matched);
    if (suspect.mistakes.length > 0 && !byId.has(suspect.id)) byId.set(suspect.id, suspect);
  }
  return [...byId.values()];
}

function describe(mistakes: readonly Mistake[], server: Server, matched: number): DigestSuspect {
  const ids = mistakes.map(({ id }) => id);
  return {
    id: ids.join("+"),
    title: mistakes.map(({ title }) => title).join("; "),
    formula: formula(server),
    mistakes: ids,
    sentence: mistakes.map(({ sentence }) => sentence).join(" "),
    wrong: [...new Set(mistakes.map(({ wrong }) => wrong))],
    fix: [...new Set(mistakes.map(({ fix }) => fix))].join(" "),
    matched,
  };
}
