/** Fields of two responses, each beside the one of the same name (hybi-00 §4.1 step 41). */
import { equalsIgnoringCase, fromLatin1, toLowerCase } from "../../bytes/ascii.ts";
import { type Span, slice } from "../../bytes/span.ts";
import type { Field } from "../../http/head.ts";
import { textOf } from "../facts/header-words.ts";
import { likeness } from "../facts/response-facts.ts";
import { quote } from "../words.ts";
import { type ComparedPart, firstDifference, type Side } from "./comparison.ts";

export function compareFields(wanted: Side, got: Side): ComparedPart[] {
  const parts: ComparedPart[] = [];
  const left = [...got.head.fields];
  const order: number[] = [];
  for (const field of wanted.head.fields) {
    const name = textOf(wanted.bytes, field.name);
    const at = left.findIndex((other) =>
      equalsIgnoringCase(got.bytes, other.name, name.toLowerCase()),
    );
    const [other] = at < 0 ? [] : left.splice(at, 1);
    parts.push(other ? compareField(name, wanted, field, got, other) : missing(name, field));
    if (other) order.push(other.line[0]);
  }
  const inOrder = order.every((at, i) => i === 0 || at > (order[i - 1] as number));
  if (!inOrder) parts.push(otherOrder(got));
  const known = new Set(wanted.head.fields.map(({ name }) => lowerCase(wanted.bytes, name)));
  for (const field of left) parts.push(unexpected(got, field, known));
  for (const line of got.head.notFields) parts.push(noField(got, line));
  return parts;
}

const STEP_41 = "hybi-00 §4.1 step 41";

function compareField(
  name: string,
  wanted: Side,
  field: Field,
  got: Side,
  other: Field,
): ComparedPart {
  const part = { kind: "field", name, expected: field.line, received: other.line } as const;
  const differsAt = firstDifference(wanted.bytes, field.value, got.bytes, other.value);
  const value = slice(wanted.bytes, field.value);
  const section = STEP_41;
  if (differsAt === null) {
    const line = firstDifference(wanted.bytes, field.line, got.bytes, other.line);
    if (line === null) return { ...part, match: "same", differsAt: null, note: null, section };
    const sameName = textOf(got.bytes, other.name) === name;
    const note = sameName
      ? "The space behind the colon may be left out."
      : "Names are compared without regard to case.";
    return { ...part, match: "allowed", differsAt: line, note, section: "hybi-00 §1.2" };
  }
  if (likeness(got.bytes, other.value, value) === "same-behind-spaces") {
    const note = "One space behind the colon is skipped, and here are more. WebKit skips all.";
    return { ...part, match: "different", differsAt, note, section: "hybi-00 §4.1 step 35" };
  }
  const onlyCase = lowerCase(got.bytes, other.value) === lowerCase(wanted.bytes, field.value);
  if (onlyCase && name === "Connection") {
    const note = "The value of this field is compared without regard to case.";
    return { ...part, match: "allowed", differsAt, note, section };
  }
  const lenient = onlyCase && name === "Upgrade" ? " WebKit lets any case pass." : "";
  const note = `Expected ${quote(wanted.bytes, field.value)}, got ${quote(got.bytes, other.value)}.${lenient}`;
  return { ...part, match: "different", differsAt, note, section };
}

function missing(name: string, { line }: Field): ComparedPart {
  const note = `${name} must be there, exactly once.`;
  return {
    kind: "field",
    name,
    expected: line,
    received: null,
    match: "missing",
    differsAt: null,
    note,
    section: STEP_41,
  };
}

function otherOrder(got: Side): ComparedPart {
  const fields = got.head.fields;
  const span: Span = [fields[0]?.line[0] ?? 0, fields.at(-1)?.line[1] ?? 0];
  return {
    kind: "order",
    name: "Order of the fields",
    expected: null,
    received: span,
    match: "allowed",
    differsAt: null,
    note: "Fields may come in any order.",
    section: "hybi-00 §5.2 step 11",
  };
}

/** Step 41: what a client does not know, it ignores; what it knows must come once. */
function unexpected(got: Side, { name, line }: Field, known: ReadonlySet<string>): ComparedPart {
  const again = known.has(lowerCase(got.bytes, name));
  return {
    kind: "field",
    name: textOf(got.bytes, name),
    expected: null,
    received: line,
    match: again ? "unexpected" : "allowed",
    differsAt: null,
    note: again
      ? "It has come before, and must come exactly once. WebKit goes by the first."
      : "Clients ignore fields that they do not know, and a subprotocol that they did not ask for.",
    section: STEP_41,
  };
}

function noField(got: Side, line: Span): ComparedPart {
  return {
    kind: "line",
    name: quote(got.bytes, line),
    expected: null,
    received: line,
    match: "unexpected",
    differsAt: null,
    note: "This line is no field: a name, a colon, a value.",
    section: "hybi-00 §4.1 steps 33–34",
  };
}

function lowerCase(bytes: Uint8Array, span: Span): string {
  return fromLatin1(slice(bytes, span).map(toLowerCase));
}
