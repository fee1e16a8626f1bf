import type { ReactNode } from "react";
import { hexByte } from "../../core/bytes/hex.ts";
import type { Span } from "../../core/bytes/span.ts";
import { visible } from "../../explain/characters.ts";

interface Props {
  /** "Request" or "Answer". */
  readonly title: string;
  readonly bytes: Uint8Array;
  readonly marked: readonly Span[];
}

const ROW = 8;
/** A longer message is shown in part: its beginning, its end, and what surrounds the ends of what is marked. */
const ALL = 40;
const BEGINNING = 12;
const AROUND = 3;

export function BytesTable({ title, bytes, marked }: Props): ReactNode {
  const rows = shownRows(bytes.length, marked);
  return (
    <table className="byte-table" translate="no">
      <caption translate="yes">
        {title}: {bytes.length} {bytes.length === 1 ? "byte" : "bytes"}
        {marked.length > 0 && <>. Marked: {marked.map(inWords).join(", ")}</>}
      </caption>
      <thead>
        <tr>
          <th scope="col">At</th>
          <th scope="col">Hex</th>
          <th scope="col">Text</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => {
          const left = row - (rows[index - 1] ?? -1) - 1;
          return [
            left > 0 && (
              <tr key={`before ${row}`}>
                <td colSpan={3} className="dim">
                  … {left} rows more …
                </td>
              </tr>
            ),
            <tr key={row}>
              <th scope="row">{offset(row * ROW)}</th>
              <td>
                {pieces(bytes, row, marked, (part) => Array.from(part, hexByte).join(" "), " ")}
              </td>
              <td>
                {pieces(bytes, row, marked, (part) => Array.from(part, visible).join(""), "")}
              </td>
            </tr>,
          ];
        })}
      </tbody>
    </table>
  );
}

function shownRows(length: number, marked: readonly Span[]): number[] {
  const rows = Array.from({ length: Math.ceil(length / ROW) }, (_, row) => row);
  if (rows.length <= ALL) return rows;
  const ends = marked.flat().map((at) => Math.floor(at / ROW));
  const isNear = (row: number): boolean => ends.some((end) => Math.abs(end - row) <= AROUND);
  return rows.filter((row) => row < BEGINNING || row >= rows.length - AROUND || isNear(row));
}

/** A row as text, what is marked of it in elements of its own. */
function pieces(
  bytes: Uint8Array,
  row: number,
  marked: readonly Span[],
  write: (part: Uint8Array) => string,
  separator: string,
): ReactNode[] {
  const isMarked = (at: number): boolean => marked.some(([start, end]) => at >= start && at < end);
  const last = Math.min(bytes.length, (row + 1) * ROW);
  const found: ReactNode[] = [];
  for (let start = row * ROW; start < last; ) {
    const is = isMarked(start);
    let end = start + 1;
    while (end < last && isMarked(end) === is) end++;
    const text = write(bytes.subarray(start, end));
    found.push(is ? <mark key={start}>{text}</mark> : text);
    if (end < last) found.push(separator);
    start = end;
  }
  return found;
}

function inWords([start, end]: Span): string {
  if (end === start) return `the place before ${offset(start)}`;
  return end === start + 1 ? offset(start) : `${offset(start)} to ${offset(end - 1)}`;
}

function offset(at: number): string {
  return `0x${at.toString(16).padStart(2, "0")}`;
}
