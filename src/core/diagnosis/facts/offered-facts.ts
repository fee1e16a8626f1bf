/** What a request from hybi-04 on offers, and what its 101 takes of it: subprotocols and extensions, each with its place. */
import { length, type Span } from "../../bytes/span.ts";
import { elements, isToken } from "../../http/list.ts";
import { elementsIn, isByKey, type KeyAnswer, keyAnswer, valuesIn } from "../compare/by-key.ts";
import type { Facts } from "./facts.ts";
import { textOf } from "./header-words.ts";
import type { RequestFacts } from "./request-facts.ts";

export interface Name {
  readonly name: string;
  readonly span: Span;
}

/** In the client's order of preference. */
export function offeredSubprotocols({ bytes, head }: RequestFacts): readonly Name[] {
  const values = valuesIn(bytes, head, "sec-websocket-protocol");
  return elements(bytes, values).map((span) => ({ name: textOf(bytes, span), span }));
}

export interface SubprotocolAnswer extends KeyAnswer {
  readonly offered: readonly Name[];
  /** All that the answer names, empty names too. */
  readonly named: readonly Name[];
  /** Whether a browser asked: only browsers say for which page. */
  readonly isBrowser: boolean;
}

/** Null without both messages. */
export function subprotocolAnswer(facts: Facts): SubprotocolAnswer | null {
  const { request } = facts;
  const answer = keyAnswer(facts);
  if (!request || !answer) return null;
  const { bytes, head } = answer;
  const origins = ["origin", "sec-websocket-origin"];
  return {
    ...answer,
    offered: offeredSubprotocols(request),
    named: elementsIn(bytes, head, "sec-websocket-protocol").map((span) => ({
      name: textOf(bytes, span),
      span,
    })),
    isBrowser: origins.some((name) => valuesIn(request.bytes, request.head, name).length > 0),
  };
}

export interface BadOffer extends Name {
  readonly fault: "invalid" | "repeated";
}

/** Names offered twice, or that are no tokens: what RFC 6455 §4.1 item 10 does not let a client offer. */
export function badOffers(request: RequestFacts | null): readonly BadOffer[] {
  if (!request || !isByKey(request.generation)) return [];
  const { bytes, head } = request;
  const values = valuesIn(bytes, head, "sec-websocket-protocol");
  const offered = offeredSubprotocols(request);
  const [empty] = values.filter((value) => length(value) === 0);
  if (empty && offered.length === 0) return [{ name: "", span: empty, fault: "invalid" }];
  const bad: BadOffer[] = [];
  const seen = new Set<string>();
  for (const { name, span } of offered) {
    if (!isToken(bytes, span)) bad.push({ name, span, fault: "invalid" });
    else if (seen.has(name)) bad.push({ name, span, fault: "repeated" });
    seen.add(name);
  }
  return bad;
}
