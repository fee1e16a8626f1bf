import type { ReactNode } from "react";
import type { Source } from "../../core/trace/mark.ts";

interface Props {
  /** Of all that is marked. */
  readonly sources: ReadonlySet<Source>;
  readonly pinned: Source | null;
  readonly onPin: (source: Source | null) => void;
}

const NAMES: readonly (readonly [source: Source, letter: string, name: string])[] = [
  ["host", "H", "host and path"],
  ["origin", "O", "origin"],
  ["subprotocol", "P", "subprotocol"],
  ["key1", "1", "key 1"],
  ["key2", "2", "key 2"],
  ["key3", "3", "key3"],
  ["key", "K", "key"],
  ["extensions", "E", "extensions"],
  ["digest", "=", "proof"],
];

/** What the colours mean; each one can be pinned, so that it is found in all columns. */
export function Legend({ sources, pinned, onPin }: Props): ReactNode {
  return (
    <ul className="legend" aria-label="Show in all columns">
      {NAMES.filter(([source]) => sources.has(source)).map(([source, letter, name]) => (
        <li key={source}>
          <button
            type="button"
            aria-pressed={pinned === source}
            onClick={() => onPin(pinned === source ? null : source)}
          >
            <span className={`letter ${source}`} aria-hidden="true">
              {letter}
            </span>
            <span className={`sourced ${source}`}>{name}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
