/** What is wrong with a conversation. The catalogue comes after the page, and its findings on answers when there is an answer. */
import { useMemo } from "react";
import type { Diagnosis } from "../core/diagnosis/diagnose-by.ts";
import type { FactsOptions } from "../core/diagnosis/facts/facts.ts";
import type { Conversation } from "../core/input/conversation.ts";
import { onDemand, useOnDemand } from "./on-demand.ts";

const DIAGNOSE = onDemand(() => import("../core/diagnosis/diagnose-by.ts"));
const REQUESTS = onDemand(() => import("../core/diagnosis/request-catalogue.ts"));
const ANSWERS = onDemand(() => import("../core/diagnosis/answer-catalogue.ts"));
const LATER_ANSWERS = onDemand(() => import("../core/diagnosis/later-answer-catalogue.ts"));

const REFUSALS = onDemand(() => import("../core/diagnosis/refusal-findings.ts"));

/** What is known besides a conversation. `all`: what was pasted with it. Without `secure`, whether it was encrypted is not known. */
export function useFactsOptions(
  conversation: Conversation | null,
  all: readonly Conversation[],
  secure: boolean,
): FactsOptions {
  return useMemo(
    () => ({ others: all.filter((other) => other !== conversation), ...(secure && { secure }) }),
    [conversation, all, secure],
  );
}

/** Null without a conversation, and until what it needs has come. */
export function useDiagnosis(
  conversation: Conversation | null,
  options: FactsOptions,
): Diagnosis | null {
  const diagnosing = useOnDemand(DIAGNOSE, true);
  const requests = useOnDemand(REQUESTS, true);
  const hasAnswer = conversation?.response !== undefined;
  const answers = useOnDemand(ANSWERS, hasAnswer);
  const later = useOnDemand(LATER_ANSWERS, hasAnswer);
  // The first digit of the status: other answers have no words to explain.
  const refusals = useOnDemand(REFUSALS, hasAnswer && conversation.response?.[9] !== 0x31);
  return useMemo(() => {
    if (!conversation || !diagnosing || !requests) return null;
    if (hasAnswer && !(answers && later)) return null;
    const ofAnswers = [...(answers?.OF_ANSWERS ?? []), ...(later?.OF_LATER_ANSWERS ?? [])];
    const catalogue = [...requests.OF_REQUESTS, ...(hasAnswer ? ofAnswers : [])];
    const told = diagnosing.diagnoseBy(catalogue, conversation, options);
    const words = refusals?.refusalFindings(conversation, told.findings) ?? [];
    return { ...told, findings: [...told.findings, ...words] };
  }, [conversation, options, diagnosing, requests, answers, later, refusals, hasAnswer]);
}
