import type { Generation } from "../generation.ts";
import type { Conversation } from "../input/conversation.ts";
import { HIXIE75_CLIENTS } from "./hixie75-clients.ts";
import { HIXIE76_CLIENTS } from "./hixie76-clients.ts";
import { HYBI_CLIENTS } from "./hybi-clients.ts";
import { type Clients, type JudgeOptions, judgeBy, judgedAs } from "./judge-by.ts";
import type { Judgement } from "./judgement.ts";
import { RFC6455_CLIENTS } from "./rfc6455-clients.ts";

/**
 * What each client that speaks the conversation's generation makes of the response, the one that follows the text to the letter
 * first. A client of which the conversation does not tell enough is left out. Never throws.
 */
export function judge(conversation: Conversation, options: JudgeOptions = {}): Judgement[] {
  const clients = CLIENTS[judgedAs(conversation)];
  return clients ? judgeBy(clients, conversation, options) : [];
}

const CLIENTS: Readonly<Record<Generation | "http" | "unknown", Clients | null>> = {
  "hixie-75": HIXIE75_CLIENTS,
  "hixie-76": HIXIE76_CLIENTS,
  "hybi-01": HIXIE76_CLIENTS,
  "hybi-04": HYBI_CLIENTS,
  "hybi-05": HYBI_CLIENTS,
  "hybi-06": HYBI_CLIENTS,
  "hybi-07": HYBI_CLIENTS,
  "hybi-08": HYBI_CLIENTS,
  rfc6455: RFC6455_CLIENTS,
  http: null,
  unknown: null,
};
