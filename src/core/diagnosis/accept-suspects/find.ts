/**
 * Which mistakes make exactly the accept that was received. Servers that make one are tried first, then those that make two,
 * which no single one explains. Keys differ from handshake to handshake, so a match is no coincidence.
 */
import { concat, fromLatin1, latin1 } from "../../bytes/ascii.ts";
import { decodeBase64 } from "../../bytes/base64.ts";
import { accept as acceptOf } from "../../rfc6455/handshake.ts";
import {
  GUID_MISTAKES,
  guidTypoMistakes,
  WRONG_GUID_MISTAKES,
  wrongGuid,
} from "./guid-mistakes.ts";
import { DIGEST_MISTAKES, HASH_MISTAKES, INPUT_MISTAKES, withSuffix } from "./hash-mistakes.ts";
import { KEY_MISTAKES } from "./key-mistakes.ts";
import { canMeet, type Mistake } from "./mistake.ts";
import { digestOf, formulaOf, type Recipe, RIGHT, sentOf } from "./recipe.ts";
import { SENT_MISTAKES, TEXT_MISTAKES } from "./reply-mistakes.ts";
import type { AcceptSuspect } from "./suspect.ts";

export interface Hints {
  /** The GUID in somebody's code. */
  readonly guid?: string;
  /** Keys of other requests: one server can mix up its connections. */
  readonly otherKeys?: readonly string[];
  /** Texts that a server may have put behind the GUID: a subprotocol, a password, a path. */
  readonly appended?: readonly string[];
}

/**
 * `key`: the value of Sec-WebSocket-Key; `accept`: that of Sec-WebSocket-Accept, as it was received. Nothing when it is right, or
 * when no known mistake makes it.
 */
export function findAcceptSuspects(
  key: Uint8Array,
  accept: Uint8Array,
  hints: Hints = {},
): readonly AcceptSuspect[] {
  const received = fromLatin1(accept);
  if (received === acceptOf(key)) return [];
  const alone = constants(key, received, hints);
  if (alone.length > 0) return alone;

  const before = [...KEY_MISTAKES, ...guidMistakes(hints), ...INPUT_MISTAKES, ...hinted(hints)];
  const one = before.map((mistake) => [mistake]);
  const single = [
    ...tried(one, key, received),
    ...tried(HASH_MISTAKES.map(only), key, received),
    ...behind([[]], key, received),
  ];
  if (single.length > 0) return unique(single);

  const typos = tried(guidTypoMistakes().map(only), key, received);
  if (typos.length > 0) return unique(typos);

  return unique([
    ...tried(pairs(before, before), key, received),
    ...tried(pairs(before, HASH_MISTAKES), key, received),
    ...behind([...one, ...HASH_MISTAKES.map(only)], key, received),
    ...behindTwice(key, received),
  ]);
}

function guidMistakes({ guid }: Hints): readonly Mistake[] {
  const own = guid === undefined ? [] : [wrongGuid(guid, "It used the GUID that was shown.")];
  return [...GUID_MISTAKES, ...WRONG_GUID_MISTAKES, ...own];
}

function hinted({ appended = [] }: Hints): readonly Mistake[] {
  return appended.map((text) => ({
    id: "secret-appended",
    title: "Something behind the GUID",
    sentence: `It put ${JSON.stringify(text)} behind the GUID.`,
    wrong: "concatenate",
    fix: "Hash the key and the GUID, and nothing else.",
    ways: [{ input: withSuffix(text, JSON.stringify(text)) }],
  }));
}

function only(mistake: Mistake): readonly Mistake[] {
  return [mistake];
}

/** Two mistakes of one server: each set once, in the order in which they are made. */
function pairs(some: readonly Mistake[], others: readonly Mistake[]): readonly Mistake[][] {
  return some.flatMap((first, i) =>
    (some === others ? others.slice(i + 1) : others)
      .filter((second) => canMeet(first, second))
      .map((second) => [first, second]),
  );
}

/** The sets of mistakes after which this accept is what a server sends that makes no other. */
function tried(
  sets: readonly (readonly Mistake[])[],
  key: Uint8Array,
  received: string,
): readonly AcceptSuspect[] {
  return sets.flatMap((mistakes) =>
    recipes(mistakes)
      .filter((recipe) => fromLatin1(sentOf(recipe, digestOf(recipe, key))) === received)
      .map((recipe) => describe(mistakes, recipe)),
  );
}

/** The same with each one mistake behind the hash. */
function behind(
  sets: readonly (readonly Mistake[])[],
  key: Uint8Array,
  received: string,
): readonly AcceptSuspect[] {
  return sets.flatMap((mistakes) =>
    recipes(mistakes).flatMap((recipe) => {
      const digest = digestOf(recipe, key);
      const right = fromLatin1(sentOf(recipe, digest));
      const found = BEHIND_THE_HASH.flatMap((mistake) =>
        mistake.ways.flatMap((way) => {
          const other = { ...recipe, ...way };
          const sent = fromLatin1(sentOf(other, digest));
          return sent === received && sent !== right
            ? [describe([...mistakes, mistake], other)]
            : [];
        }),
      );
      return isOf64BitWords(digest, received)
        ? [
            ...found,
            describe([...mistakes, WORDS_OF_64_BITS], { ...recipe, ...WORDS_OF_64_BITS.ways[0] }),
          ]
        : found;
    }),
  );
}

