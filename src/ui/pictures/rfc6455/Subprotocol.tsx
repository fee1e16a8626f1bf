import type { ReactNode } from "react";
import type { SubprotocolStep } from "../../../core/trace/rfc6455-step.ts";
import type { PictureProps } from "../picture-props.ts";
import { shortened } from "./shortened.ts";

export function Subprotocol({ step, onSelect }: PictureProps<SubprotocolStep>): ReactNode {
  const { offered, chosen } = step;
  return (
    <>
      {offered.length === 0 ? (
        <p>The client offers none, so the answer must not name one.</p>
      ) : (
        <ol className="parts">
          {offered.map(({ name, span }, i) => (
            <li key={span[0]} className="subprotocol" data-at={`request:${span[0]}-${span[1]}`}>
              <span className="letter">P</span>
              <button
                type="button"
                className="link"
                onClick={() => onSelect({ in: "request", span })}
              >
                {i === 0 ? "liked best" : `choice ${i + 1}`}
              </button>
              <code>
                {shortened(name)}
                {name === chosen && <span className="good"> ✓ chosen here</span>}
              </code>
            </li>
          ))}
        </ol>
      )}
      <dl className="notes">
        <dt>To choose</dt>
        <dd>
          One of those offered, to the letter, or none. The reference takes the first; a server
          takes one that it speaks.
        </dd>
        <dt>If none</dt>
        <dd>
          By the RFC the field is left out and the connection stands. A browser that offered some
          closes it: a page that asks for a subprotocol wants one.
        </dd>
      </dl>
    </>
  );
}
