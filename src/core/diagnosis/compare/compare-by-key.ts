/**
 * The 101 that must come out and the one that came, side by side, for hybi-04 to RFC 6455. Whether a difference matters is asked of
 * the client's own procedures (RFC 6455 §4.1, second list): they read lists where hixie-76 compares whole values.
 */
import { equalsIgnoringCase, fromLatin1 } from "../../bytes/ascii.ts";
import { length, type Span, slice } from "../../bytes/span.ts";
import { valuesOf } from "../../http/fields.ts";
import type { Field } from "../../http/head.ts";
import { isToken } from "../../http/list.ts";
import { readStatusCode } from "../../http/start-line.ts";
import {
  checkAccept,
  checkConnection,
  checkExtensions,
  checkSubprotocol,
  checkUpgrade,
  type Failed,
  type Sent,
} from "../../rfc6455/client-fields.ts";
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

/** Never throws. `sent`: what the request asked for; `expected`: what the reference answers. */
export function compareByKey(sent: Sent, expected: Uint8Array, received: Uint8Array): Comparison {
  const [wanted, got] = [sideOf(expected), sideOf(received)];
  const rules = rulesFor(sent, got);
  const names = wanted.head.fields.map(({ name }) => lowerCase(wanted, name));
  const parts = [
    compareStatusLines(wanted, got),
    ...wanted.head.fields.map((field) => compareField(rules, wanted, field, got)),
    ...got.head.fields
      .filter((field) => !isCompared(got, field, names))
      .map((field) => beside(rules, got, field)),
    ...got.head.notFields.map((line) => noField(got, line)),
    ...behindFields(got),
  ];
  const fault = parts.find(({ match }) => match !== "same" && match !== "allowed");
  return { parts, first: fault ? differenceWords(fault) : null };
}

/** What the client says to each of its fields; null: nothing. */
interface Rule {
  readonly item: number;
  readonly fault: Failed | null;
  /** Why a value that is not the reference's passes. */
  readonly allowed: string;
}

type Rules = Readonly<Record<string, Rule>>;

function rulesFor(sent: Sent, { bytes, head: { fields } }: Side): Rules {
  return {
    upgrade: {
      item: 2,
      fault: checkUpgrade(bytes, fields),
      allowed: "Letter case does not count.",
    },
    connection: {
      item: 3,
      fault: checkConnection(bytes, fields),
      allowed: "A list with “Upgrade” in it, in any letter case, will do.",
    },
    "sec-websocket-accept": {
      item: 4,
      fault: checkAccept(sent, bytes, fields),
      allowed: "White space around it does not count.",
    },
    "sec-websocket-extensions": {
      item: 5,
      fault: checkExtensions(sent, bytes, fields),
      allowed: "A server may take what was offered, or none of it.",
    },
    "sec-websocket-protocol": {
      item: 6,
      fault: checkSubprotocol(sent, bytes, fields).fault,
      allowed: "A server may take any one of those that were offered.",
    },
  };
}

function sectionOf(item: number): string {
  return `RFC 6455 §4.1, second list, item ${item}`;
}

function compareStatusLines(wanted: Side, got: Side): ComparedPart {
  const [expected, received] = [wanted.head.startLine, got.head.startLine];
  const part = { kind: "status-line", name: "Status line", expected, received } as const;
  const differsAt = firstDifference(wanted.bytes, expected, got.bytes, received);
  const section = sectionOf(1);
  if (differsAt === null) return { ...part, match: "same", differsAt, note: null, section };
  const code = readStatusCode(got.bytes, received);
  if (code && textOf(got.bytes, code) === "101") {
    const note = "Only the code counts; the reason phrase is for people.";
    return { ...part, match: "allowed", differsAt, note, section };
  }
  const note = `It reads ${quote(got.bytes, received)}; “HTTP/1.1 101” is wanted.`;
  return { ...part, match: "different", differsAt, note, section };
}

