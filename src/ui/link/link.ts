/**
 * Links. `{ input, cursor }` stands in the fragment of the address, which no server ever sees. The grammar is public and for
 * ever: keys are added, none changes its meaning.
 *
 *   fragment = "#" [ pair *( "&" pair ) ]        pair = key [ "=" value ]
 *
 * Keys and values are percent-encoded UTF-8; "+" is itself. Of a key that comes twice, the first counts. All may be left out:
 *
 *   example   the id of an example: its input, and its first step. Without `example` and `request` it is draft-76.
 *   request   the text as it stands in the box, with its own line ends: %0A, or %0D%0A. Takes the place of an example.
 *   key3      the field for the eight bytes, as typed. Empty if left out, or the example's.
 *   answer    the text of the box for the server's answer, likewise. Empty if left out, or the example's.
 *   conversation  which of the conversations in the request's box, from 1. The first if left out, or the example's.
 *   as        the id of the format that the request's box was set to be read as.
 *   line-ends  as-is: of text whose lines end with LF, these were on the wire; else they are read as CRLF.
 *   charset   what characters above U+007F were before they became text.
 *   side      request or response: which message it is, where it does not say so itself.
 *   secure    1: the connection was encrypted; 0: it was not. 0 if left out, or the example's.
 *   guid      the GUID of RFC 6455 as it stands in the server's code. Empty if left out.
 *   step      the id of a step. If left out read-request, or the example's.
 *   round     one of MD5's 64 rounds, or of SHA-1's 80 for each of its two blocks, counted from 1.
 *   select    the first and the last of the selected bytes: 0x1a-0x2d, or 0x1a for one byte; with "response:" before it when they
 *             are the response's. Offsets count from 0, in hex with 0x or in decimal.
 *   mistakes  ids of mistakes that the server is imagined to make, with commas between them. None if left out.
 *   z         any of the above in one: pairs as UTF-8, raw deflate, base64url without padding. In these only "%", "&" and, in a
 *             key, "=" have to be encoded. A pair outside of `z` counts before one inside.
 *
 * Other keys are kept and written back, for versions that know them.
 */
import type { StepId } from "../../core/trace/step.ts";
import { DEFAULT_EXAMPLE } from "../examples/draft-76.ts";
import type { Example } from "../examples/example.ts";
import { MORE_EXAMPLES } from "../examples/more-examples.ts";
import { onDemand } from "../on-demand.ts";
import type { Input, State } from "../state.ts";
import { encodeEnd, type Pair, readPairs, writePairs, writePlainPairs } from "./link-pairs.ts";
import {
  option,
  readCharset,
  readLineEnds,
  readNumber,
  readRound,
  readSecure,
  readSelection,
  readSide,
  readStep,
  writeSelection,
} from "./link-values.ts";

const KEYS = [
  "example",
  "request",
  "key3",
  "answer",
  "conversation",
  "as",
  "line-ends",
  "charset",
  "side",
  "secure",
  "guid",
  "step",
  "round",
  "select",
  "mistakes",
  "z",
] as const;

type Key = (typeof KEYS)[number];

type Unknown = readonly (readonly [key: string, value: string])[];

/** What a link says. */
export interface Linked {
  readonly state: State;
  /** Pairs with keys that are not ours, to be written back. */
  readonly unknown: Unknown;
  /** What could not be read: sentences for the page. */
  readonly problems: readonly string[];
}

/** What a bare address shows. */
export const DEFAULT_STATE: State = {
  input: DEFAULT_EXAMPLE.input,
  cursor: { step: DEFAULT_EXAMPLE.step, round: 0, selection: null, mistakes: [] },
};

const EMPTY: Input = {
  request: "",
  key3: "",
  answer: "",
  conversation: 0,
  choice: {},
  secure: false,
  guid: "",
};
const FIRST_STEP: StepId = "read-request";

/** A readable link that is longer gives way to `z`, if that is shorter. */
const LONG = 350;

/** No longer link is made: somewhere on its way it would be cut. */
const LONGEST = 32_768;

/** Nor one of a longer text, however small it deflates; and of a link that inflates to more, no more is read. */
const LONGEST_TEXT = 1 << 20;

/**
 * Never throws: what cannot be read is left out and listed. Answers at once unless there is a `z` to inflate, or an example or
 * the list of mistakes to fetch. `query` is the
 * address's own, in which our keys count as well: see `moveQuery`.
 */
