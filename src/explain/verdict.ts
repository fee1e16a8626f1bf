/** The sentence over everything. */
import type { Report } from "../core/analyse.ts";
import type { Span } from "../core/bytes/span.ts";
import type { Finding } from "../core/diagnosis/finding.ts";
import type { DivisionStep, StepId } from "../core/trace/step.ts";

interface VerdictWords {
  readonly sentence: string;
  readonly detail: string;
  /** The step that shows it, when there is one to go to. */
  readonly goTo: StepId | null;
  readonly span: Span | null;
}

export function verdictOf(report: Report): VerdictWords {
  const { verdict, findings, steps, expected } = report;
  if (steps.length === 0) {
    return {
      sentence: "Paste the request that your server got.",
      detail: "Or take one of the examples.",
      goTo: null,
      span: null,
    };
  }
  if (verdict === "accept" && expected) {
    const [first, second] = steps.filter((step) => step.id.endsWith("-division")) as DivisionStep[];
    return {
      sentence: `A hixie-76 request that a server must answer with these ${expected.length} bytes.`,
      detail: `Keys ${first?.keyNumber} ÷ ${first?.spaces} and ${second?.keyNumber} ÷ ${second?.spaces}.`,
      goTo: null,
      span: null,
    };
  }
  const first =
    findings.find(({ level }) => level === (verdict === "refuse" ? "error" : "warning")) ??
    findings[0];
  const others = findings.filter(({ level }) => level === "error").length - 1;
  const goTo = first ? stepOf(report, first) : null;
  return {
    sentence:
      verdict === "refuse"
        ? `A server must refuse this: ${decapitalised(first?.title ?? "")} (${first?.section}).`
        : `${first?.title ?? "This is not a handshake that can be judged"}.`,
    detail: verdict === "refuse" && others > 0 ? `And ${others} more below.` : "",
    goTo,
    span: first?.in === "request" ? first.span : null,
  };
}

function stepOf({ steps }: Report, { code }: Finding): StepId {
  const stopped = steps.find(
    (step) => step.outcome.state === "stopped" && step.outcome.code === code,
  );
  return stopped?.id ?? "read-request";
}

function decapitalised(title: string): string {
  return /^[A-Z][a-z]/.test(title) ? title.charAt(0).toLowerCase() + title.slice(1) : title;
}
