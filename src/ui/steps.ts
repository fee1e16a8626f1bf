/** Moving through the steps. A cursor says all there is to say of where the reader is: to go somewhere is to make another one. */

import { isDigit, SP } from "../core/bytes/ascii.ts";
import type { Place } from "../core/trace/provenance.ts";
import { sourceOfWord } from "../core/trace/sources.ts";
import {
  type Key,
  type Mark,
  type Source,
  STEP_IDS,
  type Step,
  type StepId,
} from "../core/trace/step.ts";
import type { Cursor } from "./state.ts";

export const ROUNDS = 64;

export function indexOfStep(id: StepId): number {
  return STEP_IDS.indexOf(id);
}

export function toStep(cursor: Cursor, index: number): Cursor {
  const step = STEP_IDS[Math.min(STEP_IDS.length - 1, Math.max(0, index))] as StepId;
  return { ...cursor, step };
}

/** One move of playing: through the rounds one by one, and through the steps otherwise. Null at the end. */
export function nextMove(cursor: Cursor): Cursor | null {
  if (cursor.step === "md5-rounds" && cursor.round < ROUNDS - 1) {
    return { ...cursor, round: cursor.round + 1 };
  }
  const index = indexOfStep(cursor.step);
  if (index === STEP_IDS.length - 1) return null;
  const next = toStep(cursor, index + 1);
  return next.step === "md5-rounds" ? { ...next, round: 0 } : next;
}

/** The inverse of `nextMove`. Null at the beginning. */
export function previousMove(cursor: Cursor): Cursor | null {
  if (cursor.step === "md5-rounds" && cursor.round > 0) {
    return { ...cursor, round: cursor.round - 1 };
  }
  const index = indexOfStep(cursor.step);
  if (index === 0) return null;
  const previous = toStep(cursor, index - 1);
  return previous.step === "md5-rounds" ? { ...previous, round: ROUNDS - 1 } : previous;
}

/** The bytes that a step works on: lit while nothing is pointed at. `marks` are those of the request. */
export function placesOfStep(step: Step, marks: readonly Mark[], round: number): readonly Place[] {
  const made = (...sources: readonly Source[]): readonly Place[] =>
    marks
      .filter(({ source }) => sources.includes(source))
      .map(({ span: [start, end] }) => `request:${start}-${end}`);
  switch (step.id) {
    case "read-request":
      return [];
    case "key1-digits":
    case "key2-digits":
      return characters(step.key, isDigit);
    case "key1-spaces":
    case "key2-spaces":
      return characters(step.key, (byte) => byte === SP);
    case "key1-division":
      return made("key1");
    case "key2-division":
      return made("key2");
    case "pack":
      return made("key1", "key2");
    case "md5-rounds": {
      const source = sourceOfWord(step.md5?.rounds[round]?.wordIndex ?? -1);
      return source ? made(source) : [];
    }
    case "challenge":
    case "md5-padding":
    case "md5-digest":
      return made("key1", "key2", "key3");
    case "response-head":
      return step.copied.flatMap(({ from, to }) => [
        `request:${from[0]}-${from[1]}`,
        `response:${to[0]}-${to[1]}`,
      ]);
    case "response":
      return step.digest ? [`response:${step.digest[0]}-${step.digest[1]}`] : [];
  }
}

/** More of a key is not lit. */
const LONGEST_KEY = 256;

function characters(key: Key | null, wanted: (byte: number) => boolean): readonly Place[] {
  if (!key) return [];
  const places = Array.from(key.bytes.subarray(0, LONGEST_KEY), (byte, i) =>
    wanted(byte) ? `request:${key.offset + i}` : null,
  );
  return places.filter((place) => place !== null);
}
