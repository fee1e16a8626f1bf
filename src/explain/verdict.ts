/** The sentence over everything. */

import type { Span } from "../core/bytes/span.ts";
import type { Diagnosis, Verdict } from "../core/diagnosis/diagnose.ts";
import type { Finding } from "../core/diagnosis/finding.ts";
import type { Step, StepId } from "../core/trace/step.ts";

interface VerdictWords {
  readonly verdict: Verdict;
  readonly sentence: string;
  readonly detail: string;
  /** The step that shows it, or the answer, when there is something to go to. */
  readonly goTo: StepId | "answer" | null;
  readonly span: Span | null;
}

/** What the sentence is made of; all but the diagnosis is known at once. */
interface Evidence {
  readonly pending: boolean;
  readonly steps: readonly Step[];
  /** Whether there is a request. */
  readonly asked: boolean;
  /** Of a request that can be answered. */
  readonly summary: { readonly sentence: string; readonly detail: string } | null;
  readonly answered: boolean;
  /** A message from a console, when the paste is only that. */
  readonly message: string | undefined;
}

export function verdictOf(evidence: Evidence, diagnosis: Diagnosis | null): VerdictWords {
  const { steps, summary, asked, answered, pending, message } = evidence;
  if (summary && answered && diagnosis?.verdict === "accept") {
    return {
      verdict: "accept",
      sentence: "The answer is the one that must come out: a client accepts it.",
      detail: "Any differences are allowed: each part is compared below.",
      goTo: null,
      span: null,
    };
  }
  if (pending) return waiting("Reading what you pasted…");
  if (summary && !answered && diagnosis?.verdict !== "refuse" && diagnosis?.verdict !== "unknown") {
    return { verdict: "accept", ...summary, goTo: null, span: null };
  }
  if (message !== undefined && steps.length === 0 && !answered) {
    return waiting(
      "This is a message about a handshake, not the handshake.",
      "What it means stands below; to say what is wrong, the bytes are needed.",
    );
  }
  if (steps.length === 0 && !diagnosis) {
    return waiting("Paste the request that your server got.", "Or take one of the examples.");
  }
  if (!diagnosis) return waiting("Looking for what is wrong…");
  if (!asked && diagnosis.verdict === "unknown") {
    return waiting(
      "This is an answer without the request it belongs to.",
      "Paste both, one behind the other, to have them judged.",
    );
  }
  return judged(steps, diagnosis);
}

function waiting(sentence: string, detail = ""): VerdictWords {
  return { verdict: "unknown", sentence, detail, goTo: null, span: null };
}

function judged(steps: readonly Step[], { verdict, lacks, findings }: Diagnosis): VerdictWords {
  const weight = verdict === "refuse" ? "error" : "warning";
  const weighty = findings.find(({ level }) => level === weight);
  if (!weighty && lacks !== null) return waiting(`${lacks}.`);
  const first =
    weighty ??
    // What the paste did to it is not what it is.
    findings.find(({ code }) => code !== "paste-artefact") ??
    findings[0];
  const others = findings.filter(({ level }) => level === "error").length - 1;
  const title = first?.title ?? "This is not a handshake that can be judged";
  return {
    verdict,
    sentence:
      verdict === "refuse" ? `${whoRefuses(first)}: ${title} (${first?.section}).` : `${title}.`,
    detail: verdict === "refuse" && others > 0 ? `And ${others} more below.` : "",
    goTo: first ? placeOf(steps, first) : null,
    span: first?.in === "request" ? first.span : null,
  };
}

const WHO_REFUSES = {
  request: "A server must refuse this",
  response: "A client must refuse this answer",
  frames: "The connection fails behind the handshake",
} as const;

/** A client that follows the RFC goes on with these; a browser does not. */
const ONLY_BROWSERS_REFUSE: readonly string[] = ["subprotocol-not-echoed"];

function whoRefuses(first: Finding | undefined): string {
  if (first && ONLY_BROWSERS_REFUSE.includes(first.code)) return "A browser refuses this answer";
  return WHO_REFUSES[first?.in ?? "request"];
}

function placeOf(steps: readonly Step[], { code, in: place }: Finding): StepId | "answer" | null {
  if (place === "response") return "answer";
  if (steps.length === 0) return null;
  const stopped = steps.find(({ outcome }) => outcome.state === "stopped" && outcome.code === code);
  return stopped?.id ?? "read-request";
}