/** Two mistakes behind the hash. */
function behindTwice(key: Uint8Array, received: string): readonly AcceptSuspect[] {
  return tried(pairs(BEHIND_THE_HASH, BEHIND_THE_HASH), key, received);
}

const BEHIND_THE_HASH = [...DIGEST_MISTAKES, ...TEXT_MISTAKES, ...SENT_MISTAKES];

function recipes(mistakes: readonly Mistake[]): readonly Recipe[] {
  return mistakes.reduce<readonly Recipe[]>(
    (made, { ways }) => made.flatMap((recipe) => ways.map((way) => ({ ...recipe, ...way }))),
    [RIGHT],
  );
}

/** What does not depend on this key. */
function constants(
  key: Uint8Array,
  received: string,
  { otherKeys = [] }: Hints,
): readonly AcceptSuspect[] {
  const text = fromLatin1(key);
  if (received === text) return [constant(KEY_ECHOED, "key")];
  const others = otherKeys.filter((other) => other !== text);
  if (others.some((other) => acceptOf(latin1(other)) === received)) {
    return [constant(OTHER_KEY, "base64(SHA1(other key ‖ GUID))")];
  }
  return received === EXAMPLE ? [constant(EXAMPLE_ACCEPT, `"${EXAMPLE}"`)] : [];
}

/** RFC 6455 §1.3. */
const EXAMPLE = "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=";

type Constant = Pick<Mistake, "id" | "title" | "sentence" | "fix">;

const KEY_ECHOED: Constant = {
  id: "key-echoed",
  title: "Key sent back",
  sentence: "It sent the key back as it came.",
  fix: "Append the GUID, hash with SHA-1, encode as Base64.",
};

const OTHER_KEY: Constant = {
  id: "other-connections-key",
  title: "Accept for another key",
  sentence:
    "It answered the key of another request: a variable that connections share, a cache, or a proxy with a key of its own.",
  fix: "Keep the key with its connection, and do not let anything cache or replay a 101.",
};

const EXAMPLE_ACCEPT: Constant = {
  id: "example-accept",
  title: "The RFC's example",
  sentence: "It sent the accept of the RFC's example, which fits the RFC's key and no other.",
  fix: "Compute it from the key of each request.",
};

function constant(mistake: Constant, formula: string): AcceptSuspect {
  const { id, title, sentence, fix } = mistake;
  return { id, title, formula, mistakes: [id], sentence, wrong: ["answer"], fix, guid: null };
}

/**
 * SHA-1 written for 32-bit longs and compiled for 64: the first twenty bytes of five words of eight, of which every other half is
 * left over from the rounds. What is left over cannot be foretold; the halves between are those of the right digest.
 */
const WORDS_OF_64_BITS: Mistake = {
  id: "sha1-64-bit-words",
  title: "SHA-1 with words of 64 bits",
  sentence: "It ran a SHA-1 that was written for longs of 32 bits where they have 64.",
  wrong: "sha1",
  fix: "Use uint32_t instead of unsigned long, or a library.",
  ways: [
    {
      digest: {
        run: (digest) => digest,
        formula: (digest = "") => `first 20 bytes of five 64-bit words(${digest})`,
      },
    },
  ],
};

function isOf64BitWords(digest: Uint8Array, received: string): boolean {
  const bytes = decodeBase64(received);
  return (
    bytes?.length === 20 &&
    digest.length === 20 &&
    fromLatin1(concat(bytes.subarray(0, 4), bytes.subarray(16))) ===
      fromLatin1(concat(digest.subarray(0, 4), digest.subarray(8, 12)))
  );
}

function describe(mistakes: readonly Mistake[], recipe: Recipe): AcceptSuspect {
  const ids = mistakes.map(({ id }) => id);
  return {
    id: ids.join("+"),
    title: mistakes.map(({ title }) => title).join("; "),
    formula: formulaOf(recipe),
    mistakes: ids,
    sentence: mistakes.map(({ sentence }) => sentence).join(" "),
    wrong: [...new Set(mistakes.map(({ wrong }) => wrong))],
    fix: [...new Set(mistakes.map(({ fix }) => fix))].join(" "),
    guid: mistakes.find(({ guid }) => guid !== undefined)?.guid ?? null,
  };
}

/** Each set of mistakes once. */
function unique(suspects: readonly AcceptSuspect[]): readonly AcceptSuspect[] {
  const byName = new Map(
    suspects.map((suspect) => [`${suspect.id} ${suspect.guid ?? ""}`, suspect] as const).reverse(),
  );
  return [...byName.values()].reverse();
}
