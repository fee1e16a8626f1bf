/**
 * `od -c`, `od -a` and `hexdump -c`: four columns a byte, with the character itself, a name, an escape of C or three octal digits in
 * them, at the right. A space is four blanks, which vanish from the end of a line; the next offset says how many there were, and where there are
 * none (`-A n`) the longest row does. BSD's od puts one blank more before a row, and shows UTF-8 as a character with `**` behind it.
 */

import type { Format } from "../format.ts";
import { encode } from "../losses/charset.ts";
import type { Line } from "../text/lines.ts";
import { dropWords } from "../text/log-prefix.ts";
import { isStartAt } from "../wire/split-bytes.ts";
import { type Piece, type PieceLoss, readWire } from "../wire/wire.ts";

const ROW = /^(?:\s+(?=[0-9a-f]{6,8}(?: |$)))?([0-9a-f]{6,8}|)( .*|)$/i;
const CELL = 4;
const LONGEST_ROW = 1000;
const WIDEST = 64;
const MOST_FOLDED = 1 << 20;
/** Form feed, which has the name of byte FF in hex. */
const FF = 12;
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
/** What `od -a` calls the characters that cannot be seen; BSD's has "lf", and two hex digits above 7F. */
const NAMES: Record<string, number> = Object.fromEntries([
  ..."nul soh stx etx eot enq ack bel bs ht nl vt ff cr so si dle dc1 dc2 dc3 dc4 nak syn etb can em sub esc fs gs rs us sp"
    .split(" ")
    .map((name, code) => [name, code]),
  ["lf", 10],
  ["del", 127],
]);
/** Names that every head has in it. */
const NAMED = /(?<= )(?:sp|nl|lf|cr)(?= |$)/m;

interface Row {
  /** As printed; empty where there are no offsets. */
  readonly offset: string;
  readonly bytes: readonly number[];
  readonly folded: boolean;
  readonly isNamed: boolean;
  readonly at: number;
}

export const odC: Format = {
  id: "od-c",
  name: "od -c",
  detect: ({ text }) =>
    /(?:^|[\s>])(?:[0-9a-f]{6,8} {2,4}| {3,4})(?:\\[0abfnrtv]|[0-7]{3}|\S) {1,3}\S/im.test(text),
  read: ({ lines, text }, choice) => {
    const found = readPieces(lines);
    const others = found.some(({ bytes }) => isStartAt(bytes, 0)) ? null : dropWords(lines);
    const pieces = others === null ? found : readPieces(others);
    const isWhole = choice.format === odC.id || pieces.some(({ bytes }) => isStartAt(bytes, 0));
    return isWhole ? readWire(pieces, NAMED.test(text) ? "od -a" : odC.name, choice) : [];
  },
};

function readPieces(lines: readonly Line[]): Piece[] {
  const runs: Row[][] = [];
  let folded = false;
  let previous: string | null = null;
  for (const { text, at } of lines) {
    if (text.trim() === "*") {
      folded = previous !== null;
      continue;
    }
    const row = text.length > LONGEST_ROW ? null : ROW.exec(text);
    // A row of spaces alone is one among rows without offsets only.
    const isRow = row !== null && (text.trim() !== "" || (previous === "" && text !== ""));
    if (row?.[1] === "" && previous) {
      // With two types, as in `od -t ac`, each row stands again below itself; only the names lack a bit.
      const above = runs.at(-1)?.at(-1);
      const below = readCells(text.slice(previous.length));
      const bytes = below && above?.bytes.map((byte, i) => byte | (below[i] ?? 0));
      if (bytes && above) runs.at(-1)?.splice(-1, 1, { ...above, bytes, isNamed: false });
      continue;
    }
    const bytes = isRow ? readCells(row[2] as string) : null;
    if (!isRow || !bytes) {
      if (previous === "") previous = null;
      continue;
    }
    const offset = row[1] as string;
    const isNamed = NAMED.test(text);
    const goesOn = previous !== null && (offset === "" ? previous === "" : offset > previous);
    if (!goesOn) runs.push([]);
    runs.at(-1)?.push({ offset, bytes, folded: goesOn && folded, isNamed, at });
    previous = offset;
    folded = false;
  }
  return runs.filter((rows) => !isLone(rows)).map(joinRows);
}

/** Names below hex, as `od -A n -t x1a` prints them: the row above has every bit. */
function isLone([first, ...others]: readonly Row[]): boolean {
  return first?.isNamed === true && first.offset === "" && others.length === 0;
}

