import { type ReactNode, useMemo } from "react";
import { concat } from "../../core/bytes/ascii.ts";
import { askedOr, readAskedByKey } from "../../core/clients/asked-by-key.ts";
import type { Judgement } from "../../core/clients/judgement.ts";
import { isByKey } from "../../core/diagnosis/compare/by-key.ts";
import { type Comparison, compareAnswers } from "../../core/diagnosis/compare/compare.ts";
import { compareByKey } from "../../core/diagnosis/compare/compare-by-key.ts";
import { compareHixie75 } from "../../core/diagnosis/compare/compare-hixie75.ts";
import type { Suspect } from "../../core/diagnosis/suspect.ts";
import type { Generation } from "../../core/generation.ts";
import type { Conversation } from "../../core/input/conversation.ts";
import type { Step } from "../../core/trace/step.ts";
import { clientName, deedOf, printedBy } from "../../explain/judgements.ts";
import { onDemand, useOnDemand } from "../on-demand.ts";
import type { Cursor } from "../state.ts";
import { ComparisonTable } from "./ComparisonTable.tsx";
import { ReceivedBytes } from "./ReceivedBytes.tsx";
import { useJudgements } from "./use-judgements.ts";

interface Props {
  readonly conversation: Conversation;
  readonly expected: Uint8Array | null;
  readonly suspects: readonly Suspect[];
  readonly steps: readonly Step[];
  /** Undefined when it is not known. */
  readonly secure: boolean | undefined;
  readonly onMove: (cursor: Partial<Cursor>) => void;
}

const NOTHING: readonly never[] = [];

const FRAMES = onDemand(() => import("./FramesTable.tsx"));

export function AnswerReport(props: Props): ReactNode {
  const { conversation, expected, suspects, steps, secure, onMove } = props;
  const { response, serverBytes } = conversation;
  const { generation, judgements } = useJudgements(conversation, secure);
  const { request } = conversation;
  const comparison = useMemo(
    () => (expected && response ? compared(generation, request, expected, response) : null),
    [generation, request, expected, response],
  );
  const received = useMemo(
    () => concat(response ?? "", serverBytes ?? ""),
    [response, serverBytes],
  );
  const frames = useOnDemand(FRAMES, response !== undefined);
  if (!response) return null;
  return (
    <div className="answer-report">
      {comparison?.first && <p className="stopped-note">{asSentence(comparison.first)}</p>}
      {suspects.length > 0 && <Suspects suspects={suspects} steps={steps} onMove={onMove} />}
      {judgements.length > 0 && <Judgements judgements={judgements} generation={generation} />}
      {comparison && expected && (
        <ComparisonTable parts={comparison.parts} expected={expected} received={response} />
      )}
      {response.length > 0 && (
        <ReceivedBytes bytes={received} parts={comparison?.parts ?? NOTHING} />
      )}
      {frames && isGeneration(generation) && (
        <frames.FramesTable conversation={conversation} generation={generation} />
      )}
      {!expected && <p className="note">{whyNotExpected(generation, request)}</p>}
    </div>
  );
}

function asSentence(words: string): string {
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`;
}

interface SuspectsProps {
  readonly suspects: readonly Suspect[];
  readonly steps: readonly Step[];
  readonly onMove: Props["onMove"];
}

function Suspects({ suspects, steps, onMove }: SuspectsProps): ReactNode {
  return (
    <section aria-label="The mistake">
      <h3>{suspects.length === 1 ? "The mistake" : "One of these mistakes"}</h3>
      <ul className="suspects">
        {suspects.map((suspect) => (
          <li key={suspect.id}>
            <p>
              <strong>{suspect.title}.</strong> {suspect.sentence}
            </p>
            <p>
              <code>{suspect.formula}</code>
            </p>
            <p>{suspect.fix}</p>
            <p>
              In the reference that is{" "}
              {suspect.wrong.map((name, i) => (
                <span key={name}>
                  {i > 0 && ", "}
                  <code>{name}</code>
                </span>
              ))}
              .
            </p>
            <p className="dim">
              {suspect.matched} bytes agree · <code>{suspect.id}</code>
            </p>
            <button
              type="button"
              onClick={() => {
                const step = steps.find(({ functions }) =>
                  suspect.wrong.some((name) => functions.includes(name)),
                );
                onMove({
                  mistakes: suspect.mistakes,
                  selection: null,
                  ...(step && { step: step.id }),
                });
                document.getElementById("mistakes")?.scrollIntoView({ block: "center" });
              }}
            >
              Show it on the steps
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Null for a generation whose answers are not compared part by part. */
function compared(
  generation: Generation | "http" | "unknown",
  request: Uint8Array | undefined,
  expected: Uint8Array,
  response: Uint8Array,
): Comparison | null {
  if (hasNumberedKeys(generation)) return compareAnswers(expected, response);
  if (generation === "hixie-75") return compareHixie75(expected, response);
  if (!isByKey(generation)) return null;
  return compareByKey(askedOr(readAskedByKey(request), expected), expected, response);
}

function isGeneration(generation: Generation | "http" | "unknown"): generation is Generation {
  return generation !== "http" && generation !== "unknown";
}

function hasNumberedKeys(generation: Generation | "http" | "unknown"): boolean {
  return generation === "hixie-76" || generation === "hybi-01";
}

function whyNotExpected(
  generation: Generation | "http" | "unknown",
  request: Uint8Array | undefined,
): string {
  if (!request) return "What must come out depends on the request: paste that too.";
  if (!isGeneration(generation)) {
    return "There is nothing to compare it with: the request is no handshake that a server of these drafts answers.";
  }
  const what = hasNumberedKeys(generation)
    ? "the request, with all of its eight bytes,"
    : "a request without a fault";
  return `What must come out is not known: for that ${what} is needed above.`;
}

interface JudgementsProps {
  readonly judgements: readonly Judgement[];
  readonly generation: Generation | "http" | "unknown";
}

function Judgements({ judgements, generation }: JudgementsProps): ReactNode {
  return (
    <section aria-label="Who accepts it">
      <h3>Who accepts it</h3>
      <ul className="judgements">
        {judgements.map((judgement) => (
          <li key={judgement.client}>
            <p>
              <span className={judgement.accepts ? "good" : "bad"} aria-hidden="true">
                {judgement.accepts ? "✓" : judgement.waits ? "…" : "✗"}
              </span>{" "}
              <strong>{clientName(judgement.client, generation)}</strong> {deedOf(judgement)}.{" "}
              <span className="dim">Its rule: {judgement.rule}</span>
            </p>
            <Console judgement={judgement} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Console({ judgement }: { readonly judgement: Judgement }): ReactNode {
  const printed = printedBy(judgement);
  if (!printed) return null;
  const { note, lines } = printed;
  return (
    <>
      <p>{note}</p>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a console can print the same line twice
        <p key={index}>
          <code translate="no">{line}</code>
        </p>
      ))}
    </>
  );
}