function compareField(rules: Rules, wanted: Side, field: Field, got: Side): ComparedPart {
  const name = textOf(wanted.bytes, field.name);
  const rule = rules[name.toLowerCase()];
  const section = rule ? sectionOf(rule.item) : "hybi-04 §5.2.2";
  const other = got.head.fields.find((one) =>
    equalsIgnoringCase(got.bytes, one.name, name.toLowerCase()),
  );
  if (!other) return missing(name, field, section);
  const part = { kind: "field", name, expected: field.line, received: other.line } as const;
  const line = firstDifference(wanted.bytes, field.line, got.bytes, other.line);
  if (line === null) return { ...part, match: "same", differsAt: null, note: null, section };
  const [value = other.value] = valuesOf(got.bytes, [other], name.toLowerCase());
  const differsAt = firstDifference(wanted.bytes, field.value, got.bytes, value);
  if (differsAt === null) {
    const note = "Letter case of a name and white space around a value do not count.";
    return { ...part, match: "allowed", differsAt: line, note, section: "RFC 9110 §5.1, §5.5" };
  }
  if (rule?.fault) {
    const nth = differsAt[0] - field.value[0];
    const note =
      name === "Sec-WebSocket-Accept"
        ? `Character ${nth + 1} of ${length(field.value)}: expected ${character(wanted, field.value, nth)}, got ${character(got, value, nth)}.`
        : `Expected ${quote(wanted.bytes, field.value)}, got ${quote(got.bytes, value)}.`;
    return { ...part, match: "different", differsAt, note, section };
  }
  const note = rule?.allowed ?? "It is random, and another each time.";
  return { ...part, match: "allowed", differsAt, note, section };
}

function missing(name: string, { line }: Field, section: string): ComparedPart {
  const isChoice = name === "Sec-WebSocket-Protocol";
  return {
    ...{ kind: "field", name, expected: line, received: null, match: "missing", differsAt: null },
    note: isChoice
      ? "The RFC lets a server take none of those offered; browsers then close the connection."
      : `${name} must be there.`,
    section: isChoice ? `${section}; WHATWG WebSockets §2.2` : section,
  };
}

/** The first of each name stands beside the expected one. */
function isCompared(got: Side, field: Field, names: readonly string[]): boolean {
  const name = lowerCase(got, field.name);
  const first = got.head.fields.find((one) => lowerCase(got, one.name) === name);
  return first === field && names.includes(name);
}

function beside(rules: Rules, got: Side, { name, line, value }: Field): ComparedPart {
  if (!isToken(got.bytes, name)) return noField(got, line);
  const rule = rules[lowerCase(got, name)];
  const part = ofReceived("field", textOf(got.bytes, name), line);
  if (!rule) {
    const note = "Clients pass over fields that they do not know.";
    return { ...part, match: "allowed", note, section: "RFC 9110 §5.1" };
  }
  const section = sectionOf(rule.item);
  if (!rule.fault) return { ...part, match: "allowed", note: rule.allowed, section };
  const note = `${quote(got.bytes, value)} was not asked for, or not once more.`;
  return { ...part, match: "unexpected", note, section };
}

function noField(got: Side, line: Span): ComparedPart {
  const note = "This line is no field: a name, a colon, a value. Browsers pass over it.";
  const part = ofReceived("line", quote(got.bytes, line), line);
  return { ...part, match: "unexpected", note, section: "RFC 9112 §5" };
}

/** What the expected answer does not have. */
function ofReceived(kind: ComparedPart["kind"], name: string, received: Span | null) {
  return { kind, name, expected: null, received, differsAt: null };
}

/** The end of the head, when it is missing, and what came behind it. */
function behindFields({ bytes, head: { end } }: Side): ComparedPart[] {
  if (end === null) {
    const note = "No empty line ends the head, so the client waits for more fields.";
    const part = ofReceived("head-end", "End of the head", null);
    return [{ ...part, match: "missing", note, section: "RFC 9112 §2.1" }];
  }
  if (end === bytes.length) return [];
  const note = "The server's frames begin here; they may come at once.";
  const part = ofReceived("behind", "Behind the head", [end, bytes.length]);
  return [{ ...part, match: "allowed", note, section: "RFC 6455 §5.2" }];
}

function character({ bytes }: Side, [start, end]: Span, nth: number): string {
  return start + nth < end ? quote(bytes, [start + nth, start + nth + 1]) : "nothing";
}

function lowerCase({ bytes }: Side, span: Span): string {
  return fromLatin1(slice(bytes, span)).toLowerCase();
}
