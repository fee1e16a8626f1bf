/**
 * The bytes of a dump. Offsets say how many bytes a row has and what a "*" stands for; the text column, where there is one, says
 * how long the last row is and which byte of a unit comes first.
 */

import { isStartAt } from "../wire/split-bytes.ts";
import type { Piece, PieceLoss } from "../wire/wire.ts";
import { type Row, type RowBytes, readUnits, type Units, unitsOf } from "./dump-rows.ts";
import { countBytes, fitsText } from "./dump-text.ts";

export interface Dump extends Piece {
  /** Characters of white space before the first offset: Wireshark indents the second direction. */
  readonly indent: number;
}

/** A dump starts anew where the offsets do, or where they are indented otherwise. */
export function readDumps(rows: readonly Row[]): Dump[] {
  return splitRuns(rows).flatMap((run) => {
    const units = unitsOf(run);
    const dump = units && readDump(run, units);
    return dump && dump.bytes.length > 0 ? [dump] : [];
  });
}

function splitRuns(rows: readonly Row[]): Row[][] {
  const runs: Row[][] = [];
  let last: Row | undefined;
  for (const row of rows) {
    const isEnd = row.body.text === "";
    const restarts = !last || row.indent !== last.indent || value(row.offset) <= value(last.offset);
    if (restarts && !isEnd) runs.push([]);
    if (!isEnd || (last && value(row.offset) >= value(last.offset))) runs.at(-1)?.push(row);
    last = row;
  }
  return runs;
}

function value(offset: string): number {
  return Number.parseInt(offset, 16);
}

/** What a "*" may stand for at most. */
const MOST_FOLDED = 1 << 20;

function readDump(rows: readonly Row[], units: Units): Dump {
  const swapped = units.size > 1 && isSwapped(rows, units);
  const read = rows.map(({ body }) => readUnits(body.text, units, swapped));
  const offsets = readOffsets(rows, read);
  const first = offsets[0] as number;
  const width = widest(offsets, rows);
  const bytes: number[] = [];
  const lost: PieceLoss[] = [];
  let position = 0;
  let before: readonly number[] = [];
  const append = (more: readonly number[]) => {
    for (const byte of more) bytes.push(byte);
    position += more.length;
  };
  rows.forEach((row, i) => {
    const start = (offsets[i] as number) - first;
    if (row.folded && before.length > 0) {
      const missing = Math.max(0, Math.min(start - position, MOST_FOLDED));
      append(Array.from({ length: missing }, (_, n) => before[n % before.length] as number));
    }
    if (start > position) {
      const note = `${start - position} bytes before offset ${row.offset} are not in the dump.`;
      lost.push({ what: "cut", at: row.body.at, note, offset: bytes.length });
    }
    position = start;
    const all = read[i] as RowBytes;
    const next = offsets[i + 1];
    const known = next === undefined || rows[i + 1]?.folded ? null : next - first - start;
    before = all.bytes.slice(0, known ?? countBytes(row.body.text, all, width));
    append(before);
  });
  return { bytes: Uint8Array.from(bytes), lost, indent: rows[0]?.indent ?? 0 };
}

/** The offsets as numbers: hexadecimal, octal or decimal, whichever fits the number of bytes in most rows. */
function readOffsets(rows: readonly Row[], read: readonly RowBytes[]): number[] {
  let best: number[] = [];
  let most = -1;
  for (const radix of [16, 8, 10]) {
    const offsets = rows.map(({ offset }) => parse(offset, radix));
    const fits = offsets.filter((offset, i) => {
      const available = (read[i] as RowBytes).bytes.length;
      const length = (offsets[i + 1] ?? Number.NaN) - offset;
      return length === available || (length < available && length % 8 === 0);
    }).length;
    if (fits > most) {
      most = fits;
      best = offsets;
    }
  }
  return best;
}

function parse(offset: string, radix: number): number {
  const digits = radix === 8 ? /^[0-7]+$/ : radix === 10 ? /^[0-9]+$/ : /./;
  return digits.test(offset) ? Number.parseInt(offset, radix) : Number.NaN;
}

/** The commonest distance between rows. */
function widest(offsets: readonly number[], rows: readonly Row[]): number | null {
  const counts = new Map<number, number>();
  for (let i = 0; i + 1 < offsets.length; i++) {
    if (rows[i + 1]?.folded) continue;
    const distance = (offsets[i + 1] as number) - (offsets[i] as number);
    counts.set(distance, (counts.get(distance) ?? 0) + 1);
  }
  const [commonest] = [...counts].sort((a, b) => b[1] - a[1]);
  return commonest?.[0] ?? null;
}

/** Whether the low byte of a unit comes first: as the text column shows, or else as makes sense of the first bytes. */
function isSwapped(rows: readonly Row[], units: Units): boolean {
  let straight = 0;
  let swapped = 0;
  for (const { body } of rows.slice(0, 64)) {
    if (fitsText(body.text, readUnits(body.text, units, false))) straight += 1;
    if (fitsText(body.text, readUnits(body.text, units, true))) swapped += 1;
  }
  if (straight !== swapped) return swapped > straight;
  const first = rows[0] as Row;
  const starts = (order: boolean) =>
    isStartAt(Uint8Array.from(readUnits(first.body.text, units, order).bytes), 0);
  if (starts(false) || starts(true)) return starts(true);
  // hexdump and od print words without a colon, and swap them on all machines that are about.
  return !first.colon;
}
