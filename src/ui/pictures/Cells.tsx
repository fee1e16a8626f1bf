import type { ReactNode } from "react";
import { hexByte } from "../../core/bytes/hex.ts";
import { Places } from "./Places.tsx";

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

/** Of a block of MD5 or SHA-1, in bytes. */
const BLOCK = 64;

/** Bytes as squares, eight a row; a whole block sixteen a row, where there is room. */
export function Cells({ cells, label }: Props): ReactNode {
  return (
    <Places className={`cells ${cells.length === BLOCK ? "block" : "eight"}`} label={label}>
      {cells.map(({ byte, at, look }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a byte is its place
        <li key={i} className={`cell${look ? ` ${look}` : ""}`} data-at={at}>
          {hexByte(byte)}
        </li>
      ))}
    </Places>
  );
}
