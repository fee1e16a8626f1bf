// biome-ignore-all lint/a11y/useSemanticElements: see BytesView.tsx
// biome-ignore-all lint/a11y/useFocusableInteractive: see BytesView.tsx
/** One row of a byte view: sixteen bytes as hex and as text, in runs of one source each. */
import { memo, type ReactNode } from "react";
import { hexByte } from "../../core/bytes/hex.ts";
import type { Span } from "../../core/bytes/span.ts";
import type { Source } from "../../core/trace/mark.ts";
import { visible } from "../../explain/characters.ts";

/** Bytes a row. */
export const ROW = 16;

interface RowProps {
  readonly id: string;
  readonly start: number;
  readonly data: string;
  readonly sources: readonly (Source | undefined)[];
  /** Column of the active byte, or -1. */
  readonly active: number;
  /** Column of the byte that is wrong, or -1. */
  readonly wrong: number;
  /** What the active byte is. */
  readonly name: string;
  readonly digits: number;
}

export const BytesRow = memo(DrawnRow, (before, after) => {
  const { sources, ...rest } = before;
  const same = (Object.keys(rest) as (keyof typeof rest)[]).every(
    (key) => before[key] === after[key],
  );
  return same && sources.join() === after.sources.join();
});

function DrawnRow(props: RowProps): ReactNode {
  const { id, start, data, sources, active, wrong, name, digits } = props;
  const runs = runsOf(data.length, sources, [active, wrong]);
  const half = (kind: "hex" | "text", first: 0 | 8): ReactNode => (
    <span
      className={`bytes-half bytes-${kind} ${first === 0 ? "first" : "second"}`}
      role="presentation"
      aria-hidden={kind === "hex" ? undefined : true}
      data-half={start + first}
    >
      {runs
        .filter(([from]) => from >= first && from < first + 8)
        .map(([from, to], i) => {
          const source = sources[from];
          const text = data.slice(from, to);
          return (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a byte more moves all runs, and the elements are to stay
              key={i}
              {...(kind === "hex" && {
                id: from === active ? `${id}-${start + from}` : undefined,
                "aria-label": from === active ? name : undefined,
                role: "gridcell",
                "aria-colindex": from + 1,
                "aria-colspan": to - from,
              })}
              className={source && `sourced ${source}`}
              data-run={start + from}
              data-active={from === active || undefined}
              data-wrong={from === wrong || undefined}
            >
              {kind === "hex" ? hexOf(text) : Array.from(text, asVisible).join("")}
            </span>
          );
        })}
    </span>
  );
  return (
    <div className="bytes-row" role="row" aria-rowindex={start / ROW + 1}>
      <span className="bytes-offset" role="rowheader">
        {start.toString(16).padStart(digits, "0")}
      </span>
      <span className="bytes-offset second" aria-hidden="true">
        {(start + 8).toString(16).padStart(digits, "0")}
      </span>
      {half("hex", 0)}
      {half("hex", 8)}
      {data.length < ROW && (
        <span className="bytes-fill" aria-hidden="true" data-fill={fillBehind(data.length)} />
      )}
      {half("text", 0)}
      {half("text", 8)}
    </div>
  );
}

/** Neighbours of one source, cut in the middle of the row and around the bytes that stand alone. */
function runsOf(
  length: number,
  sources: readonly (Source | undefined)[],
  alone: readonly number[],
): readonly Span[] {
  const runs: Span[] = [];
  let from = 0;
  for (let at = 1; at <= length; at++) {
    const cut =
      at === length ||
      at === 8 ||
      alone.includes(at) ||
      alone.includes(at - 1) ||
      sources[at] !== sources[from];
    if (!cut) continue;
    runs.push([from, at]);
    from = at;
  }
  return runs;
}

/** As wide as the bytes that the last row lacks, so that its text stands below that of the others. */
function fillBehind(length: number): string {
  const lacks = " 00".repeat(ROW - length);
  return length <= 8 ? `${lacks.slice(0, (8 - length) * 3)}${lacks.slice(-23)}` : lacks;
}

function hexOf(data: string): string {
  return Array.from(data, (character) => hexByte(character.charCodeAt(0))).join(" ");
}

function asVisible(character: string): string {
  return visible(character.charCodeAt(0));
}
