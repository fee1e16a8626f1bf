/**
 * The answer of draft 75 that must come out and the one that came, side by side, by the rules of its client (hixie-75 §4.1): three
 * lines that are fixed byte for byte, then fields in any order, of which two or three are compared to the letter.
 */
import { equalsIgnoringCase } from "../../bytes/ascii.ts";
import type { Span } from "../../bytes/span.ts";
import type { Field } from "../../http/head.ts";
import { beginsWithFrame } from "../facts/behind-answer.ts";
import { textOf } from "../facts/header-words.ts";
import { quote } from "../words.ts";
import type { Comparison } from "./compare.ts";
import {
  type ComparedPart,
  differenceWords,
  firstDifference,
  type Side,
  sideOf,
} from "./comparison.ts";

const SECTION = "hixie-75 §4.1";

/** Fields of the fixed lines. */
const FIXED = 2;

/** Never throws. `expected` is what the reference answers. */
export function compareHixie75(expected: Uint8Array, received: Uint8Array): Comparison {
  const [wanted, got] = [sideOf(expected), sideOf(received)];
  const demanded = wanted.head.fields.slice(FIXED);
  const free = got.head.fields.slice(FIXED);
  const parts = [
    compareStatusLines(wanted, got),
    ...wanted.head.fields.slice(0, FIXED).map((field, i) => compareFixed(wanted, field, got, i)),
    ...demanded.map((field) => compareField(wanted, field, got, free)),
    ...free
      .filter((field) => !isCompared(wanted, demanded, got, free, field))
      .map((field) => beside(wanted, demanded, got, field)),
    ...got.head.notFields.map((line) => noField(got, line)),
    ...compareLineEnds(got),
    ...behind(got),
  ];
  const fault = parts.find(({ match }) => match !== "same" && match !== "allowed");
  return { parts, first: fault ? differenceWords(fault) : null };
}

function compareStatusLines(wanted: Side, got: Side): ComparedPart {
  const [expected, received] = [wanted.head.startLine, got.head.startLine];
  const part = { kind: "status-line", name: "Status line", section: SECTION } as const;
  const differsAt = firstDifference(wanted.bytes, expected, got.bytes, received);
  if (differsAt === null) {
    return { ...part, expected, received, match: "same", differsAt, note: null };
  }
  const note = `Expected ${quote(wanted.bytes, expected)}, byte for byte; got ${quote(got.bytes, received)}.`;
  return { ...part, expected, received, match: "different", differsAt, note };
}

/** `i`: which of the fields; the status line comes before them. */
function compareFixed(wanted: Side, field: Field, got: Side, i: number): ComparedPart {
  const name = textOf(wanted.bytes, field.name);
  const received = got.head.fields[i]?.line ?? null;
  const part = { kind: "field", name, expected: field.line, received, section: SECTION } as const;
  if (received === null) {
    return { ...part, match: "missing", differsAt: null, note: `${name} must be there.` };
  }
  const differsAt = firstDifference(wanted.bytes, field.line, got.bytes, received);
  if (differsAt === null) return { ...part, match: "same", differsAt, note: null };
  const nth = i === 0 ? "second" : "third";
  const note = `The ${nth} line must be ${quote(wanted.bytes, field.line)}, byte for byte; it is ${quote(got.bytes, received)}.`;
  return { ...part, match: "different", differsAt, note };
}

function compareField(wanted: Side, field: Field, got: Side, free: readonly Field[]): ComparedPart {
  const name = textOf(wanted.bytes, field.name);
  const other = named(got, free, name);
  const received = other?.line ?? null;
  const part = { kind: "field", name, expected: field.line, received, section: SECTION } as const;
  if (!other) {
    const note = `${name} must be there, exactly once, behind the first three lines.`;
    return { ...part, match: "missing", differsAt: null, note };
  }
  const line = firstDifference(wanted.bytes, field.line, got.bytes, other.line);
  if (line === null) return { ...part, match: "same", differsAt: null, note: null };
  const differsAt = firstDifference(wanted.bytes, field.value, got.bytes, other.value);
  if (differsAt === null) {
    const note = "The letter case of a name and the space behind the colon do not count.";
    return { ...part, match: "allowed", differsAt: line, note };
  }
  const note = `Expected ${quote(wanted.bytes, field.value)}, got ${quote(got.bytes, other.value)}.`;
  return { ...part, match: "different", differsAt, note };
}

/** The first of each name stands beside the expected one. */
function isCompared(
  wanted: Side,
  expected: readonly Field[],
  got: Side,
  free: readonly Field[],
  field: Field,
): boolean {
  return expected.some(({ name }) => named(got, free, textOf(wanted.bytes, name)) === field);
}

function named({ bytes }: Side, fields: readonly Field[], name: string): Field | undefined {
  return fields.find((field) => equalsIgnoringCase(bytes, field.name, name.toLowerCase()));
}

/** Of what only the received answer has. */
function beside(
  wanted: Side,
  expected: readonly Field[],
  got: Side,
  { name, line }: Field,
): ComparedPart {
  const text = textOf(got.bytes, name);
  const part = ofReceived("field", text, line);
  return named(wanted, expected, text)
    ? { ...part, match: "unexpected", note: "It has come before, and must come exactly once." }
    : { ...part, match: "allowed", note: "Clients ignore fields that they do not know." };
}

function noField(got: Side, line: Span): ComparedPart {
  const note = "This line is no field: a name, a colon, a value.";
  return { ...ofReceived("line", quote(got.bytes, line), line), match: "unexpected", note };
}

function compareLineEnds({ head: { end, bareLf, bareCr } }: Side): ComparedPart[] {
  const parts: ComparedPart[] = [];
  const at = bareLf[0] ?? bareCr[0];
  if (at !== undefined) {
    const alone = bareLf[0] === undefined ? "CR" : "LF";
    const note = `A line ends with ${alone} alone; CR LF is wanted.`;
    const part = ofReceived("head-end", "Line ends", [at, at + 1]);
    parts.push({ ...part, match: "different", note });
  }
  if (end === null) {
    const note = "No empty line ends the head, so the client waits for more fields.";
    parts.push({ ...ofReceived("head-end", "End of the head", null), match: "missing", note });
  }
  return parts;
}

function behind({ bytes, head: { end } }: Side): ComparedPart[] {
  if (end === null || end === bytes.length) return [];
  const part = ofReceived("behind", "Behind the head", [end, bytes.length]);
  return beginsWithFrame(bytes.subarray(end))
    ? [{ ...part, match: "allowed", note: "The server's first frames; they may come at once." }]
    : [
        {
          ...part,
          match: "unexpected",
          note: "The client takes these bytes for frames, and they are none.",
        },
      ];
}

function ofReceived(kind: ComparedPart["kind"], name: string, received: Span | null) {
  return { kind, name, expected: null, received, differsAt: null, section: SECTION };
}
