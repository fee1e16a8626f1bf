/**
 * Two responses side by side: the one that must come out and the one that came. Fields are put beside the field of the same name,
 * whatever their order, and every difference is judged: those that the draft allows are no faults, and say which section allows
 * them. Only hixie-76 answers are compared here; the rules are those of hybi-00 §4.1 steps 28–45.
 */
import { hexByte } from "../../bytes/hex.ts";
import { length, type Span } from "../../bytes/span.ts";
import { beginsWithFrame } from "../facts/behind-answer.ts";
import { textOf } from "../facts/header-words.ts";
import { DIGEST_LENGTH } from "../facts/response-facts.ts";
import { splitStartLine } from "../facts/start-line.ts";
import { quote } from "../words.ts";
import { compareFields } from "./compare-fields.ts";
import {
  type ComparedPart,
  differenceWords,
  firstDifference,
  type Side,
  sideOf,
} from "./comparison.ts";

export interface Comparison {
  /** In the order of the expected response; what only the received one has comes behind that. */
  readonly parts: readonly ComparedPart[];
  /** The difference that a client stops at first, in words; null when there is none that matters. */
  readonly first: string | null;
}

/** Never throws. `expected` is what the reference answers. */
export function compareAnswers(expected: Uint8Array, received: Uint8Array): Comparison {
  const sides = { wanted: sideOf(expected), got: sideOf(received) };
  const parts = [
    compareStatusLines(sides.wanted, sides.got),
    ...compareFields(sides.wanted, sides.got),
    ...compareHeadEnds(sides.wanted, sides.got),
    ...compareBodies(sides.wanted, sides.got),
  ];
  const fault = parts.find(({ match }) => match !== "same" && match !== "allowed");
  return { parts, first: fault ? firstWords(fault, expected, received) : null };
}

/** Steps 28–31: two spaces, and 101 between them; nothing else of the line counts. */
function compareStatusLines(wanted: Side, got: Side): ComparedPart {
  const part = {
    kind: "status-line",
    name: "Status line",
    expected: wanted.head.startLine,
    received: got.head.startLine,
    section: "hybi-00 §4.1 steps 28–31",
  } as const;
  const differsAt = firstDifference(wanted.bytes, part.expected, got.bytes, part.received);
  if (differsAt === null) return { ...part, match: "same", differsAt, note: null };
  const [, code] = splitStartLine(got.bytes, part.received);
  const passes = textOf(got.bytes, code) === "101" && code[1] < part.received[1];
  return passes
    ? {
        ...part,
        match: "allowed",
        differsAt,
        note: "Only the code between the first two spaces counts; version and reason phrase may differ.",
      }
    : {
        ...part,
        match: "different",
        differsAt,
        note: `It reads ${quote(got.bytes, part.received)}; “101” is wanted between the first two spaces.`,
      };
}

/** The empty line, which both have or the received one lacks. */
function compareHeadEnds(wanted: Side, got: Side): ComparedPart[] {
  const expected: Span | null = wanted.head.end === null ? null : lastTwo(wanted.head.end);
  const bareLf = got.head.bareLf[0];
  if (got.head.end !== null && bareLf === undefined) return [];
  return [
    {
      kind: "head-end",
      name: bareLf === undefined ? "End of the head" : "Line ends",
      expected,
      received: bareLf === undefined ? null : [bareLf, bareLf + 1],
      match: bareLf === undefined ? "missing" : "different",
      differsAt: null,
      note:
        bareLf === undefined
          ? "No empty line ends the head, so the client waits for more fields."
          : "A line ends with LF alone; CR LF is wanted.",
      section: "hybi-00 §4.1 steps 28–36",
    },
  ];
}

function compareBodies(wanted: Side, got: Side): ComparedPart[] {
  if (wanted.head.end === null || got.head.end === null) return [];
  const expected: Span = [wanted.head.end, wanted.bytes.length];
  const end = Math.min(got.bytes.length, got.head.end + DIGEST_LENGTH);
  const received: Span = [got.head.end, end];
  const differsAt = firstDifference(wanted.bytes, expected, got.bytes, received);
  const size = length(received);
  const digest: ComparedPart = {
    kind: "digest",
    name: "Digest",
    expected,
    received: size === 0 ? null : received,
    match: differsAt === null ? "same" : size === 0 ? "missing" : "different",
    differsAt,
    note:
      differsAt === null
        ? null
        : size < DIGEST_LENGTH
          ? `${size} of 16 bytes came; the client waits for the others.`
          : "The 16 bytes are not those that the keys ask for.",
    section: size < DIGEST_LENGTH ? "hybi-00 §4.1 step 44" : "hybi-00 §4.1 step 45",
  };
  const behind = got.bytes.subarray(end);
  return behind.length === 0
    ? [digest]
    : [digest, bytesBehindDigest([end, got.bytes.length], behind)];
}

function bytesBehindDigest(received: Span, bytes: Uint8Array): ComparedPart {
  const isFrame = beginsWithFrame(bytes);
  return {
    kind: "behind",
    name: "Behind the digest",
    expected: null,
    received,
    match: isFrame ? "allowed" : "unexpected",
    differsAt: null,
    note: isFrame
      ? "The server's first frames; they may come at once."
      : "The client takes these bytes for frames, and they are none.",
    section: "hybi-00 §4.2",
  };
}

/** "byte 14 of 16 of the digest: expected 2D, got 0D". */
function firstWords(part: ComparedPart, expected: Uint8Array, received: Uint8Array): string {
  const { kind, differsAt, match } = part;
  if (kind === "digest" && differsAt && part.expected && match === "different") {
    const nth = differsAt[0] - part.expected[0] + 1;
    return `byte ${nth} of 16 of the digest: expected ${byteWord(expected, differsAt[0])}, got ${byteWord(received, differsAt[1])}`;
  }
  return kind === "digest" && match === "missing" ? "the digest is missing" : differenceWords(part);
}

function byteWord(bytes: Uint8Array, at: number): string {
  const byte = bytes[at];
  return byte === undefined ? "nothing" : hexByte(byte).toUpperCase();
}

function lastTwo(end: number): Span {
  return [end - 2, end];
}
