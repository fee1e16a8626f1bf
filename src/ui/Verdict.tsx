import { memo, type ReactNode, useEffect, useRef } from "react";
import type { Diagnosis } from "../core/diagnosis/diagnose.ts";
import type { StepId } from "../core/trace/step.ts";
import { verdictOf } from "../explain/verdict.ts";
import type { Analysis } from "./analysis.ts";
import type { Selection } from "./state.ts";

interface Props {
  readonly analysis: Analysis;
  readonly diagnosis: Diagnosis | null;
  /** What a damaged link could not say. */
  readonly problems: readonly string[];
  readonly onGo: (step: StepId) => void;
  readonly onSelect: (selection: Selection) => void;
}

/** In milliseconds. */
const REST = 300;

const MARKS = { accept: "✓", refuse: "✗", unknown: "?" } as const;

export const Verdict = memo(function Verdict({
  analysis,
  diagnosis,
  problems,
  onGo,
  onSelect,
}: Props): ReactNode {
  const { verdict, sentence, detail, goTo, span } = verdictOf(
    {
      pending: analysis.pending,
      steps: analysis.walk.steps,
      summary: analysis.walk.summary,
      asked: analysis.conversation?.request !== undefined,
      answered: analysis.conversation?.response !== undefined,
      message: analysis.conversation?.message,
    },
    diagnosis,
  );

  const titled = useRef(false);
  useEffect(() => {
    const name = (): void => {
      document.title = `${sentence.replace(/\.$/, "")} – Handshake 101`;
    };
    // Later ones wait until nobody types: to name a window costs as much as to draw half of this page.
    if (titled.current) {
      const timer = setTimeout(name, REST);
      return () => clearTimeout(timer);
    }
    titled.current = true;
    name();
  }, [sentence]);

  return (
    <>
      {problems.length > 0 && (
        <div className="verdict unknown" role="alert">
          <span className="mark" aria-hidden="true">
            !
          </span>
          <p>{problems.join(" ")}</p>
        </div>
      )}
      <section className={`verdict ${verdict}`} aria-label="Verdict">
        <span className="mark" aria-hidden="true">
          {MARKS[verdict]}
        </span>
        <p role="status">
          {sentence} <span className="dim">{detail}</span>
        </p>
        {goTo && (
          <button
            type="button"
            onClick={() => {
              if (goTo !== "answer") onGo(goTo);
              if (span) onSelect({ in: "request", span });
              document.getElementById(goTo === "answer" ? "answer-title" : "step-title")?.focus();
            }}
          >
            Go to it
          </button>
        )}
      </section>
    </>
  );
});
