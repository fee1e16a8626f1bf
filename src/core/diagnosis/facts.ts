/** Everything that findings are made of, computed once for a conversation by the functions of the core. */
import type { Generation } from "../generation.ts";
import type { Conversation, Loss } from "../input/conversation.ts";
import type { Place } from "./finding.ts";
import { type RequestFacts, readRequestFacts } from "./request-facts.ts";

export interface Facts {
  readonly conversation: Conversation;
  readonly generation: Generation | "http" | "unknown";
  /** Null when the paste held none. */
  readonly request: RequestFacts | null;
}

/** Never throws. */
export function readFacts(conversation: Conversation): Facts {
  const request = conversation.request ? readRequestFacts(conversation.request) : null;
  return { conversation, generation: request?.generation ?? "unknown", request };
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

function sideOf(loss: Loss): Place {
  return loss.in === "request" || loss.in === "response" ? loss.in : "frames";
}
