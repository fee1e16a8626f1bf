import type { Conversation } from "../input/conversation.ts";
import { catalogue } from "./catalogue/index.ts";
import { type Diagnosis, diagnoseBy } from "./diagnose-by.ts";

export type { Diagnosis, Verdict } from "./diagnose-by.ts";

/** What the whole catalogue finds in a conversation: see `diagnoseBy`. Never throws. */
export function diagnose(
  conversation: Conversation,
  options: { readonly secure?: boolean } = {},
): Diagnosis {
  return diagnoseBy(catalogue, conversation, options);
}
