import type { Conversation } from "../input/conversation.ts";
import { catalogue } from "./catalogue/index.ts";
import { type Diagnosis, diagnoseBy } from "./diagnose-by.ts";
import type { FactsOptions } from "./facts.ts";

export type { Diagnosis, Verdict } from "./diagnose-by.ts";

/** What the whole catalogue finds in a conversation: see `diagnoseBy`. Never throws. */
export function diagnose(conversation: Conversation, options: FactsOptions = {}): Diagnosis {
  return diagnoseBy(catalogue, conversation, options);
}
