import type { Conversation } from "../input/conversation.ts";
import { catalogue } from "./catalogue/index.ts";
import { type Diagnosis, diagnoseBy } from "./diagnose-by.ts";
import type { FactsOptions } from "./facts/facts.ts";
import { OF_REQUESTS } from "./request-catalogue.ts";

export type { Diagnosis, Verdict } from "./diagnose-by.ts";

/** What all findings that can apply find in a conversation: see `diagnoseBy`. Never throws. */
export function diagnose(conversation: Conversation, options: FactsOptions = {}): Diagnosis {
  const { response, clientBytes, serverBytes } = conversation;
  const isRequestAlone = !response && !clientBytes && !serverBytes;
  return diagnoseBy(isRequestAlone ? OF_REQUESTS : catalogue, conversation, options);
}
