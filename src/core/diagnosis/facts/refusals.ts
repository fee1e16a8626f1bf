/**
 * Every reason for which the references of hixie-75, and of hybi-04 to RFC 6455, refuse a request. Each procedure is asked by itself,
 * in the order in which `readRequest` of its generation asks them, so the first code is the one that it throws. Those of hixie-76
 * are read with its keys, in request-facts.ts.
 */

import { attempt, refused } from "../../attempt.ts";
import type { Span } from "../../bytes/span.ts";
import type { Generation } from "../../generation.ts";
import * as hixie75 from "../../hixie75/request.ts";
import type { Head } from "../../http/head.ts";
import { checkLines, readTarget } from "../../http/start-line.ts";
import * as hybi from "../../hybi/request.ts";
import * as rfc6455 from "../../rfc6455/request.ts";
import { isByKey, type KeyGeneration } from "../compare/by-key.ts";

type WithoutNumberedKeys = "hixie-75" | KeyGeneration;

export function isWithoutNumberedKeys(
  generation: Generation | "http" | "unknown",
): generation is WithoutNumberedKeys {
  return generation === "hixie-75" || isByKey(generation);
}

export interface Refusals {
  /** Codes, without repetition. */
  readonly refusals: readonly string[];
  readonly resource: Span | null;
}

/** Never throws. */
export function readRefusals(
  generation: WithoutNumberedKeys,
  bytes: Uint8Array,
  head: Head,
): Refusals {
  const resource = attempt(() => readTarget(bytes, head.startLine));
  const outcomes = [
    resource,
    attempt(() => checkLines(bytes, head)),
    ...proceduresOf(generation, bytes, head).map(attempt),
  ];
  const codes = outcomes.filter(refused).map(({ code }) => code);
  return { refusals: [...new Set(codes)], resource: refused(resource) ? null : resource };
}

type Procedure = () => unknown;

function proceduresOf(
  generation: WithoutNumberedKeys,
  bytes: Uint8Array,
  { fields }: Head,
): readonly Procedure[] {
  if (generation === "hixie-75") {
    return [
      () => hixie75.checkUpgrade(bytes, fields),
      () => hixie75.checkConnection(bytes, fields),
      () => hixie75.readHost(bytes, fields),
      () => hixie75.readOrigin(bytes, fields),
      () => hixie75.readSubprotocol(bytes, fields),
    ];
  }
  if (generation === "rfc6455") {
    return [
      () => rfc6455.readHost(bytes, fields),
      () => rfc6455.checkUpgrade(bytes, fields),
      () => rfc6455.checkConnection(bytes, fields),
      () => rfc6455.readKey(bytes, fields),
      () => rfc6455.checkVersion(bytes, fields),
      () => rfc6455.readSubprotocols(bytes, fields),
      () => rfc6455.readOfferedExtensions(bytes, fields),
    ];
  }
  return [
    () => hybi.readHost(bytes, fields),
    () => hybi.checkUpgrade(bytes, fields),
    () => hybi.checkConnection(bytes, fields),
    () => hybi.readKey(bytes, fields),
    () => hybi.readDraft(bytes, fields),
    () => hybi.readSubprotocols(bytes, fields),
  ];
}
