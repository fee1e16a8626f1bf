import { useMemo } from "react";
import type { Diagnosis } from "../core/diagnosis/diagnose.ts";
import type { Conversation } from "../core/input/conversation.ts";
import { onDemand, useOnDemand } from "./on-demand.ts";

const CATALOGUE = onDemand(() => import("../core/diagnosis/diagnose.ts"));

/** What is wrong with a conversation; without `secure`, whether it was encrypted counts as not known. Null without one, and until the catalogue has come, right after the page. */
export function useDiagnosis(conversation: Conversation | null, secure: boolean): Diagnosis | null {
  const catalogue = useOnDemand(CATALOGUE, true);
  return useMemo(
    () =>
      catalogue && conversation ? catalogue.diagnose(conversation, secure ? { secure } : {}) : null,
    [catalogue, conversation, secure],
  );
}