export function parseLink(fragment: string, query = ""): Linked | Promise<Linked> {
  const problems = new Set<string>();
  const moved = moveQuery(fragment, query);
  if (/[?&](request|key3|z)=/.test(query)) {
    problems.add(
      "The request stood in the query of the address, which servers write into their logs. Behind the # no server sees it: that is where links from here have it.",
    );
  }
  const pairs = pairsIn((moved?.fragment ?? fragment).replace(/^#/, ""), problems);
  const z = pairs.find(({ key }) => key === "z");
  if (!z) return readWithParts(pairs, problems);
  return readPacked(z.value, pairs, problems);
}

async function readPacked(
  packed: string,
  pairs: readonly Pair[],
  problems: Set<string>,
): Promise<Linked> {
  const { inflate } = await DEFLATE.load();
  const { text, whole } = await inflate(packed, LONGEST_TEXT);
  if (!whole) {
    const rest = text === "" ? "nothing of it" : `only the first ${text.length} characters`;
    problems.add(`The link is damaged or was cut off: ${rest} could be read.`);
  }
  return readWithParts([...pairs, ...pairsIn(text, problems)], problems);
}

/** Few links need it. */
export const DEFLATE = onDemand(() => import("./deflate.ts"));

/** The fragment, with its "#". Null when it would be longer than 32 768 characters, or there is more than text. */
export async function formatLink(state: State, unknown: Unknown = []): Promise<string | null> {
  if (state.input.large) return null;
  const { EXAMPLES } = MORE_EXAMPLES.get() ?? (await MORE_EXAMPLES.load());
  const pairs = [...pairsOf(state, EXAMPLES), ...unknown];
  const plain = writePlainPairs(pairs);
  if (plain.length > LONGEST_TEXT) return null;
  const readable = plain.length > LONGEST ? null : encodeEnd(`#${writePairs(pairs)}`);
  if (readable !== null && readable.length <= LONG) return readable;
  const { deflate } = await DEFLATE.load();
  const packed = encodeEnd(`#z=${await deflate(plain)}`);
  const link = readable !== null && readable.length <= packed.length ? readable : packed;
  return link.length > LONGEST ? null : link;
}

/**
 * Forms and people write `?request=…` too. Returns the address with our keys moved to the fragment, to be shown instead at once;
 * null when the query has none of them.
 */
export function moveQuery(
  fragment: string,
  query: string,
): { readonly query: string; readonly fragment: string } | null {
  const pieces = query.replace(/^\?/, "").split("&");
  const isOurs = (piece: string): boolean => isKey(piece.split("=", 1)[0] as string);
  if (!pieces.some(isOurs)) return null;
  const others = pieces.filter((piece) => !isOurs(piece)).join("&");
  // In a query, as forms write it, "+" is a space.
  const ours = pieces.filter(isOurs).map((piece) => piece.replaceAll("+", "%20"));
  const before = fragment.replace(/^#/, "");
  return {
    query: others === "" ? "" : `?${others}`,
    fragment: `#${[...(before === "" ? [] : [before]), ...ours].join("&")}`,
  };
}

function isKey(key: string): key is Key {
  return KEYS.some((ours) => ours === key);
}

/** Of ours, each key once. */
function pairsIn(text: string, problems: Set<string>): Pair[] {
  const seen = new Set<Key>();
  return readPairs(text).filter(({ key, damaged }) => {
    if (!isKey(key)) return true;
    if (damaged) problems.add(`Some characters behind ${key}= are damaged in the link.`);
    if (seen.has(key)) problems.add(`The link says ${key}= more than once; the first counts.`);
    return !seen.has(key) && seen.add(key);
  });
}

/** All but the first example come only when a link names one, and the mistakes that there are when it names some. */
function readWithParts(pairs: readonly Pair[], problems: Set<string>): Linked | Promise<Linked> {
  const id = saidIn(pairs, "example");
  const isHere = id === undefined || id === DEFAULT_EXAMPLE.id;
  const needsNone = isHere || saidIn(pairs, "request") !== undefined;
  const needsIds = saidIn(pairs, "mistakes") !== undefined;
  if (needsNone && !needsIds) return read(pairs, problems);
  return Promise.all([
    needsNone ? undefined : MORE_EXAMPLES.load(),
    needsIds ? import("../mistakes/mistake-ids.ts") : undefined,
  ]).then(([more, known]) => read(pairs, problems, more?.EXAMPLES, known?.MISTAKE_IDS));
}

function saidIn(pairs: readonly Pair[], wanted: Key): string | undefined {
  return pairs.find(({ key }) => key === wanted)?.value;
}

function read(
  pairs: readonly Pair[],
  problems: Set<string>,
  examples: readonly Example[] = [],
  ids: readonly string[] = [],
): Linked {
  const said = (wanted: Key): string | undefined => saidIn(pairs, wanted);
  const request = said("request");
  const example = request === undefined ? exampleCalled(said("example"), examples, problems) : null;
  const base = example?.input ?? EMPTY;
  const isNamed = request !== undefined || said("example") !== undefined;
  if (!isNamed && said("z") !== undefined && problems.size > 0) {
    problems.add("The draft’s own example is shown instead.");
  }

  const value = <T>(key: Key, reader: (value: string) => T | null, expected: string): T | null => {
    const text = said(key);
    const found = text === undefined ? null : reader(text);
    if (text !== undefined && found === null) {
      problems.add(`The link says ${key}=${excerpt(text)}, but ${expected}.`);
    }
    return found;
  };

  const state: State = {
    input: {
      request: request ?? base.request,
      key3: said("key3") ?? base.key3,
      answer: said("answer") ?? base.answer,
      conversation:
        value("conversation", readNumber, "they are counted from 1") ?? base.conversation,
      choice: {
        ...option("format", said("as")),
        ...option("lineEndings", value("line-ends", readLineEnds, "it can only be as-is")),
        ...option("charset", value("charset", readCharset, "that one is not known")),
        ...option("side", value("side", readSide, "it is request or response")),
      },
      secure: value("secure", readSecure, "it can only be 1 or 0") ?? base.secure,
      guid: said("guid") ?? base.guid,
    },
    cursor: {
      step: value("step", readStep, "there is no such step") ?? example?.step ?? FIRST_STEP,
      round: value("round", readRound, "rounds count from 1 to 64, or to 160") ?? 0,
      selection: value("select", readSelection, "a selection looks like 0x1a-0x2d"),
      mistakes: mistakesIn(said("mistakes"), ids, problems),
    },
  };
  const unknown = pairs.filter(({ key }) => !isKey(key));
  return {
    state,
    unknown: unknown.map(({ key, value }) => [key, value] as const),
    problems: [...problems],
  };
}

/** Ids with commas between them; those that nobody knows are left out. */
function mistakesIn(
  text: string | undefined,
  ids: readonly string[],
  problems: Set<string>,
): readonly string[] {
  return (text?.split(",") ?? []).filter((id) => {
    const isKnown = ids.includes(id);
    if (!isKnown) problems.add(`There is no mistake ${excerpt(id)}.`);
    return isKnown;
  });
}

function exampleCalled(
  id: string | undefined,
  examples: readonly Example[],
  problems: Set<string>,
): Example {
  if (id === undefined || id === DEFAULT_EXAMPLE.id) return DEFAULT_EXAMPLE;
  const example = examples.find((one) => one.id === id);
  if (!example) problems.add(`There is no example ${excerpt(id)}; this is the draft's own.`);
  return example ?? DEFAULT_EXAMPLE;
}

/** What a state says that its example does not say already. */
function pairsOf(
  { input, cursor }: State,
  examples: readonly Example[],
): (readonly [key: Key, value: string])[] {
  const same = examples.filter((example) => example.input.request === input.request);
  const example =
    same.find(({ input: { key3, answer } }) => key3 === input.key3 && answer === input.answer) ??
    same.find(({ input: { key3 } }) => key3 === input.key3) ??
    same[0];
  const base = example?.input ?? EMPTY;
  const selection = cursor.selection && writeSelection(cursor.selection);
  const pairs: (readonly [key: Key, value: string])[] = [];
  pairs.push(example ? ["example", example.id] : ["request", input.request]);
  if (input.key3 !== base.key3) pairs.push(["key3", input.key3]);
  if (input.answer !== base.answer) pairs.push(["answer", input.answer]);
  if (input.conversation !== base.conversation) {
    pairs.push(["conversation", `${input.conversation + 1}`]);
  }
  const { format, lineEndings, charset, side } = input.choice;
  if (format !== undefined) pairs.push(["as", format]);
  if (lineEndings === "as-is") pairs.push(["line-ends", lineEndings]);
  if (charset !== undefined) pairs.push(["charset", charset]);
  if (side !== undefined) pairs.push(["side", side]);
  if (input.guid !== base.guid) pairs.push(["guid", input.guid]);
  if (input.secure !== base.secure) pairs.push(["secure", input.secure ? "1" : "0"]);
  if (cursor.step !== (example?.step ?? FIRST_STEP)) pairs.push(["step", cursor.step]);
  if (cursor.round !== 0) pairs.push(["round", `${cursor.round + 1}`]);
  if (selection) pairs.push(["select", selection]);
  if (cursor.mistakes.length > 0) pairs.push(["mistakes", cursor.mistakes.join(",")]);
  return pairs;
}

function excerpt(text: string): string {
  return text.length > 40 ? `“${text.slice(0, 40)}…”` : `“${text}”`;
}
