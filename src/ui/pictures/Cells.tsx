import type { ReactNode } from "react";
import { hexByte } from "../../core/bytes/hex.ts";

export interface CellOf {
  readonly byte: number;
  readonly at: string;
  /** Class names: the source's, and "zero" for padding. */
  readonly look?: string;
}

interface Props {
  readonly cells: readonly CellOf[];
  readonly label: string;
}

/** Bytes as squares, eight a row. */
export function Cells({ cells, label }: Props): ReactNode {
  return (
    <ol className="cells eight" aria-label={label} translate="no">
      {cells.map(({ byte, at, look }) => (
        <li key={at} className={`cell${look ? ` ${look}` : ""}`} data-at={at}>
          {hexByte(byte)}
        </li>
      ))}
    </ol>
  );
}
