import type { ReactNode } from "react";
import type { Finding } from "../../core/diagnosis/finding.ts";
import type { Step, StepId } from "../../core/trace/step.ts";
import { waitingFor } from "../../explain/waiting.ts";

/** Why a step could not be done, and what the draft orders. */
export function Stopped({
  step,
  title,
  findings,
}: {
  readonly step: Step;
  readonly title: (id: StepId) => string;
  readonly findings: readonly Finding[];
}): ReactNode {
  const { outcome } = step;
  if (outcome.state === "done") return null;
  if (outcome.state === "waiting")
    return <p className="stopped-note waiting">{waitingFor(step, title)}</p>;
  const finding =
    findings.find(({ code, span }) => code === outcome.code && isOf(step, span)) ??
    findings.find(({ code }) => code === outcome.code) ??
    // Of another generation's request the catalogue says that it is one, and not what it lacks.
    findings.find(({ code }) => code !== "paste-artefact") ??
    findings[0];
  return (
    <p className="stopped-note">
      <strong>{finding?.title ?? outcome.code}.</strong> {finding?.why}
    </p>
  );
}

/** The same code may be found for both keys. */
function isOf(step: Step, span: Finding["span"]): boolean {
  if (!("key" in step) || !step.key || !("offset" in step.key) || !span) return true;
  return span[0] >= step.key.offset && span[1] <= step.key.offset + step.key.bytes.length;
}
