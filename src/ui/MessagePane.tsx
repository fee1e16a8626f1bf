import type { ReactNode } from "react";
import { explainMessage } from "../core/diagnosis/explain-message.ts";
import { Pane } from "./Pane.tsx";

interface Props {
  readonly message: string;
  /** It stands in the place of the steps. */
  readonly isAlone: boolean;
}

/** More explanations than this are counted, not shown. */
const SHOWN = 4;

/** A line from a console or a log, with nothing else: who prints it, what it means, and what to capture next. */
export function MessagePane({ message, isAlone }: Props): ReactNode {
  const explanations = explainMessage(message);
  const { length } = explanations;
  return (
    <Pane
      title="The message"
      {...(isAlone && { titleId: "step-title" })}
      aside={
        <span className="dim">
          {length > SHOWN && `${SHOWN} of `}
          {length === 1 ? "1 explanation" : `${length} explanations`}
        </span>
      }
    >
      <div className="message">
        <p>
          <code>{message.slice(0, 400)}</code>
        </p>
        {length === 0 && (
          <p>
            Nothing is known about this message, and it does not hold the bytes. Capture the
            request, and the answer with the first bytes behind its empty line.
          </p>
        )}
        {explanations
          .slice(0, SHOWN)
          .map(({ message: known, by, meaning, detail, capture, codes }) => (
            <section className="stack" key={`${known} ${by}`}>
              <h3>{known}</h3>
              <p>
                <span className="dim">Printed by {by}.</span> {meaning}
              </p>
              {detail && <p>{detail}</p>}
              <p>{capture}</p>
              {codes.length > 0 && (
                <p className="dim">
                  Usual causes:{" "}
                  {codes.map((code, i) => (
                    <span key={code}>
                      {i > 0 && ", "}
                      <a href={`failures/${code}/`}>{code}</a>
                    </span>
                  ))}
                </p>
              )}
            </section>
          ))}
      </div>
    </Pane>
  );
}
