import { memo, type ReactNode } from "react";
import type { Finding } from "../core/diagnosis/finding.ts";
import type { Step } from "../core/trace/step.ts";
import { STEP_IDS } from "../core/trace/step.ts";
import { TITLES, WORDS, waitingFor } from "../explain/words.ts";
import { onDemand, useOnDemand } from "./on-demand.ts";
import { ReadRequest } from "./pictures/ReadRequest.tsx";
import { Stepper } from "./Stepper.tsx";
import type { Cursor, Selection } from "./state.ts";
import { indexOfStep } from "./steps.ts";

interface Props {
  readonly step: Step;
  readonly steps: readonly Step[];
  readonly findings: readonly Finding[];
  readonly cursor: Cursor;
  readonly onMove: (cursor: Partial<Cursor>) => void;
  readonly onSelect: (selection: Selection | null) => void;
}

/** The picture of the first step is there with the page; the others come right after it. */
const PICTURES = onDemand(() => import("./pictures/Picture.tsx"));

export const StepPane = memo(function StepPane(props: Props): ReactNode {
  const { step, steps, findings, cursor, onMove, onSelect } = props;
  const pictures = useOnDemand(PICTURES, true);
  return (
    <section className="pane" aria-labelledby="step-title">
      <header>
        <h2>
          Step {indexOfStep(step.id) + 1} of {STEP_IDS.length}
        </h2>
        <span className="dim">{step.section}</span>
      </header>
      <div className="pane-body step">
        <Stepper cursor={cursor} steps={steps} onMove={onMove} />
        <h3 id="step-title" className="step-title" tabIndex={-1}>
          {TITLES[step.id]}
        </h3>
        <p className="step-words">{WORDS[step.id]}</p>
        <Stopped step={step} findings={findings} />
        <div className="picture">
          {step.id === "read-request" ? (
            <ReadRequest step={step} onSelect={onSelect} />
          ) : (
            pictures && (
              <pictures.Picture
                step={step}
                round={cursor.round}
                onMove={onMove}
                onSelect={onSelect}
              />
            )
          )}
        </div>
      </div>
    </section>
  );
});

/** Why a step could not be done, and what the draft orders. */
function Stopped({
  step,
  findings,
}: {
  readonly step: Step;
  readonly findings: readonly Finding[];
}): ReactNode {
  const { outcome } = step;
  if (outcome.state === "done") return null;
  if (outcome.state === "waiting")
    return <p className="stopped-note waiting">{waitingFor(step)}</p>;
  const finding =
    findings.find(({ code, span }) => code === outcome.code && isOf(step, span)) ??
    findings.find(({ code }) => code === outcome.code);
  return (
    <p className="stopped-note">
      <strong>{finding?.title ?? outcome.code}.</strong> {finding?.why}
    </p>
  );
}

/** The same code may be found for both keys. */
function isOf(step: Step, span: Finding["span"]): boolean {
  if (!("key" in step) || !step.key || !span) return true;
  return span[0] >= step.key.offset && span[1] <= step.key.offset + step.key.bytes.length;
}
