import { memo, type ReactNode } from "react";
import type { Hixie76Step, ResponseHeadStep, ResponseStep } from "../core/trace/hixie76-step.ts";
import { onDemand, useOnDemand } from "./on-demand.ts";
import { Pane } from "./Pane.tsx";
import type { Cursor } from "./state.ts";

const SWITCHES = onDemand(() => import("./MistakeSwitches.tsx"));

interface Props {
  readonly steps: readonly Hixie76Step[];
  readonly cursor: Cursor;
  readonly onMove: (cursor: Partial<Cursor>) => void;
}

/** What if the server made a mistake? Switches for the known ones, and what comes of them. */
export const Mistakes = memo(function Mistakes({ steps, cursor, onMove }: Props): ReactNode {
  const head = steps.find((step): step is ResponseHeadStep => step.id === "response-head");
  const sent = steps.find((step): step is ResponseStep => step.id === "response");
  const request = steps.find((step) => step.id === "read-request")?.request;
  const known = request && sent?.response && sent.digest && head?.head;
  const switches = useOnDemand(SWITCHES, Boolean(known));
  if (!known || !sent.response || !sent.digest || !head?.head) return null;
  return (
    <div id="mistakes">
      <Pane title="What if the server got it wrong?" folds startsOpen={cursor.mistakes.length > 0}>
        {switches && (
          <switches.MistakeSwitches
            request={request}
            head={head.head}
            right={sent.response.subarray(...sent.digest)}
            chosen={cursor.mistakes}
            secure={head.secure}
            onChoose={(mistakes) => onMove({ mistakes })}
          />
        )}
      </Pane>
    </div>
  );
});
