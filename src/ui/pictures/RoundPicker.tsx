import { type ReactNode, useEffect, useRef } from "react";
import type { Place } from "../../core/trace/provenance.ts";
import type { Cursor } from "../state.ts";

interface Props {
  /** From 0. */
  readonly index: number;
  readonly count: number;
  /** What the round does, for those who hear it. */
  readonly name: string;
  readonly at: Place;
  readonly onMove: (cursor: Partial<Cursor>) => void;
}

/** Goes from round to round within a step. */
export function RoundPicker({ index, count, name, at, onMove }: Props): ReactNode {
  const range = useRef<HTMLInputElement>(null);
  const last = count - 1;
  useEffect(() => {
    range.current?.style.setProperty("--done", `${(index / last) * 100}%`);
  }, [index, last]);
  return (
    <div className="rounds-nav">
      <button
        type="button"
        className="round-button"
        aria-label="Previous round"
        aria-disabled={index === 0}
        onClick={() => onMove({ round: Math.max(0, index - 1) })}
      >
        <span aria-hidden="true">‹</span>
      </button>
      <input
        ref={range}
        type="range"
        min={1}
        max={count}
        value={index + 1}
        aria-label="Round"
        aria-valuetext={`Round ${index + 1} of ${count}, ${name}`}
        data-points={at}
        onChange={(event) => onMove({ round: event.currentTarget.valueAsNumber - 1 })}
      />
      <button
        type="button"
        className="round-button"
        aria-label="Next round"
        aria-disabled={index === last}
        onClick={() => onMove({ round: Math.min(last, index + 1) })}
      >
        <span aria-hidden="true">›</span>
      </button>
      <span className="mono">
        {index + 1}/{count}
      </span>
    </div>
  );
}
