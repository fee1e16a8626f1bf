/**
 * What can be known of a response, held against the request it answers. Clients of hixie-75 and -76 want five things repeated to
 * them to the letter (§4.1 step 41), and 76 the digest; `wanted` says what each must be, so far as the request tells.
 */
import { equalsIgnoringCase, fromLatin1, isDigit } from "../../bytes/ascii.ts";
import { length, type Span, slice } from "../../bytes/span.ts";
import { type Asked, readAsked } from "../../clients/asked.ts";
import { type Generation, recogniseAnswer } from "../../generation.ts";
import { find } from "../../hixie76/request.ts";
import { type Head, readHead } from "../../http/head.ts";
import { textOf } from "./header-words.ts";
import { findOddBytes, type OddBytes } from "./odd-bytes.ts";
import type { RequestFacts } from "./request-facts.ts";
import { shifted } from "./shifted-head.ts";
import { splitStartLine } from "./start-line.ts";

export const DIGEST_LENGTH = 16;

export interface ResponseFacts extends OddBytes {
  readonly bytes: Uint8Array;
  /** Where the status line begins, 0 in order: where "HTTP/" stands, or a code between spaces. Null when it is nowhere. */
  readonly startsAt: number | null;
  /** Of the message from there on. */
  readonly head: Head;
  readonly statusAt: Span;
  /** Null when no three digits stand there. */
  readonly status: number | null;
  /** As which generation it answers. */
  readonly generation: Generation | "http" | "unknown";
  readonly evidenceAt: Span | null;
  /** Whose rules it must keep, from the request if there is one; null when they are none of these two. */
  readonly rules: "hixie-75" | "hixie-76" | null;
  /** A 101 under those rules, to be compared field by field. */
  readonly comparable: boolean;
  readonly wanted: Asked;
  /** The answer says wss and the request cannot tell; then `wanted` takes its word for it. */
  readonly takenAsSecure: boolean;
  /** What came behind the head: up to 16 bytes in 76, none in 75. Null when the head has no end. */
  readonly reply: Span | null;
  /** What came behind that. */
  readonly behind: Span | null;
}

/** Never throws. `secure`: whether the page opened wss, if that is known. */
export function readResponseFacts(
  bytes: Uint8Array,
  request: RequestFacts | null,
  secure: boolean | undefined,
): ResponseFacts {
  const startsAt = findStart(bytes);
  const head = shifted(readHead(bytes.subarray(startsAt ?? 0)), startsAt ?? 0);
  const [, statusAt] = splitStartLine(bytes, head.startLine);
  const status = readStatus(bytes, statusAt);
  const asked = rulesAsked(request);
  const { generation, span: evidenceAt } = recogniseAnswer(bytes, head, asked);
  const rules = request ? asked : rulesAnswered(generation);
  const takenAsSecure = secure === undefined && saysSecure(bytes, head, rules);
  const bodyAt = head.end;
  const replyEnd = (bodyAt ?? 0) + (rules === "hixie-76" ? DIGEST_LENGTH : 0);
  const split = Math.min(bytes.length, replyEnd);
  return {
    bytes,
    startsAt,
    head,
    statusAt,
    status,
    generation,
    evidenceAt,
    rules,
    comparable: status === 101 && rules !== null && !isOtherAnswer(generation, rules),
    wanted: wantedBy(request, secure ?? takenAsSecure),
    takenAsSecure,
    reply: bodyAt === null ? null : [bodyAt, split],
    behind: bodyAt === null || split === bytes.length ? null : [split, bytes.length],
    ...findOddBytes(bytes, head),
  };
}

/** Far enough for a banner or a PHP warning. */
const FARTHEST_START = 8192;

/** To WebKit. */
const LONGEST_STATUS_LINE = 1024;

function findStart(bytes: Uint8Array): number | null {
  const beginning = textOf(bytes, [0, Math.min(bytes.length, LONGEST_STATUS_LINE)]);
  // Without a reason it could be a field, too.
  const coded = /^([^ \n]* \d{3} |[^ \n:]* \d{3}\r?\n)/.exec(beginning);
  // Behind a byte order mark too the code stands between spaces.
  if (coded) return Math.max(0, coded[0].toLowerCase().indexOf("http/"));
  const last = Math.min(bytes.length - 5, FARTHEST_START);
  for (let at = 0; at <= last; at++) {
    if (equalsIgnoringCase(bytes, [at, at + 5], "http/")) return at;
  }
  return null;
}

function readStatus(bytes: Uint8Array, span: Span): number | null {
  const digits = slice(bytes, span);
  return digits.length === 3 && digits.every(isDigit) ? Number(fromLatin1(digits)) : null;
}

function rulesAsked(request: RequestFacts | null): ResponseFacts["rules"] {
  if (request?.numberedKeys) return "hixie-76";
  return request?.generation === "hixie-75" ? "hixie-75" : null;
}

function rulesAnswered(generation: ResponseFacts["generation"]): ResponseFacts["rules"] {
  return generation === "hixie-76" || generation === "hixie-75" ? generation : null;
}

/** Whether it has the fields of another generation. */
function isOtherAnswer(
  generation: ResponseFacts["generation"],
  rules: ResponseFacts["rules"],
): boolean {
  return generation !== rules && generation !== "http" && generation !== "unknown";
}

function saysSecure(bytes: Uint8Array, head: Head, rules: ResponseFacts["rules"]): boolean {
  const span = find(bytes, head.fields, answerFieldName(rules, "location").toLowerCase());
  return span !== null && equalsIgnoringCase(bytes, [span[0], span[0] + 6], "wss://");
}

function wantedBy(request: RequestFacts | null, secure: boolean): Asked {
  const asked = readAsked(request?.bytes, secure);
  if (request?.generation !== "hixie-75") return asked;
  const { bytes, head } = request;
  const subprotocol = find(bytes, head.fields, "websocket-protocol");
  return { ...asked, subprotocol: subprotocol ? slice(bytes, subprotocol) : new Uint8Array(0) };
}

/** The field of an answer that 76 calls Sec-WebSocket-… and 75 WebSocket-…. */
export function answerField(
  { bytes, head, rules }: ResponseFacts,
  name: "origin" | "location" | "protocol",
): Span | null {
  return find(bytes, head.fields, answerFieldName(rules, name).toLowerCase());
}

export function answerFieldName(
  rules: ResponseFacts["rules"],
  name: "origin" | "location" | "protocol",
): string {
  const capital = { origin: "Origin", location: "Location", protocol: "Protocol" }[name];
  return rules === "hixie-75" ? `WebSocket-${capital}` : `Sec-WebSocket-${capital}`;
}

/** How a value stands to the one wanted; WebKit skips every space behind the colon, the draft one. */
export type Likeness = "same" | "same-behind-spaces" | "different";

export function likeness(bytes: Uint8Array, span: Span, wanted: Uint8Array): Likeness {
  const at = span[1] - wanted.length;
  if (at < span[0]) return "different";
  for (let i = 0; i < wanted.length; i++) {
    if (bytes[at + i] !== wanted[i]) return "different";
  }
  if (at === span[0]) return "same";
  return slice(bytes, [span[0], at]).every((byte) => byte === 0x20)
    ? "same-behind-spaces"
    : "different";
}

/** Whether a digest can be held against the one that must come out. */
export function replyIs({ bytes, reply, wanted }: ResponseFacts): "right" | "wrong" | null {
  if (reply === null || length(reply) < DIGEST_LENGTH || wanted.expected === null) return null;
  return likeness(bytes, reply, wanted.expected) === "same" ? "right" : "wrong";
}
