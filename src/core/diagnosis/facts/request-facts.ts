/**
 * What can be known of a request. Each procedure of its generation's reference is asked by itself, in the order in which `answer` asks
 * them, so `refusals` begins with the code that `answer` throws and holds all the others too.
 */

import { attempt, refused } from "../../attempt.ts";
import type { Span } from "../../bytes/span.ts";
import { type Generation, recogniseGeneration } from "../../generation.ts";
import {
  checkConnection,
  checkLines,
  checkUpgrade,
  findAll,
  readHost,
  readKey,
  readKey3,
  readOrigin,
  readResource,
  readSubprotocol,
} from "../../hixie76/request.ts";
import { type Field, type Head, readHead } from "../../http/head.ts";
import { type KeyFacts, readKeyFacts } from "./key-facts.ts";
import { findOddBytes, type OddBytes } from "./odd-bytes.ts";
import { isWithoutNumberedKeys, type Refusals, readRefusals } from "./refusals.ts";

export interface RequestFacts extends OddBytes {
  readonly bytes: Uint8Array;
  readonly head: Head;
  readonly generation: Generation | "http" | "unknown";
  readonly evidence: string;
  readonly evidenceAt: Span | null;
  /** The handshake of hixie-76: two numbered keys and eight bytes. hybi-01 to -03 kept it. */
  readonly numberedKeys: boolean;
  /** Codes of the reference, without repetition, in its order. */
  readonly refusals: readonly string[];
  readonly resource: Span | null;
  readonly host: Span | null;
  readonly origin: Span | null;
  readonly subprotocol: Span | null;
  readonly key1s: readonly Field[];
  readonly key2s: readonly Field[];
  /** Of the keys that stand there exactly once: Key 1 before Key 2, whatever their order on the wire. */
  readonly keys: readonly KeyFacts[];
  readonly key3: Span | null;
}

/** Never throws. */
export function readRequestFacts(bytes: Uint8Array): RequestFacts {
  const head = readHead(bytes);
  const { generation, evidence, span: evidenceAt } = recogniseGeneration(bytes, head);
  const { controls, hasHighBytes } = findOddBytes(bytes, head);
  const numberedKeys = generation === "hixie-76" || generation === "hybi-01";
  const { refusals, resource } = isWithoutNumberedKeys(generation)
    ? readRefusals(generation, bytes, head)
    : readLines(generation, bytes, head);
  const keys = numberedKeys ? readNumberedKeys(bytes, head, refusals) : NO_KEYS;
  // Written out, since to spread objects into it costs more than all that they hold.
  return {
    bytes,
    head,
    generation,
    evidence,
    evidenceAt,
    numberedKeys,
    controls,
    hasHighBytes,
    refusals: keys.refusals ?? refusals,
    resource,
    host: keys.host,
    origin: keys.origin,
    subprotocol: keys.subprotocol,
    key1s: keys.key1s,
    key2s: keys.key2s,
    keys: keys.keys,
    key3: keys.key3,
  };
}

/** The codes that procedures stop with, one after the other, each once. */
class Asking {
  readonly refusals: string[];

  constructor(refusals: readonly string[] = []) {
    this.refusals = [...refusals];
  }

  ask<T>(procedure: () => T): T | null {
    const outcome = attempt(procedure);
    if (!refused(outcome)) return outcome;
    this.refuse(outcome.code);
    return null;
  }

  refuse(code: string): void {
    if (!this.refusals.includes(code)) this.refusals.push(code);
  }
}

/** Of hixie-76, of plain HTTP, and of what is no HTTP and has no lines to find fault with. */
function readLines(
  generation: RequestFacts["generation"],
  bytes: Uint8Array,
  head: Head,
): Refusals {
  if (generation === "unknown") return { refusals: ["not-http"], resource: null };
  const asking = new Asking();
  const resource = asking.ask(() => readResource(bytes, head.startLine));
  asking.ask(() => checkLines(bytes, head));
  return { refusals: asking.refusals, resource };
}

type NumberedKeys = Pick<
  RequestFacts,
  "host" | "origin" | "subprotocol" | "key1s" | "key2s" | "keys" | "key3"
> & {
  /** With those that stood before; null when nothing was asked. */
  readonly refusals: readonly string[] | null;
};

const NO_KEYS: NumberedKeys = {
  refusals: null,
  host: null,
  origin: null,
  subprotocol: null,
  key1s: [],
  key2s: [],
  keys: [],
  key3: null,
};

function readNumberedKeys(
  bytes: Uint8Array,
  { fields, end }: Head,
  before: readonly string[],
): NumberedKeys {
  const asking = new Asking(before);
  asking.ask(() => checkUpgrade(bytes, fields));
  asking.ask(() => checkConnection(bytes, fields));
  const host = asking.ask(() => readHost(bytes, fields));
  const origin = asking.ask(() => readOrigin(bytes, fields));
  const subprotocol = asking.ask(() => readSubprotocol(bytes, fields));
  asking.ask(() => readKey(bytes, fields, "sec-websocket-key1"));
  asking.ask(() => readKey(bytes, fields, "sec-websocket-key2"));
  const key3 = end === null ? null : asking.ask(() => readKey3(bytes, end));
  const key1s = findAll(bytes, fields, "sec-websocket-key1");
  const key2s = findAll(bytes, fields, "sec-websocket-key2");
  const keys: KeyFacts[] = [];
  if (key1s.length === 1) keys.push(readKeyFacts(bytes, "Key 1", key1s[0] as Field));
  if (key2s.length === 1) keys.push(readKeyFacts(bytes, "Key 2", key2s[0] as Field));
  for (const key of keys) for (const code of key.refusals) asking.refuse(code);
  return {
    refusals: asking.refusals,
    host,
    origin,
    subprotocol,
    key1s,
    key2s,
    keys,
    key3,
  };
}