/** Null when a cell is none of these: then the line is something else. */
function readCells(cells: string): number[] | null {
  const row = cells.trimEnd();
  return readAligned(row) ?? (row.startsWith(" ") ? readAligned(row.slice(1)) : null);
}

function readAligned(row: string): number[] | null {
  const bytes: number[] = [];
  let at = 0;
  while (at < row.length) {
    const cell = row.slice(at, at + CELL);
    at += CELL;
    const isCell = cell.length === CELL && cell.startsWith(" ");
    const own = isCell ? readCell(cell.trimStart(), row.startsWith("  **", at)) : null;
    if (own === null) return null;
    bytes.push(...own);
    at += CELL * (own.length - 1);
  }
  return bytes;
}

/** The bytes of a cell; null for what is no cell. */
function readCell(cell: string, isUtf8: boolean): readonly number[] | null {
  if (cell === "") return [0x20];
  if (/^[0-3][0-7]{2}$/.test(cell)) return [Number.parseInt(cell, 8)];
  const escaped = ESCAPES[cell];
  if (escaped !== undefined) return [escaped];
  const named = NAMES[cell];
  if (named !== undefined) return [named];
  if (/^[89a-f][0-9a-f]$/.test(cell)) return [Number.parseInt(cell, 16)];
  if ([...cell].length !== 1) return null;
  const binary = encode(cell, isUtf8 ? "utf-8" : "latin1");
  return binary === null ? null : Array.from(binary, (character) => character.charCodeAt(0));
}

/** Fills up what the end of a line lost, and what a "*" stands for. */
function joinRows(rows: readonly Row[]): Piece {
  const longest = rows.reduce((most, { bytes }) => Math.max(most, bytes.length), 0);
  const { offsets, width } = readOffsets(rows, longest);
  const bytes: number[] = [];
  const lost: PieceLoss[] = [];
  let before: readonly number[] = [];
  rows.forEach((row, i) => {
    const offset = offsets?.[i];
    if (row.folded && offset !== undefined) {
      const missing = Math.min(offset - bytes.length, MOST_FOLDED);
      for (let n = 0; n < missing; n++) bytes.push(before[n % width] as number);
    } else if (row.folded) {
      const note = "Rows were folded into a line with a star, and no offset says how many.";
      lost.push({ what: "cut", at: row.at, note, offset: bytes.length });
    }
    const next = rows[i + 1];
    const isLast = next === undefined;
    const distance = (offsets?.[i + 1] ?? Number.NaN) - (offset ?? Number.NaN);
    const rest = distance >= 0 ? distance : null;
    const known = next?.folded || rest === null ? width : Math.min(width, rest);
    const length = isLast ? row.bytes.length : known;
    before = Array.from({ length }, (_, n) => row.bytes[n] ?? 0x20);
    for (const byte of before) bytes.push(byte);
    if (rest === null || next?.folded || rest <= width) return;
    const note = `${rest - width} bytes before offset ${next?.offset} are not in the dump.`;
    lost.push({ what: "cut", at: row.at, note, offset: bytes.length });
  });
  const showsHighBytes = bytes.some((byte) => byte > 0x7f) && !bytes.includes(FF);
  if (rows.some(({ isNamed }) => isNamed) && !showsHighBytes) {
    const note =
      "od -a leaves out the highest bit of every byte: one above 7F looks like one below.";
    lost.push({ what: "replaced-bytes", at: rows[0]?.at ?? null, note, offset: 0 });
  }
  return { bytes: Uint8Array.from(bytes), lost };
}

/** Offsets from the first one on, in the radix in which the rows have the bytes that they show; null where there are none. */
function readOffsets(
  rows: readonly Row[],
  longest: number,
): { readonly offsets: readonly number[] | null; readonly width: number } {
  let best: { offsets: readonly number[] | null; width: number } = {
    offsets: null,
    width: longest,
  };
  if (rows[0]?.offset === "") return best;
  let most = -1;
  for (const radix of [8, 16, 10]) {
    const all = rows.map(({ offset }) => Number.parseInt(offset, radix));
    const offsets = all.map((offset) => offset - (all[0] as number));
    const lengths = offsets.slice(1).map((offset, i) => offset - (offsets[i] as number));
    const first = lengths.find((_, i) => !rows[i + 1]?.folded) ?? 0;
    const width = first <= WIDEST ? Math.max(longest, first) : longest;
    // Blanks at the end of a row may be gone, but not in all of them.
    const fits = lengths.filter((length, i) => {
      const own = (rows[i] as Row).bytes.length;
      return length === own || (length === width && width === longest);
    }).length;
    if (fits > most) {
      most = fits;
      best = { offsets, width };
    }
  }
  return best;
}
