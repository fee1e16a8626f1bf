import { memo, type ReactNode } from "react";
import type { Finding } from "../core/diagnosis/finding.ts";
import type { Step } from "../core/trace/step.ts";
import { STEP_IDS } from "../core/trace/step.ts";
import { FIRST_WORDS, TITLES } from "../explain/titles.ts";
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
        <p className="step-words">{pictures ? pictures.WORDS[step.id] : FIRST_WORDS}</p>
        {pictures && <pictures.Stopped step={step} findings={findings} />}
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
