/**
 * `od -c` and `hexdump -c`: four columns a byte, with the character itself, an escape of C or three octal digits in them. A space is
 * four blanks, which vanish from the end of a line; the next offset says how many there were.
 */
import { encode } from "./charset.ts";
import type { Format, Pasted } from "./format.ts";
import { isStartAt } from "./split-bytes.ts";
import { type Piece, readWire } from "./wire.ts";

const ROW = /^([0-9a-f]{6,8})((?: .{3})*) *$/i;
const END = /^([0-9a-f]{6,8})\s*$/i;
const ESCAPES: Record<string, number> = {
  "\\0": 0,
  "\\a": 7,
  "\\b": 8,
  "\\t": 9,
  "\\n": 10,
  "\\v": 11,
  "\\f": 12,
  "\\r": 13,
  "\\\\": 92,
};
const WIDTH = 16;

interface Row {
  readonly offset: string;
  readonly bytes: readonly number[];
  readonly folded: boolean;
}

export const odC: Format = {
  id: "od-c",
  name: "od -c",
  detect: ({ text }) => /^[0-9a-f]{6,8} {2,3}(?:\\[0abfnrtv]|[0-7]{3}|\S) {1,3}\S/im.test(text),
  read: (pasted, choice) => {
    const pieces = readPieces(pasted);
    const isWhole = choice.format === odC.id || pieces.some(({ bytes }) => isStartAt(bytes, 0));
    return isWhole ? readWire(pieces, odC.name, choice) : [];
  },
};

function readPieces({ lines }: Pasted): Piece[] {
  const runs: Row[][] = [];
  let folded = false;
  let previous = "";
  for (const { text } of lines) {
    if (text.trim() === "*") folded = true;
    const row = text.length > 200 ? null : (END.exec(text) ?? ROW.exec(text));
    const bytes = row && readCells(row[2] ?? "");
    if (!row || !bytes) continue;
    const offset = row[1] as string;
    if (runs.length === 0 || offset <= previous) runs.push([]);
    runs.at(-1)?.push({ offset, bytes, folded });
    previous = offset;
    folded = false;
  }
  return runs.map((run) => ({ bytes: joinRows(run) }));
}

/** Null when a cell is none of these: then the line is something else. */
function readCells(cells: string): number[] | null {
  const bytes: number[] = [];
  for (let at = 0; at < cells.length; at += 4) {
    const cell = cells.slice(at, at + 4).trim();
    const byte = readCell(cell);
    if (byte === null) return null;
    bytes.push(byte);
  }
  return bytes;
}

function readCell(cell: string): number | null {
  if (cell === "") return 0x20;
  if (/^[0-3][0-7]{2}$/.test(cell)) return Number.parseInt(cell, 8);
  const escaped = ESCAPES[cell];
  if (escaped !== undefined) return escaped;
  const binary = cell.length === 1 ? encode(cell, "latin1") : null;
  return binary === null ? null : binary.charCodeAt(0);
}

/** Fills up what the end of a line lost, and what a "*" stands for. */
function joinRows(rows: readonly Row[]): Uint8Array {
  const radix =
    rows.length > 1 &&
    Number.parseInt(rows[1]?.offset ?? "", 8) - Number.parseInt(rows[0]?.offset ?? "", 8) === WIDTH
      ? 8
      : 16;
  const offsets = rows.map(({ offset }) => Number.parseInt(offset, radix));
  const bytes: number[] = [];
  let before: readonly number[] = [];
  rows.forEach((row, i) => {
    const next = rows[i + 1]?.folded ? (offsets[i] as number) + WIDTH : offsets[i + 1];
    const missing = Math.max(0, (offsets[i] as number) - (offsets[0] as number) - bytes.length);
    if (row.folded && before.length === WIDTH && missing < 1 << 20) {
      for (let n = 0; n < missing; n++) bytes.push(before[n % WIDTH] as number);
    }
    const length =
      next === undefined ? row.bytes.length : Math.min(WIDTH, next - (offsets[i] as number));
    before = Array.from({ length }, (_, n) => row.bytes[n] ?? 0x20);
    bytes.push(...before);
  });
  return Uint8Array.from(bytes);
}
