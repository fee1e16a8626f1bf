import { judge } from "./clients/judge.ts";
import type { Judgement } from "./clients/judgement.ts";
import { diagnose, type Verdict } from "./diagnosis/diagnose.ts";
import type { FactsOptions } from "./diagnosis/facts/facts.ts";
import type { Finding } from "./diagnosis/finding.ts";
import { messageFindings } from "./diagnosis/message-findings.ts";
import { refusalFindings } from "./diagnosis/refusal-findings.ts";
import type { Suspect } from "./diagnosis/suspect.ts";
import type { Generation } from "./generation.ts";
import type { Conversation } from "./input/conversation.ts";
import type { Step } from "./trace/step.ts";
import { trace } from "./trace/trace.ts";

export interface Report {
  readonly generation: Generation | "http" | "unknown";
  readonly verdict: Verdict;
  /** The whole response that must come out; null when there must be none, or when bytes are missing to make it. */
  readonly expected: Uint8Array | null;
  readonly findings: readonly Finding[];
  readonly suspects: readonly Suspect[];
  readonly clients: readonly Judgement[];
  readonly steps: readonly Step[];
}

/**
 * All that can be said about a conversation. `secure`: the connection was encrypted; left out when that is not known. `others`:
 * conversations with the same server, which may have mixed them up. Never throws.
 */
export function analyse(conversation: Conversation, options: FactsOptions = {}): Report {
  const { generation, findings, verdict, suspects } = diagnose(conversation, options);
  const steps = conversation.request ? trace(conversation.request, generation, options) : [];
  const sent = steps.find((step) => step.id === "response");
  return {
    generation,
    verdict,
    expected: sent?.response ?? null,
    findings: [
      ...messageFindings(conversation, generation !== "unknown"),
      ...findings,
      ...refusalFindings(conversation, findings),
    ],
    suspects,
    clients: judge(conversation, options),
    steps,
  };
}
