import { type ReactNode, useCallback, useMemo, useRef, useState } from "react";
import { COLON } from "../core/bytes/ascii.ts";
import { recogniseGeneration } from "../core/generation.ts";
import type { Place } from "../core/trace/provenance.ts";
import { analysisOf } from "./analysis.ts";
import { Bar } from "./bar/Bar.tsx";
import { BytesPane } from "./bytes/BytesPane.tsx";
import { useDiagnosis, useFactsOptions } from "./diagnosis.ts";
import { useLinkedState } from "./link/use-linked-state.ts";
import { HIXIE76 } from "./machines/hixie76.ts";
import { useMachine } from "./machines/use-machine.ts";
import { Mistakes } from "./mistakes/Mistakes.tsx";
import { onDemand, useOnDemand } from "./on-demand.ts";
import { Pane } from "./Pane.tsx";
import { usePointing } from "./pointing.ts";
import { ResponsePane } from "./ResponsePane.tsx";
import { RequestPane } from "./request/RequestPane.tsx";
import { useReading } from "./request/reading.ts";
import type { Cursor, Input, Selection } from "./state.ts";
import { StepPane } from "./steps/StepPane.tsx";
import { indexOfStep, roundOf } from "./steps/steps.ts";
import { useUndo } from "./use-undo.ts";
import { useUndoKeys } from "./use-undo-keys.ts";
import { Verdict } from "./Verdict.tsx";

/** All that is shown whatever the request is, besides what is drawn at once: drawn together, since each drawing costs. */
const PANES = onDemand(async () => {
  const [reference, findings, noSteps, noAnswer, answer, servers, generations, edit, input] =
    await Promise.all([
      import("./ReferencePane.tsx"),
      import("./Findings.tsx"),
      import("./NoSteps.tsx"),
      import("./NoAnswer.tsx"),
      import("./answer/AnswerPane.tsx"),
      import("./ServersPane.tsx"),
      import("./generations/Generations.tsx"),
      import("./bytes/edit-bytes.ts"),
      import("./request/input-of.ts"),
    ]);
  return {
    ...reference,
    ...findings,
    ...noSteps,
    ...noAnswer,
    ...answer,
    ...servers,
    ...generations,
    ...edit,
    ...input,
  };
});
const MESSAGE = onDemand(() => import("./MessagePane.tsx"));
const GUID = onDemand(() => import("./GuidPane.tsx"));

const NOTHING: readonly never[] = [];
const NO_BYTES = new Uint8Array(0);

