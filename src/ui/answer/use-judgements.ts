/** What clients make of an answer. Only those of its generation are loaded. */
import { useMemo } from "react";
import { type Clients, judgeBy, judgedAs } from "../../core/clients/judge-by.ts";
import type { Judgement } from "../../core/clients/judgement.ts";
import type { Generation } from "../../core/generation.ts";
import type { Conversation } from "../../core/input/conversation.ts";
import { type OnDemand, onDemand, useOnDemand } from "../on-demand.ts";

const HIXIE75 = onDemand(
  async () => (await import("../../core/clients/hixie75-clients.ts")).HIXIE75_CLIENTS,
);
const HIXIE76 = onDemand(
  async () => (await import("../../core/clients/hixie76-clients.ts")).HIXIE76_CLIENTS,
);
const HYBI = onDemand(
  async () => (await import("../../core/clients/hybi-clients.ts")).HYBI_CLIENTS,
);
const RFC6455 = onDemand(
  async () => (await import("../../core/clients/rfc6455-clients.ts")).RFC6455_CLIENTS,
);
const NONE = onDemand(async () => null);

const CLIENTS: Readonly<Record<Generation | "http" | "unknown", OnDemand<Clients | null>>> = {
  "hixie-75": HIXIE75,
  "hixie-76": HIXIE76,
  "hybi-01": HIXIE76,
  "hybi-04": HYBI,
  "hybi-05": HYBI,
  "hybi-06": HYBI,
  "hybi-07": HYBI,
  "hybi-08": HYBI,
  rfc6455: RFC6455,
  http: NONE,
  unknown: NONE,
};

interface Judged {
  readonly generation: Generation | "http" | "unknown";
  /** Empty until the clients have come. */
  readonly judgements: readonly Judgement[];
}

/** `secure` undefined: whether the page opened wss is not known. */
export function useJudgements(conversation: Conversation, secure: boolean | undefined): Judged {
  const generation = useMemo(() => judgedAs(conversation), [conversation]);
  const clients = useOnDemand(CLIENTS[generation], true);
  const judgements = useMemo(
    () => (clients ? judgeBy(clients, conversation, secure === undefined ? {} : { secure }) : []),
    [clients, conversation, secure],
  );
  return { generation, judgements };
}
