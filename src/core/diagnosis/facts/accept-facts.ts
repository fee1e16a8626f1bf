/**
 * Sec-WebSocket-Accept of a 101, held against what the key of the request asks for (RFC 6455 §4.2.2 item 5.4; the same since
 * hybi-04), and the known mistakes that make the one that came.
 */
import { CR, concat, LF } from "../../bytes/ascii.ts";
import { length, type Span, slice } from "../../bytes/span.ts";
import { type Head, readHead } from "../../http/head.ts";
import type { Conversation } from "../../input/conversation.ts";
import { isTakenOut } from "../../input/losses/redacted.ts";
import { accept as acceptOf } from "../../rfc6455/handshake.ts";
import { findAcceptSuspects } from "../accept-suspects/find.ts";
import type { AcceptSuspect } from "../accept-suspects/suspect.ts";
import { type KeyAnswer, valuesIn } from "../compare/by-key.ts";
import { textOf } from "./header-words.ts";
import { offeredSubprotocols } from "./offered-facts.ts";
import type { RequestFacts } from "./request-facts.ts";

export interface AcceptFacts {
  /** The first of its name, without white space around it; null when there is none. */
  readonly span: Span | null;
  /** What the key asks for; null when it is not there, or not what was sent. */
  readonly wanted: string | null;
  /** Null when it is missing, or nothing to hold it against. */
  readonly is: "right" | "wrong" | null;
  readonly suspects: readonly AcceptSuspect[];
}

/** `answer`: a 101 by the rules of hybi-04 and later. `others`: with the same server. */
export function readAcceptFacts(
  request: RequestFacts | null,
  { bytes, head }: KeyAnswer,
  others: readonly Conversation[],
): AcceptFacts {
  const [span = null] = valuesIn(bytes, head, "sec-websocket-accept");
  const key = request && readKey(request);
  const wanted = key && acceptOf(key);
  if (!span || !key) return { span, wanted, is: null, suspects: [] };
  const is = textOf(bytes, span) === wanted ? "right" : "wrong";
  const behind = breakBehind(bytes, head, span[1]);
  if (is === "right" && behind === "") return { span, wanted, is, suspects: [] };
  const hints = { otherKeys: keysOf(others), appended: namesIn(request) };
  const received = concat(slice(bytes, span), behind);
  const raw = rawIn(bytes, head, span);
  // First, since a part of it may be explained as well.
  const ofRaw = raw === null ? [] : findAcceptSuspects(key, raw, hints);
  const suspects = ofRaw.length > 0 ? ofRaw : findAcceptSuspects(key, received, hints);
  return { span, wanted, is, suspects };
}

/** Null when it is missing or somebody has taken it out. */
function readKey({ bytes, head }: RequestFacts): Uint8Array | null {
  const [key] = valuesIn(bytes, head, "sec-websocket-key");
  if (!key || length(key) === 0) return null;
  const value = slice(bytes, key);
  return isTakenOut("Sec-WebSocket-Key", value) ? null : value;
}

function keysOf(conversations: readonly Conversation[]): readonly string[] {
  return conversations.flatMap(({ request: bytes }) => {
    if (!bytes) return [];
    return valuesIn(bytes, readHead(bytes), "sec-websocket-key").map((key) => textOf(bytes, key));
  });
}

/** Texts that a server has at hand: subprotocols, and the path. */
function namesIn(request: RequestFacts): readonly string[] {
  const { bytes, resource } = request;
  const subprotocols = offeredSubprotocols(request).map(({ name }) => name);
  return resource ? [...subprotocols, textOf(bytes, resource)] : subprotocols;
}

/** The length of SHA-1's digest, which may hold anything when it is sent as it is, even what ends its line. */
const RAW = 20;

/** Null for text. White space at its edges and line ends are bytes of it like others: it begins one space behind the colon. */
function rawIn(bytes: Uint8Array, { fields }: Head, [start]: Span): Uint8Array | null {
  const field = fields.findLast(({ line }) => line[0] <= start);
  const from = field ? Math.min(field.value[0], start) : start;
  const raw = bytes.subarray(from, from + RAW);
  return raw.every(isPrintable) ? null : raw;
}

function isPrintable(byte: number): boolean {
  return byte >= 0x20 && byte < 0x7f;
}

/** A line break too many: another kind than on the other lines, or an empty line with fields behind it. */
function breakBehind(bytes: Uint8Array, { bareLf, end }: Head, at: number): string {
  if (bytes[at] === LF && bareLf.length === 1) return "\n";
  const isLast = bytes[at] === CR && end === at + 4;
  return isLast && /^(\r\n|[\w-]+: )/.test(textOf(bytes, [end, Math.min(end + 40, bytes.length)]))
    ? "\r\n"
    : "";
}
