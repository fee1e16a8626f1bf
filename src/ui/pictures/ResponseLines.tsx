import type { ReactNode } from "react";
import type { Copied, ResponseLine } from "../../core/trace/mark.ts";
import type { Selection } from "../state.ts";
import { shortText } from "./TakenParts.tsx";

interface Props {
  /** Its head, at least. */
  readonly response: Uint8Array;
  readonly lines: readonly ResponseLine[];
  readonly copied: readonly Copied[];
  /** What a value is, by the name of its field. */
  readonly notes?: Readonly<Record<string, string>>;
  /** The field that has the proof in it. */
  readonly proof?: string;
  readonly onSelect: (selection: Selection | null) => void;
}

const LETTERS: Readonly<Record<string, string>> = {
  origin: "O",
  host: "H",
  subprotocol: "P",
  digest: "D",
};

/** The lines of a response as they are written, each with what its value comes from. */
export function ResponseLines(props: Props): ReactNode {
  const { response, lines, copied, notes = {}, proof, onSelect } = props;
  const statusEnd = (lines[0]?.line[0] ?? 2) - 2;
  const sourceOf = ({ name, value }: ResponseLine): string | undefined =>
    name === proof
      ? "digest"
      : copied.find(({ to }) => to[0] >= value[0] && to[1] <= value[1])?.source;
  return (
    <ol className="parts response-lines">
      <li data-at={`response:0-${statusEnd}`}>
        <span className="letter">=</span>
        <span className="dim">status line</span>
        <code>{shortText(response.subarray(0, statusEnd))}</code>
      </li>
      {lines.map((field) => {
        const { name, line, value } = field;
        const source = sourceOf(field);
        return (
          <li key={name} className={source} data-at={`response:${value[0]}-${value[1]}`}>
            <span className="letter">{(source && LETTERS[source]) ?? "="}</span>
            <button
              type="button"
              className="link"
              onClick={() => onSelect({ in: "response", span: line })}
            >
              {name}
            </button>
            <code>
              {shortText(response.subarray(...value))}
              {notes[name] && <small className="line-note dim"> {notes[name]}</small>}
            </code>
          </li>
        );
      })}
    </ol>
  );
}
