import { memo, type ReactNode } from "react";
import type { FactsOptions } from "../core/diagnosis/facts/facts.ts";
import type { Finding, Level } from "../core/diagnosis/finding.ts";
import type { Conversation } from "../core/input/conversation.ts";
import { Advice } from "./Advice.tsx";
import { onDemand, useOnDemand } from "./on-demand.ts";
import { Pane } from "./Pane.tsx";
import type { Selection } from "./state.ts";

interface Props {
  readonly findings: readonly Finding[];
  readonly conversation: Conversation | null;
  /** Besides the conversation. */
  readonly known: FactsOptions;
  readonly onSelect: (selection: Selection | null) => void;
}

const STOPS = { request: "server", response: "client", frames: "peer" } as const;

const GLYPHS: Readonly<Record<Level, string>> = { error: "✗", warning: "!", info: "i", good: "✓" };

const REPORT = onDemand(() => import("./CopyReport.tsx"));

export const Findings = memo(function Findings(props: Props): ReactNode {
  const { findings, conversation, known, onSelect } = props;
  const report = useOnDemand(REPORT, true);
  if (findings.length === 0) return null;
  const errors = findings.filter(({ level }) => level === "error");
  const first = errors.length > 1 ? errors[0] : null;
  return (
    <Pane
      title="Findings"
      aside={
        <>
          <span className="dim">{counted(findings)}</span>
          {report && conversation && (
            <report.CopyReport conversation={conversation} known={known} />
          )}
        </>
      }
    >
      <ul className="findings">
        {findings.map((finding) => (
          <li
            key={`${finding.code} ${finding.in} ${finding.span} ${finding.title}`}
            className={finding.level}
          >
            <details
              className="region"
              data-at={
                finding.span && finding.in === "request"
                  ? `request:${finding.span.join("-")}`
                  : undefined
              }
            >
              <summary>
                <span className="level" aria-hidden="true">
                  {GLYPHS[finding.level]}
                </span>
                <span>
                  <span className="visually-hidden">{finding.level}: </span>
                  {finding.title}
                  {finding === first && (
                    <span className="dim"> – the {STOPS[finding.in]} stops at this one first</span>
                  )}
                </span>
              </summary>
              <div className="finding-body">
                <p>{finding.why}</p>
                {finding.level !== "good" && <Advice text={finding.fix} />}
                <p className="dim">
                  {finding.section} ·{" "}
                  <a href={`failures/${finding.code}/`}>
                    <code>{finding.code}</code>
                  </a>
                </p>
                {finding.span && finding.in === "request" && (
                  <button type="button" onClick={() => onSelect(selectionOf(finding))}>
                    Show the bytes
                  </button>
                )}
                {finding.in === "response" && (
                  <button type="button" onClick={goToAnswer}>
                    Go to the answer
                  </button>
                )}
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Pane>
  );
});

function counted(findings: readonly Finding[]): string {
  const count = (level: Level, one: string, many: string): string | null => {
    const number = findings.filter((finding) => finding.level === level).length;
    return number === 0 ? null : `${number} ${number === 1 ? one : many}`;
  };
  const counts = [count("error", "error", "errors"), count("warning", "warning", "warnings")];
  return counts.filter(Boolean).join(", ") || "no errors";
}

function selectionOf({ span }: Finding): Selection | null {
  return span && { in: "request", span };
}

/** Its span is one of the bytes that came; the pane of the response has those that must come. */
function goToAnswer(): void {
  document.getElementById("answer-title")?.focus();
}
