/** From a conversation to what is wrong with it: facts once, every finding of the catalogue asked, the weightiest first. */
import type { Generation } from "../generation.ts";
import type { Conversation } from "../input/conversation.ts";
import type { Entry } from "./define-finding.ts";
import { type Facts, lossOf, readFacts } from "./facts.ts";
import type { Finding, Level } from "./finding.ts";
import { replyIs } from "./response-facts.ts";
import type { Suspect } from "./suspects/suspect.ts";

export type Verdict = "accept" | "refuse" | "unknown";

export interface Diagnosis {
  readonly generation: Generation | "http" | "unknown";
  /** Errors first, and among them the one that a peer stops at first; then warnings, then what is worth knowing. */
  readonly findings: readonly Finding[];
  /** refuse: something must fail on this evidence; unknown: the evidence does not suffice. */
  readonly verdict: Verdict;
  /** Known mistakes that make exactly the digest that came. */
  readonly suspects: readonly Suspect[];
}

/**
 * Never throws. `secure`: whether the page opened wss; left out when that is not known, and then a location that says wss is
 * neither right nor wrong.
 */
export function diagnoseBy(
  catalogue: readonly Entry[],
  conversation: Conversation,
  options: { readonly secure?: boolean } = {},
): Diagnosis {
  const facts = readFacts(conversation, options);
  const findings: Finding[] = [];
  for (const entry of catalogue) {
    const found = entry.find(facts);
    for (const finding of found) findings.push(finding);
  }
  return {
    generation: facts.generation,
    findings: sorted(findings, facts),
    verdict: verdictOn(findings, facts),
    suspects: facts.suspects,
  };
}

const WEIGHT: Readonly<Record<Level, number>> = { error: 0, warning: 1, info: 2, good: 3 };

/**
 * By level; then what the server meets before what the client does. Sorting is stable, so findings on the request keep the
 * catalogue's order, but for the reference's own first refusal; those on the response follow the steps of §4.1 that they cite.
 */
function sorted(findings: Finding[], { request }: Facts): Finding[] {
  const firstRefusal = request?.refusals[0];
  const when = ({ code, in: place, section }: Finding): number =>
    place === "request"
      ? code === firstRefusal
        ? 0
        : 1
      : place === "response"
        ? stepOf(section)
        : 99;
  return findings.sort((a, b) => WEIGHT[a.level] - WEIGHT[b.level] || when(a) - when(b));
}

/** Of the first step of hybi-00 §4.1 in a section, 28 to 45; behind them what cites none. */
function stepOf(section: string): number {
  const step = /§4\.1 steps? (\d+)/.exec(section)?.[1];
  return step === undefined ? 46 : Number(step);
}

function verdictOn(findings: readonly Finding[], facts: Facts): Verdict {
  if (findings.some(({ level }) => level === "error")) return "refuse";
  const { request, response, conversation } = facts;
  // Refused by the reference, but not by a finding: then a damaged paste stands between.
  if (!request?.numberedKeys || request.refusals.length > 0) return "unknown";
  if (lossOf(conversation, "request", ["key3"])) return "unknown";
  if (response === null) return "accept";
  if (response.takenAsSecure) return "unknown";
  return response.comparable && replyIs(response) === "right" ? "accept" : "unknown";
}
