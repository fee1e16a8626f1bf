/**
 * A hundred thousand damaged pastes: every fixture, cut, spliced, flipped and stuffed, as text and as bytes. Whatever it is, it is
 * read without a throw, and what is said about it hangs together.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import type { Conversation } from "../../../src/core/input/conversation.ts";
import type { Choice } from "../../../src/core/input/format.ts";
import { FORMATS } from "../../../src/core/input/formats.ts";
import { readPaste, readPasteAs } from "../../../src/core/input/read-paste.ts";
import { mutated, type Random, seededBelow } from "./mutations.ts";

const INPUTS = 100_000;
const RUNS = 20;

const FIXTURES = join(import.meta.dirname, "../../fixtures");
/** Enough of each for its format and its first message; the rest is more of the same. */
const LONGEST = 1200;

function stringsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return value === null || typeof value !== "object" ? [] : Object.values(value).flatMap(stringsIn);
}

const files = readdirSync(join(FIXTURES, "pastes")).map((name) =>
  readFileSync(join(FIXTURES, "pastes", name)),
);
const quotes = ["real-reports.json", "client-messages.json"].flatMap((name) =>
  stringsIn(JSON.parse(readFileSync(join(FIXTURES, name), "utf8")))
    .filter((text) => /[ \n]/.test(text))
    .map((text) => Buffer.from(text)),
);
const PASTES = [...files, ...quotes].map((bytes) => bytes.subarray(0, LONGEST));

/** What is wrong with a reading, or null. */
function flaw(input: string | Uint8Array, conversations: readonly Conversation[]): string | null {
  const isEmpty = typeof input === "string" ? input.trim() === "" : input.length === 0;
  if (isEmpty !== (conversations.length === 0)) return `${conversations.length} conversations`;
  for (const { exact, lost, format, ...parts } of conversations) {
    if (exact !== (lost.length === 0)) return `${format}: exact, and ${lost.length} lost`;
    if (Object.keys(parts).length === 0 && lost.length === 0) return `${format}: nothing at all`;
    const bad = lost.find(
      ({ at, note }) => note === "" || (at !== null && !(at >= 0 && at <= input.length)),
    );
    if (bad) return `${format}: ${JSON.stringify(bad)} in ${input.length}`;
  }
  return null;
}

const one = <T>(random: Random, of: readonly T[]): T => of[random(of.length)] as T;

/** Mostly the guess; a fifth of them as somebody might have set it, wrongly. */
function choiceOf(random: Random): Choice {
  return {
    format: one(random, FORMATS).id,
    lineEndings: one(random, ["crlf", "as-is"] as const),
    side: one(random, ["request", "response"] as const),
    ...(random(2) === 0 && {
      charset: one(random, ["utf-8", "latin1", "windows-1252", "windows-1251"] as const),
    }),
  };
}

test.each(Array.from({ length: RUNS }, (_, run) => run + 1))(
  `reads ${INPUTS} damaged pastes without a throw, part %i of ${RUNS}`,
  (seed) => {
    const random = seededBelow(seed);
    for (let left = INPUTS / RUNS; left > 0; left--) {
      const bytes = mutated(PASTES, random);
      const input = random(2) === 0 ? bytes.toString() : new Uint8Array(bytes);
      const read = random(5) === 0 ? readPasteAs(input, choiceOf(random)) : readPaste(input);
      const wrong = flaw(input, read);
      if (wrong !== null) expect.fail(`${wrong}: ${JSON.stringify(bytes.toString("latin1"))}`);
    }
  },
);
