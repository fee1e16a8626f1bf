/**
 * Which mistakes make exactly the accept that was received. Servers that make one are tried first, then those that make two,
 * which no single one explains. Keys differ from handshake to handshake, so a match is no coincidence.
 */
import { fromLatin1, latin1 } from "../../bytes/ascii.ts";
import { decodeBase64, encodeBase64 } from "../../bytes/base64.ts";
import { equals } from "../../bytes/equals.ts";
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
import { digestOf, formulaOf, type Recipe, RIGHT, sentOf, type Way } from "./recipe.ts";
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
  const received = receivedOf(accept);
  if (received.text === acceptOf(key)) return [];
  const alone = constants(key, received.text, hints);
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

/** What came, and the digest that it stands for when it is Base64 as it should be: to compare bytes is faster than to encode them. */
interface Received {
  readonly text: string;
  readonly digest: Uint8Array | null;
}

function receivedOf(accept: Uint8Array): Received {
  const text = fromLatin1(accept);
  const digest = decodeBase64(text);
  return { text, digest: digest && encodeBase64(digest) === text ? digest : null };
}

function isMadeBy(received: Received, recipe: Recipe, key: Uint8Array): boolean {
  const { digest, text, sent } = RIGHT;
  const isPlain = recipe.digest === digest && recipe.text === text && recipe.sent === sent;
  if (!isPlain) return fromLatin1(sentOf(recipe, digestOf(recipe, key))) === received.text;
  return received.digest !== null && equals(digestOf(recipe, key), received.digest);
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
    ways: [{ behindGuid: withSuffix(text, JSON.stringify(text)) }],
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
  received: Received,
): readonly AcceptSuspect[] {
  return sets.flatMap((mistakes) =>
    recipes(mistakes)
      .filter((recipe) => isMadeBy(received, recipe, key))
      .map((recipe) => describe(mistakes, recipe, received.text.length)),
  );
}

/** The same with each one mistake behind the hash. */
function behind(
  sets: readonly (readonly Mistake[])[],
  key: Uint8Array,
  { text, digest: came }: Received,
): readonly AcceptSuspect[] {
  return sets.flatMap((mistakes) =>
    recipes(mistakes).flatMap((recipe) => {
      const digest = digestOf(recipe, key);
      const found = BEHIND_THE_HASH.flatMap((mistake) =>
        mistake.ways
          .filter((way) => canMake(text.length, way, digest))
          .map((way) => ({ ...recipe, ...way }))
          .filter((other) => fromLatin1(sentOf(other, digest)) === text)
          .filter(() => fromLatin1(sentOf(recipe, digest)) !== text)
          .map((other) => describe([...mistakes, mistake], other, text.length)),
      );
      if (!came || !isOf64BitWords(digest, came)) return found;
      const words = { ...recipe, ...WORDS_OF_64_BITS.ways[0] };
      return [...found, describe([...mistakes, WORDS_OF_64_BITS], words, HALVES_OF_64_BITS)];
    }),
  );
}

/** Whether something of that length can come of a digest in this way. All digests without a zero byte make the same length. */
function canMake(length: number, way: Way, digest: Uint8Array): boolean {
  if (digest.includes(0)) return true;
  const lengths = LENGTHS.get(way) ?? [];
  LENGTHS.set(way, lengths);
  lengths[digest.length] ??= sentOf({ ...RIGHT, ...way }, digest).length;
  return lengths[digest.length] === length;
}

const LENGTHS = new WeakMap<Way, number[]>();

/** Two mistakes behind the hash. */
function behindTwice(key: Uint8Array, received: Received): readonly AcceptSuspect[] {
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
  if (received === text) return [constant(KEY_ECHOED, "key", received)];
  const others = otherKeys.filter((other) => other !== text);
  if (others.some((other) => acceptOf(latin1(other)) === received)) {
    return [constant(OTHER_KEY, "base64(SHA1(other key ‖ GUID))", received)];
  }
  return received === EXAMPLE ? [constant(EXAMPLE_ACCEPT, `"${EXAMPLE}"`, received)] : [];
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

function constant(mistake: Constant, formula: string, received: string): AcceptSuspect {
  const { id, title, sentence, fix } = mistake;
  const matched = received.length;
  const said = { id, title, formula, mistakes: [id], sentence, fix };
  return { ...said, wrong: ["answer"], matched, guid: null };
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

/** How many of the twenty bytes can be foretold. */
const HALVES_OF_64_BITS = 8;

function isOf64BitWords(digest: Uint8Array, came: Uint8Array): boolean {
  return (
    came.length === 20 &&
    digest.length === 20 &&
    equals(came.subarray(0, 4), digest.subarray(0, 4)) &&
    equals(came.subarray(16), digest.subarray(8, 12))
  );
}

function describe(mistakes: readonly Mistake[], recipe: Recipe, matched: number): AcceptSuspect {
  const ids = mistakes.map(({ id }) => id);
  return {
    id: ids.join("+"),
    title: mistakes.map(({ title }) => title).join("; "),
    formula: formulaOf(recipe),
    mistakes: ids,
    sentence: mistakes.map(({ sentence }) => sentence).join(" "),
    wrong: [...new Set(mistakes.map(({ wrong }) => wrong))],
    fix: [...new Set(mistakes.map(({ fix }) => fix))].join(" "),
    matched,
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
