/** The request that a client of a generation sends for a connection, or why it sends none. */
import { concat } from "../bytes/ascii.ts";
import { encodeUtf8 } from "../bytes/utf8.ts";
import type { Generation } from "../generation.ts";
import { makeRequest as makeHixie75 } from "../hixie75/client.ts";
import { makeRequest as makeHixie76 } from "../hixie76/client.ts";
import { readHead } from "../http/head.ts";
import { isToken } from "../http/list.ts";
import { makeRequest as makeHybi } from "../hybi/client.ts";
import { makeRequest as makeRfc6455 } from "../rfc6455/client.ts";
import { type Connection, namesIn } from "./connection.ts";
import { namesOne } from "./marks.ts";

/** A whole number from 0 to `max`, each as likely. */
export type Random = (max: number) => number;

/**
 * What was asked for and a generation has no words for: that there is no origin, more than one subprotocol, extensions that are
 * newer than it is.
 */
export type Unsaid = "absent-origin" | "other-subprotocols" | "extensions";

export type Made =
  | { readonly request: Uint8Array; readonly unsaid: readonly Unsaid[] }
  /** Code of what a client of that generation must not send. */
  | { readonly refusal: string };

/** `secure`: by wss. Never throws. */
export function makeAs(
  generation: Generation,
  connection: Connection,
  secure: boolean,
  random: Random,
): Made {
  return namesOne(generation)
    ? makeWithOneName(generation, connection, secure, random)
    : makeWithList(generation, connection, secure, random);
}

type OneName = "hixie-75" | "hixie-76" | "hybi-01";

function makeWithOneName(
  generation: OneName,
  connection: Connection,
  secure: boolean,
  random: Random,
): Made {
  const { origin, extensions, subprotocols } = connection;
  const protocol = subprotocols[0] ?? null;
  // hybi-00 §4.1: U+0020 to U+007E.
  if (protocol !== null && !/^[ -~]+$/.test(protocol)) return { refusal: "subprotocol-invalid" };
  const opening = {
    ...openingOf(connection, secure),
    // The ASCII serialization of an origin that is nobody's.
    origin: origin ?? "null",
    protocol,
  };
  const unsaid: Unsaid[] = [];
  if (origin === null) unsaid.push("absent-origin");
  if (subprotocols.length > 1) unsaid.push("other-subprotocols");
  if (extensions !== null) unsaid.push("extensions");
  if (generation === "hixie-75") return { request: makeHixie75(opening).bytes, unsaid };
  const { bytes } = makeHixie76(opening, random);
  return { request: generation === "hybi-01" ? withDraft(bytes) : bytes, unsaid };
}

function makeWithList(
  generation: Exclude<Generation, OneName>,
  connection: Connection,
  secure: boolean,
  random: Random,
): Made {
  const { origin, extensions } = connection;
  const protocols = connection.subprotocols.flatMap(namesIn);
  // RFC 6455 §4.1 item 10: tokens, each of them once.
  if (!protocols.every(isName)) return { refusal: "subprotocol-invalid" };
  if (new Set(protocols).size < protocols.length) return { refusal: "subprotocol-repeated" };
  const opening = { ...openingOf(connection, secure), origin, protocols };
  if (generation === "rfc6455") {
    return { request: makeRfc6455({ ...opening, extensions }, random).bytes, unsaid: [] };
  }
  return {
    request: makeHybi({ ...opening, draft: generation }, random).bytes,
    unsaid: extensions === null ? [] : ["extensions"],
  };
}

function openingOf({ resource, host, port }: Connection, secure: boolean) {
  return { secure, host, port: port ?? (secure ? 443 : 80), resource };
}

/** Of the drafts hybi-01 to -03, the second and the third said which they were, and both said 2. */
function withDraft(bytes: Uint8Array): Uint8Array {
  const blank = (readHead(bytes).end ?? bytes.length) - 2;
  return concat(bytes.subarray(0, blank), "Sec-WebSocket-Draft: 2\r\n", bytes.subarray(blank));
}

function isName(name: string): boolean {
  const bytes = encodeUtf8(name);
  return isToken(bytes, [0, bytes.length]);
}
