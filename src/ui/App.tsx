import { type ReactNode, useCallback, useMemo, useRef } from "react";
import type { Mark, Step } from "../core/trace/step.ts";
import { TITLES } from "../explain/titles.ts";
import { analysisOf } from "./analysis.ts";
import { Bar } from "./Bar.tsx";
import { BytesPane } from "./BytesPane.tsx";
import { useDiagnosis } from "./diagnosis.ts";
import { Mistakes } from "./Mistakes.tsx";
import { onDemand, useOnDemand } from "./on-demand.ts";
import { Pane } from "./Pane.tsx";
import { usePointing } from "./pointing.ts";
import { RequestPane } from "./RequestPane.tsx";
import { ResponsePane } from "./ResponsePane.tsx";
import { useReading } from "./reading.ts";
import { StepPane } from "./StepPane.tsx";
import type { Cursor, Input, Selection } from "./state.ts";
import { indexOfStep, placesOfStep } from "./steps.ts";
import { useLinkedState } from "./use-linked-state.ts";
import { useUndo } from "./use-undo.ts";
import { useUndoKeys } from "./use-undo-keys.ts";
import { Verdict } from "./Verdict.tsx";

const REFERENCE = onDemand(() => import("./ReferencePane.tsx"));

const EDITOR = onDemand(async () => ({
  ...(await import("./edit-bytes.ts")),
  ...(await import("./input-of.ts")),
}));
const MESSAGE = onDemand(() => import("./MessagePane.tsx"));
const FINDINGS = onDemand(() => import("./Findings.tsx"));
const ANSWER = onDemand(() => import("./answer/AnswerPane.tsx"));

const NOTHING: readonly never[] = [];

/** All state is what the reader gave and where the reader looks; everything else is derived from these. */
export function App(): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const { state, change, problems, opened } = useLinkedState();
  const { input, cursor } = state;
  const reading = useReading(input);
  const analysis = useMemo(() => analysisOf(reading, input.secure), [reading, input.secure]);
  const diagnosis = useDiagnosis(analysis.conversation, input.secure);
  const findings = diagnosis?.findings ?? NOTHING;
  const step = analysis.steps[indexOfStep(cursor.step)];

  const setInput = useCallback(
    (next: Input, how: "push" | "replace" = "replace") => change({ input: next }, how),
    [change],
  );
  const setCursor = useCallback(
    (next: Partial<Cursor>) => change({ cursor: next }, "replace"),
    [change],
  );
  const select = useCallback(
    (selection: Selection | null) => change({ cursor: { selection } }, "replace"),
    [change],
  );

  const editor = useOnDemand(EDITOR, true);
  const editing = useMemo(
    () =>
      editor && {
        editBytes: editor.editBytes,
        onEdit: (bytes: Uint8Array) =>
          change({ input: { ...input, ...editor.requestInput(bytes) } }, "replace"),
      },
    [editor, change, input],
  );
  const restore = useCallback((past: Input) => change({ input: past }, "push"), [change]);
  const message = analysis.conversation?.message;
  const messages = useOnDemand(MESSAGE, message !== undefined);
  const found = useOnDemand(FINDINGS, true);
  const answer = useOnDemand(ANSWER, true);
  const reference = useOnDemand(REFERENCE, true);
  const undo = useUndo(input, opened, restore);
  useUndoKeys(root, undo);

  usePointing(root, analysis.steps, restingPlaces(cursor, step, analysis.requestMarks));

  return (
    <div ref={root}>
      <button
        type="button"
        className="skip"
        onClick={() => document.getElementById("step-title")?.focus()}
      >
        Skip to the steps
      </button>
      <Bar change={change} />
      <Verdict
        analysis={analysis}
        diagnosis={diagnosis}
        problems={problems}
        onGo={(id) => setCursor({ step: id })}
        onSelect={select}
      />
      <main className="panes">
        <div className="column">
          <RequestPane input={input} analysis={analysis} undo={undo} onChange={setInput} />
          <BytesPane
            place="request"
            title="Bytes"
            label="Bytes of the request"
            bytes={analysis.request}
            marks={analysis.requestMarks}
            describe={analysis.describeRequest}
            selection={cursor.selection}
            onSelect={select}
            editing={editing ?? undefined}
          />
        </div>
        <div className="column">
          {step && (
            <StepPane
              step={step}
              steps={analysis.steps}
              findings={findings}
              cursor={cursor}
              onMove={setCursor}
              onSelect={select}
            />
          )}
          {message && messages && <messages.MessagePane message={message} />}
          {found && (
            <found.Findings
              findings={findings}
              conversation={analysis.conversation}
              secure={input.secure || undefined}
              onSelect={select}
            />
          )}
          <Mistakes steps={analysis.steps} cursor={cursor} onMove={setCursor} />
        </div>
        <div className="column">
          <ResponsePane analysis={analysis} selection={cursor.selection} onSelect={select} />
          {reference ? (
            <reference.ReferencePane
              functions={step?.functions ?? NOTHING}
              stepTitle={TITLES[cursor.step]}
              agrees={analysis.agrees}
            />
          ) : (
            <Pane title="Reference" folds flush>
              <div className="source" />
            </Pane>
          )}
        </div>
        {answer && (
          <answer.AnswerPane
            input={input}
            analysis={analysis}
            suspects={diagnosis?.suspects ?? NOTHING}
            onChange={setInput}
            onMove={setCursor}
          />
        )}
      </main>
      <footer className="colophon">
        <p>
          Nothing you paste leaves this page: it works without a network once it is loaded, and its
          content security policy forbids every connection. Sections are those of
          draft-ietf-hybi-thewebsocketprotocol-00, the same text as draft-hixie-76.
        </p>
      </footer>
      <div id="announcer" role="status" />
    </div>
  );
}

/** What is lit while nothing is pointed at: the selection, or else what the step works on. */
function restingPlaces(
  { selection, round }: Cursor,
  step: Step | undefined,
  marks: readonly Mark[],
): string {
  if (selection) return `${selection.in}:${selection.span[0]}-${selection.span[1]}`;
  return step ? placesOfStep(step, marks, round).join(" ") : "";
}
