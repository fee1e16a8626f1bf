import { type ReactNode, useMemo } from "react";
import { judge } from "../../core/clients/judge.ts";
import type { Judgement } from "../../core/clients/judgement.ts";
import { compareAnswers } from "../../core/diagnosis/compare.ts";
import type { Suspect } from "../../core/diagnosis/suspects/suspect.ts";
import type { Conversation } from "../../core/input/conversation.ts";
import type { Cursor } from "../state.ts";
import { ComparisonTable } from "./ComparisonTable.tsx";

interface Props {
  readonly conversation: Conversation;
  readonly expected: Uint8Array | null;
  readonly suspects: readonly Suspect[];
  /** Undefined when it is not known. */
  readonly secure: boolean | undefined;
  readonly onMove: (cursor: Partial<Cursor>) => void;
}

export function AnswerReport(props: Props): ReactNode {
  const { conversation, expected, suspects, secure, onMove } = props;
  const { response } = conversation;
  const judgements = useMemo(
    () => judge(conversation, secure === undefined ? {} : { secure }),
    [conversation, secure],
  );
  const comparison = useMemo(
    () => (expected && response ? compareAnswers(expected, response) : null),
    [expected, response],
  );
  if (!response) return null;
  return (
    <div className="answer-report">
      {comparison?.first && <p className="stopped-note">{comparison.first}</p>}
      {suspects.length > 0 && <Suspects suspects={suspects} onMove={onMove} />}
      {judgements.length > 0 && <Judgements judgements={judgements} />}
      {comparison && expected ? (
        <ComparisonTable parts={comparison.parts} expected={expected} received={response} />
      ) : (
        <p className="dim">
          What must come out is not known: for that the request, with all of its eight bytes, is
          needed above.
        </p>
      )}
    </div>
  );
}

interface SuspectsProps {
  readonly suspects: readonly Suspect[];
  readonly onMove: Props["onMove"];
}

function Suspects({ suspects, onMove }: SuspectsProps): ReactNode {
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
            <p className="dim">
              {suspect.matched} bytes agree · <code>{suspect.id}</code>
            </p>
            <button
              type="button"
              onClick={() => {
                onMove({ mistakes: suspect.mistakes, selection: null });
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

const NAMES: Readonly<Record<Judgement["client"], string>> = {
  draft: "The draft, to the letter",
  "webkit-534": "WebKit 534.34 (PhantomJS 1.9.8)",
  "chromium-156": "Chromium 156",
};

function Judgements({ judgements }: { readonly judgements: readonly Judgement[] }): ReactNode {
  return (
    <section aria-label="Who accepts it">
      <h3>Who accepts it</h3>
      <ul className="judgements">
        {judgements.map(({ client, accepts, waits, console, rule }) => (
          <li key={client}>
            <p>
              <span className={accepts ? "good" : "bad"} aria-hidden="true">
                {accepts ? "✓" : waits ? "…" : "✗"}
              </span>{" "}
              <strong>{NAMES[client]}</strong>{" "}
              {accepts ? "accepts it" : waits ? "waits for more bytes" : "refuses it"}.{" "}
              <span className="dim">Its rule: {rule}</span>
            </p>
            {client !== "draft" && !accepts && !waits && (
              <p>
                {console === null ? (
                  "It prints nothing to its console: the connection just closes."
                ) : (
                  <code>{console}</code>
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
