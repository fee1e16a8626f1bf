/** Everything that findings are made of, computed once for a conversation by the functions of the core. */
import { concat } from "../../bytes/ascii.ts";
import { length, slice } from "../../bytes/span.ts";
import type { Generation } from "../../generation.ts";
import type { Field, Head } from "../../http/head.ts";
import type { Conversation, Loss } from "../../input/conversation.ts";
import { isTakenOut } from "../../input/losses/redacted.ts";
import { keyAnswer } from "../compare/by-key.ts";
import type { Place } from "../finding.ts";
import type { Suspect } from "../suspect.ts";
import { findSuspects } from "../suspects/find.ts";
import { type AcceptFacts, readAcceptFacts } from "./accept-facts.ts";
import type { OddBytes } from "./odd-bytes.ts";
import { type RequestFacts, readRequestFacts } from "./request-facts.ts";
import { type ResponseFacts, readResponseFacts, replyIs } from "./response-facts.ts";

export interface Facts {
  readonly conversation: Conversation;
  /** Of the request; without one, that which the response answers as. */
  readonly generation: Generation | "http" | "unknown";
  /** Null when the paste held none. */
  readonly request: RequestFacts | null;
  readonly response: ResponseFacts | null;
  /** Whether the page opened wss; absent when that is not known. */
  readonly secure?: boolean;
  /** Of the messages that look like HTTP. */
  readonly heads: readonly MessageHead[];
  /** Of a 101 by the rules of hybi-04 and later. */
  readonly accept: AcceptFacts | null;
  /** Known mistakes that make exactly the digest or the accept that was received. */
  readonly suspects: readonly Suspect[];
}

export interface FactsOptions {
  /** Whether the page opened wss; left out when that is not known. */
  readonly secure?: boolean;
  /** Other conversations with the same server, which may have mixed them up. */
  readonly others?: readonly Conversation[];
}

/** What both messages have in common. */
export interface MessageHead extends OddBytes {
  readonly in: "request" | "response";
  readonly bytes: Uint8Array;
  readonly head: Head;
  /** Whose rules are to be cited. */
  readonly generation: Generation | "http" | "unknown";
}

/** Never throws. */
export function readFacts(
  conversation: Conversation,
  { secure, others = [] }: FactsOptions = {},
): Facts {
  const request = conversation.request ? readRequestFacts(conversation.request) : null;
  const response = conversation.response
    ? readResponseFacts(conversation.response, request, secure)
    : null;
  const answer = keyAnswer({ request, response });
  const accept = answer && readAcceptFacts(request, answer, others);
  const suspects = request && response ? suspectsOf(conversation, request, response) : [];
  return {
    conversation,
    generation: request?.generation ?? response?.generation ?? "unknown",
    request,
    response,
    heads: headsOf(request, response),
    accept,
    suspects: accept?.suspects ?? suspects,
    ...(secure !== undefined && { secure }),
  };
}

/** What made the bytes behind the head, unless they are the right ones. The search is long only when a digest came that is wrong. */
function suspectsOf(
  { serverBytes, lost, exact }: Conversation,
  request: RequestFacts,
  response: ResponseFacts,
): Suspect[] {
  const { comparable, rules, reply, bytes } = response;
  if (!comparable || rules !== "hixie-76" || reply === null) return [];
  // Without the keys, even the digest of the draft's example may be the right one.
  if (!exact && [...request.key1s, ...request.key2s].some((key) => isGone(request, key))) return [];
  const remains = lost.find((loss) => loss.in === "response" && loss.remains)?.remains;
  if (remains) return findSuspects(request.bytes, remains);
  // No digest, or something behind a right one, can be the paste's.
  if (!exact && (length(reply) === 0 || replyIs(response) === "right")) return [];
  // A reply that is text is longer than 16 bytes, and may have been divided when it was read.
  return findSuspects(request.bytes, concat(bytes.subarray(reply[0]), serverBytes ?? ""));
}

/** Taken out before it was pasted. */
function isGone({ bytes }: RequestFacts, { value }: Field): boolean {
  return isTakenOut("Sec-WebSocket-Key1", slice(bytes, value));
}

function headsOf(request: RequestFacts | null, response: ResponseFacts | null): MessageHead[] {
  const heads: MessageHead[] = [];
  if (request && request.generation !== "unknown") heads.push(headOf("request", request));
  if (response && response.startsAt !== null) heads.push(headOf("response", response));
  return heads;
}

function headOf(
  place: MessageHead["in"],
  { bytes, head, generation, controls, hasHighBytes }: Omit<MessageHead, "in">,
): MessageHead {
  return { in: place, bytes, head, generation, controls, hasHighBytes };
}

/** The first loss of one of these kinds on that side of the conversation, or null. */
export function lossOf(
  { exact, lost }: Conversation,
  place: Place,
  kinds: readonly Loss["what"][],
): Loss | null {
  if (exact) return null;
  for (const loss of lost) {
    if (sideOf(loss) === place && kinds.includes(loss.what)) return loss;
  }
  return null;
}

export function sideOf(loss: Loss): Place {
  return loss.in === "request" || loss.in === "response" ? loss.in : "frames";
}
