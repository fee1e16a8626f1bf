/**
 * What can be known of a request. Each procedure of its generation's reference is asked by itself, in the order in which `answer` asks
 * them, so `refusals` begins with the code that `answer` throws and holds all the others too.
 */
import type { Span } from "../bytes/span.ts";
import { type Generation, recogniseGeneration } from "../generation.ts";
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
} from "../hixie76/request.ts";
import { type Field, type Head, readHead } from "../http/head.ts";
import { attempt, refused } from "./attempt.ts";
import { type KeyFacts, readKeyFacts } from "./key-facts.ts";
import { findOddBytes, type OddBytes } from "./odd-bytes.ts";
import { isWithoutNumberedKeys, readRefusals } from "./refusals.ts";

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
  const { fields } = head;
  const { generation, evidence, span: evidenceAt } = recogniseGeneration(bytes, head);
  const numberedKeys = generation === "hixie-76" || generation === "hybi-01";
  const odd = findOddBytes(bytes, head);
  const known = { bytes, head, generation, evidence, evidenceAt, numberedKeys, ...odd };
  if (isWithoutNumberedKeys(generation)) {
    return { ...known, ...NO_KEYS, ...readRefusals(generation, bytes, head) };
  }
  const refusals: string[] = [];
  const ask = <T>(procedure: () => T): T | null => {
    const outcome = attempt(procedure);
    if (!refused(outcome)) return outcome;
    if (!refusals.includes(outcome.code)) refusals.push(outcome.code);
    return null;
  };

  // What is no HTTP has no lines to find fault with.
  const isHttp = generation !== "unknown";
  if (!isHttp) refusals.push("not-http");
  const resource = isHttp ? ask(() => readResource(bytes, head.startLine)) : null;
  if (isHttp) ask(() => checkLines(bytes, head));
  const lines: RequestFacts = { ...known, ...NO_KEYS, refusals, resource };
  if (!numberedKeys) return lines;

  ask(() => checkUpgrade(bytes, fields));
  ask(() => checkConnection(bytes, fields));
  const host = ask(() => readHost(bytes, fields));
  const origin = ask(() => readOrigin(bytes, fields));
  const subprotocol = ask(() => readSubprotocol(bytes, fields));
  ask(() => readKey(bytes, fields, "sec-websocket-key1"));
  ask(() => readKey(bytes, fields, "sec-websocket-key2"));
  const { end } = head;
  const key3 = end === null ? null : ask(() => readKey3(bytes, end));
  const key1s = findAll(bytes, fields, "sec-websocket-key1");
  const key2s = findAll(bytes, fields, "sec-websocket-key2");
  const keys: KeyFacts[] = [];
  if (key1s.length === 1) keys.push(readKeyFacts(bytes, "Key 1", key1s[0] as Field));
  if (key2s.length === 1) keys.push(readKeyFacts(bytes, "Key 2", key2s[0] as Field));
  for (const key of keys) {
    for (const code of key.refusals) if (!refusals.includes(code)) refusals.push(code);
  }
  return { ...lines, host, origin, subprotocol, key1s, key2s, keys, key3 };
}

const NO_KEYS = {
  host: null,
  origin: null,
  subprotocol: null,
  key1s: [],
  key2s: [],
  keys: [],
  key3: null,
} as const;
