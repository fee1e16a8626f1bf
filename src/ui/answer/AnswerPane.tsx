import { memo, type ReactNode, useId } from "react";
import type { Suspect } from "../../core/diagnosis/suspect.ts";
import type { Analysis } from "../analysis.ts";
import { onDemand, useOnDemand } from "../on-demand.ts";
import { Pane } from "../Pane.tsx";
import { type Cursor, type Input, withLarge } from "../state.ts";

interface Props {
  readonly input: Input;
  readonly analysis: Analysis;
  readonly onChange: (input: Input, how?: "push" | "replace") => void;
  readonly onMove: (cursor: Partial<Cursor>) => void;
  readonly suspects: readonly Suspect[];
}

const REPORT = onDemand(() => import("./AnswerReport.tsx"));

/** The answer that a server gave, beside the one that must come out. */
export const AnswerPane = memo(function AnswerPane(props: Props): ReactNode {
  const { input, analysis, suspects, onChange, onMove } = props;
  const id = useId();
  const received = analysis.conversation?.response ?? null;
  const cameAlong = received !== null && analysis.answer === null;
  const report = useOnDemand(REPORT, received !== null);
  const isLarge = input.large?.answer !== undefined;
  const change = (answer: string, how?: "push"): void =>
    onChange({ ...input, answer, large: withLarge(input.large, "answer") }, how);
  return (
    <Pane
      title="The answer your server gave"
      titleId="answer-title"
      aside={
        input.answer === "" ? (
          <span className="dim">{cameAlong ? "came with the paste" : "optional"}</span>
        ) : (
          <button type="button" className="quiet" onClick={() => change("", "push")}>
            Clear<span className="visually-hidden"> the answer</span>
          </button>
        )
      }
    >
      <div className="answer">
        <div>
          <label className="note" htmlFor={`${id}-answer`}>
            {cameAlong
              ? "The paste above holds it. Another one, put here, takes its place."
              : "Paste it to see the first byte that differs, what the draft says of it, what a real browser does, and which mistake makes exactly those bytes."}
          </label>
          <textarea
            id={`${id}-answer`}
            className="plain-box"
            rows={input.answer === "" ? 3 : 9}
            value={input.answer}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
            translate="no"
            placeholder="HTTP/1.1 101 … as text, hex, or any other way you have it"
            readOnly={isLarge}
            onChange={(event) => change(event.target.value)}
          />
          {isLarge && (
            <p className="note">Its beginning is shown. All of it was read. Clear to start anew.</p>
          )}
          {analysis.answer && (
            <ul className="chips" aria-label="The answer was read as">
              <li>{analysis.answer.format}</li>
              {analysis.answer.lost.map(({ what, note }) => (
                <li key={`${what} ${note}`}>{note}</li>
              ))}
            </ul>
          )}
        </div>
        {received && report && analysis.conversation && (
          <report.AnswerReport
            conversation={analysis.conversation}
            expected={analysis.walk.expected}
            suspects={suspects}
            steps={analysis.walk.steps}
            secure={input.secure || undefined}
            onMove={onMove}
          />
        )}
      </div>
    </Pane>
  );
});
