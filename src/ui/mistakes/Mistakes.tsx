import { memo, type ReactNode } from "react";
import type { Step } from "../../core/trace/step.ts";
import type { Machine, Walk } from "../machines/machine.ts";
import { onDemand, useOnDemand } from "../on-demand.ts";
import { Pane } from "../Pane.tsx";
import type { Cursor } from "../state.ts";
import { indexOfStep } from "../steps/steps.ts";

/** The switches of a generation, and what comes of them. */
export interface Switches {
  readonly Switches: (props: SwitchesProps) => ReactNode;
}

export interface SwitchesProps {
  /** Of a request that can be answered. */
  readonly steps: readonly Step[];
  /** Of the reference, that the step has which is looked at. */
  readonly functions: readonly string[];
  readonly chosen: readonly string[];
  readonly onChoose: (mistakes: readonly string[]) => void;
}

interface Props {
  readonly machine: Machine;
  readonly walk: Walk;
  readonly cursor: Cursor;
  /** What stands above it is there: it comes last, so as to be pushed down by nothing. */
  readonly isTurn: boolean;
  readonly onMove: (cursor: Partial<Cursor>) => void;
}

const NOTHING: readonly never[] = [];

const NONE = onDemand<Switches>(async () => ({ Switches: () => null }));

/** What if the server made a mistake? Switches for the known ones, and what comes of them. */
export const Mistakes = memo(function Mistakes(props: Props): ReactNode {
  const { machine, walk, cursor, isTurn, onMove } = props;
  const known = machine.mistakes !== undefined && walk.expected !== null;
  const switches = useOnDemand(machine.mistakes ?? NONE, known && isTurn);
  if (!known || !switches) return null;
  return (
    <div id="mistakes">
      <Pane title="What if the server got it wrong?" folds startsOpen={cursor.mistakes.length > 0}>
        <switches.Switches
          steps={walk.steps}
          functions={walk.steps[indexOfStep(machine, cursor.step)]?.functions ?? NOTHING}
          chosen={cursor.mistakes}
          onChoose={(mistakes) => onMove({ mistakes })}
        />
      </Pane>
    </div>
  );
});
