import { useMemo } from "react";
import type { Diagnosis } from "../core/diagnosis/diagnose.ts";
import type { Conversation } from "../core/input/conversation.ts";
import { onDemand, useOnDemand } from "./on-demand.ts";

const CATALOGUE = onDemand(() => import("../core/diagnosis/diagnose.ts"));

/** What is wrong with a conversation. Null without one, and until the catalogue has come, right after the page. */
export function useDiagnosis(conversation: Conversation | null): Diagnosis | null {
  const catalogue = useOnDemand(CATALOGUE, true);
  return useMemo(
    () => (catalogue && conversation ? catalogue.diagnose(conversation) : null),
    [catalogue, conversation],
  );
}