/** All state is what the reader gave and where the reader looks; everything else is derived from these. */
export function App(): ReactNode {
  const root = useRef<HTMLDivElement>(null);
  const { state, change, problems, opened } = useLinkedState();
  const { input, cursor } = state;
  const reading = useReading(input);
  const asked = reading.conversation?.request;
  const generation = useMemo(() => recogniseGeneration(asked ?? NO_BYTES).generation, [asked]);
  const found = useMachine(generation, asked?.[0] === COLON);
  const machine = found ?? HIXIE76;
  const analysis = useMemo(
    () => analysisOf(reading, generation, found, input.secure),
    [reading, generation, found, input.secure],
  );
  const { walk } = analysis;
  const shared = analysis.answer ? [...analysis.all, analysis.answer] : analysis.all;
  const pictures = useOnDemand(machine.pictures, true);
  const known = useFactsOptions(analysis.conversation, analysis.all, input.secure);
  const diagnosis = useDiagnosis(analysis.conversation, known);
  const findings = diagnosis?.findings ?? NOTHING;
  const index = indexOfStep(machine, cursor.step);
  const step = walk.steps[index];

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

  const panes = useOnDemand(PANES, true);
  // Outside of the reference, which comes later than a reader may unfold it.
  const [referenceUnfolded, unfoldReference] = useState<boolean | null>(null);
  const editing = useMemo(
    () =>
      panes && {
        editBytes: panes.editBytes,
        onEdit: (bytes: Uint8Array) =>
          change({ input: { ...input, ...panes.requestInput(bytes, input.large) } }, "replace"),
      },
    [panes, change, input],
  );
  const restore = useCallback((past: Input) => change({ input: past }, "push"), [change]);
  const message = analysis.conversation?.message ?? analysis.answer?.message;
  const messages = useOnDemand(MESSAGE, message !== undefined);
  const guid = useOnDemand(GUID, walk.key !== undefined);
  const undo = useUndo(input, opened, restore);
  useUndoKeys(undo);

  usePointing(
    root,
    walk.steps,
    pictures?.provenance ?? null,
    restingPlaces(cursor, walk.placesOf(index, roundOf(machine, cursor))),
  );

  return (
    <div ref={root}>
      <button
        type="button"
        className="skip"
        onClick={() => document.getElementById("step-title")?.focus()}
      >
        Skip to the steps
      </button>
      <Bar change={change} conversations={shared} />
      <Verdict
        analysis={analysis}
        diagnosis={diagnosis}
        problems={problems}
        onGo={(id) => setCursor({ step: id })}
        onSelect={select}
      />
      <main className="panes">
        <div className="column">
          <RequestPane
            folder={machine.folder}
            input={input}
            analysis={analysis}
            undo={undo}
            onChange={setInput}
          />
          <BytesPane
            place="request"
            title="Bytes"
            label="Bytes of the request"
            bytes={analysis.request}
            marks={walk.requestMarks}
            describe={analysis.describeRequest}
            selection={cursor.selection}
            onSelect={select}
            editing={editing ?? undefined}
          />
        </div>
        <div className="column">
          {step ? (
            <StepPane
              machine={machine}
              walk={walk}
              step={step}
              findings={findings}
              cursor={cursor}
              onMove={setCursor}
              onSelect={select}
            />
          ) : (
            panes &&
            message === undefined &&
            !analysis.pending && <panes.NoSteps given={analysis.conversation} />
          )}
          {message && messages && (
            <messages.MessagePane message={message} isAlone={step === undefined} />
          )}
          {panes && (
            <panes.Findings
              findings={findings}
              conversation={analysis.conversation}
              known={known}
              onSelect={select}
            />
          )}
          {guid && walk.key !== undefined && (
            <guid.GuidPane
              guid={input.guid}
              keyBytes={walk.key}
              response={analysis.conversation?.response}
              onChange={(typed) => setInput({ ...input, guid: typed })}
            />
          )}
          <Mistakes
            machine={machine}
            walk={walk}
            cursor={cursor}
            isTurn={panes !== null && diagnosis !== null}
            onMove={setCursor}
          />
        </div>
        <div className="column">
          <ResponsePane
            analysis={analysis}
            NoAnswer={panes?.NoAnswer ?? null}
            selection={cursor.selection}
            onSelect={select}
          />
          {panes ? (
            <panes.ReferencePane
              folder={machine.folder}
              functions={step?.functions ?? NOTHING}
              stepTitle={step ? machine.title(step.id) : ""}
              agrees={walk.agrees}
              agreement={walk.agreement}
              unfolded={referenceUnfolded}
              onUnfold={unfoldReference}
            />
          ) : (
            <Pane
              title="Reference"
              folds
              flush
              unfolded={referenceUnfolded}
              onUnfold={unfoldReference}
            >
              <div className="source" />
            </Pane>
          )}
        </div>
        {panes && (
          <panes.AnswerPane
            input={input}
            analysis={analysis}
            suspects={diagnosis?.suspects ?? NOTHING}
            onChange={setInput}
            onMove={setCursor}
          />
        )}
        {panes && <panes.ServersPane request={analysis.request} />}
        {panes && <panes.Generations request={asked} secure={input.secure} />}
      </main>
      <footer className="colophon">
        <p>
          Nothing you paste leaves this page: it works without a network once it is loaded, and its
          content security policy forbids every connection. hybi-00 is
          draft-ietf-hybi-thewebsocketprotocol-00, the same text as draft-hixie-76.
        </p>
      </footer>
      <div id="announcer" role="status" />
    </div>
  );
}

/** What is lit while nothing is pointed at: the selection, or else what the step works on. */
function restingPlaces({ selection }: Cursor, places: readonly Place[]): string {
  if (selection) return `${selection.in}:${selection.span[0]}-${selection.span[1]}`;
  return places.join(" ");
}
