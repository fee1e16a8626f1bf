import { memo, type ReactNode } from "react";
import type { Finding } from "../../core/diagnosis/finding.ts";
import type { ReadRequestStep } from "../../core/trace/hixie76-step.ts";
import type { Step } from "../../core/trace/step.ts";
import { FIRST_WORDS } from "../../explain/hixie76/titles.ts";
import type { Machine, Walk } from "../machines/machine.ts";
import { useOnDemand } from "../on-demand.ts";
import { ReadRequest } from "../pictures/hixie76/ReadRequest.tsx";
import type { Cursor, Selection } from "../state.ts";
import { Stepper } from "./Stepper.tsx";
import { indexOfStep, roundOf } from "./steps.ts";

interface Props {
  readonly machine: Machine;
  readonly walk: Walk;
  /** Where the cursor is. */
  readonly step: Step;
  readonly findings: readonly Finding[];
  readonly cursor: Cursor;
  readonly onMove: (cursor: Partial<Cursor>) => void;
  readonly onSelect: (selection: Selection | null) => void;
}

export const StepPane = memo(function StepPane(props: Props): ReactNode {
  const { machine, walk, step, findings, cursor, onMove, onSelect } = props;
  const pictures = useOnDemand(machine.pictures, true);
  const index = indexOfStep(machine, cursor.step);
  // This picture is there with the page; the others come right after it.
  const isFirst = machine.folder === "hixie76" && step.id === "read-request";
  return (
    <section className="pane" aria-labelledby="step-title">
      <header>
        <h2>
          Step {index + 1} of {machine.ids.length}
        </h2>
        <span className="dim">{step.section}</span>
      </header>
      <div className="pane-body step">
        <Stepper machine={machine} cursor={cursor} steps={walk.steps} onMove={onMove} />
        <h3 id="step-title" className="step-title" tabIndex={-1}>
          {machine.title(step.id)}
        </h3>
        <p className="step-words">{pictures?.words(step.id) ?? (isFirst && FIRST_WORDS)}</p>
        {pictures && <pictures.Stopped step={step} title={machine.title} findings={findings} />}
        <div className="picture">
          {isFirst ? (
            <ReadRequest step={step as ReadRequestStep} onSelect={onSelect} />
          ) : (
            pictures && (
              <pictures.Picture
                step={step}
                round={roundOf(machine, cursor)}
                mistakes={cursor.mistakes}
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
