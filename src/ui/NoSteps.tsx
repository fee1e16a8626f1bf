import type { ReactNode } from "react";
import type { Conversation } from "../core/input/conversation.ts";
import { noStepsWords } from "../explain/no-steps.ts";
import { Pane } from "./Pane.tsx";

/** In the place of the steps, and where the link that skips to them leads. */
export function NoSteps({ given }: { readonly given: Conversation | null }): ReactNode {
  const answered = given?.response !== undefined;
  const { title, sentences } = noStepsWords({
    asked: given?.request !== undefined,
    answered,
  });
  return (
    <Pane title="Steps">
      <div className="stack">
        <h3 id="step-title" className="step-title" tabIndex={-1}>
          {title}
        </h3>
        <p className="step-words">{sentences}</p>
        {answered && (
          <button type="button" onClick={() => document.getElementById("answer-title")?.focus()}>
            Go to the answer
          </button>
        )}
      </div>
    </Pane>
  );
}
