/**
 * The rows of a dump: an offset, units of digits, often the same bytes again as text. How many bytes a row has is said by the offset
 * of the next one, never by where the digits seem to end: a text column can look like hex. The last row is measured against its own
 * text column.
 */
import { dropStart, type Line } from "./lines.ts";

export interface Row {
  /** As printed. */
  readonly offset: string;
  /** Behind the offset: units, and perhaps a text column. Empty for the offset that ends a dump. */
  readonly body: Line;
  /** Characters of white space before the offset. */
  readonly indent: number;
  /** Whether a colon stands behind the offset. */
  readonly colon: boolean;
  /** Whether rows like the one before it were folded into a "*". */
  readonly folded: boolean;
}

/** How a dump writes its units. */
export interface Units {
  readonly digits: number;
  readonly radix: 2 | 8 | 16;
  /** Bytes a unit. */
  readonly size: number;
}

const LONGEST_ROW = 1000;
const ROW =
  /(?:^|[\s\]|>:])(?:0x)?([0-9a-f]{3,16})(:?)h?[ \t]+(?=-?(?:[0-9a-f]{2,8}|[0-9a-f]{16})(?:[ \t-]|$))/i;
const END = /^\s*(?:0x)?([0-9a-f]{4,16}):?\s*$/i;

/** Rows in their order; lines that are none, between dumps or between rows, are passed over. */
export function findRows(lines: readonly Line[]): Row[] {
  const rows: Row[] = [];
  let folded = false;
  for (const line of lines) {
    if (line.text.trim() === "*") {
      folded = rows.length > 0;
      continue;
    }
    // `od -t x1c` prints the characters of a row below it.
    const isBelow = rows.at(-1)?.indent === 0 && /^ {7}/.test(line.text);
    const row = isBelow ? null : readRow(line, folded, rows.length > 0);
    if (!row) continue;
    rows.push(row);
    folded = false;
  }
  return rows;
}

function readRow(line: Line, folded: boolean, isOpen: boolean): Row | null {
  if (line.text.length > LONGEST_ROW) return null;
  const indent = line.text.length - line.text.trimStart().length;
  const match = ROW.exec(line.text);
  if (match) {
    const body = dropStart(line, match.index + match[0].length);
    return { offset: match[1] as string, body, indent, colon: match[2] === ":", folded };
  }
  const end = isOpen ? END.exec(line.text) : null;
  if (!end) return null;
  const body = { text: "", at: line.at, end: line.end };
  return { offset: end[1] as string, body, indent, colon: false, folded };
}

/** The units of a run, by those of its rows, or null when they are of no known kind. */
export function unitsOf(rows: readonly Row[]): Units | null {
  const firsts = rows
    .map(({ body }) => /^[0-9a-f]+/i.exec(body.text.trimStart())?.[0] ?? "")
    .filter(Boolean);
  const digits = Math.max(...firsts.slice(0, 16).map((first) => first.length));
  const only = (pattern: RegExp) => firsts.every((first) => pattern.test(first));
  if (digits === 8 && only(/^[01]{8}$/)) return { digits, radix: 2, size: 1 };
  if (digits === 3 && only(/^[0-7]{3}$/)) return { digits, radix: 8, size: 1 };
  if (digits === 6 && only(/^[0-7]{6}$/)) return { digits, radix: 8, size: 2 };
  if ([2, 4, 8, 16].includes(digits)) return { digits, radix: 16, size: digits / 2 };
  return null;
}

/** The bytes of all units that a row may hold, and for each the index in the row where its unit ends. */
export interface RowBytes {
  readonly bytes: readonly number[];
  readonly ends: readonly number[];
}

const MOST_BYTES = 256;

/** Reads units from the start of a row while there are any; a shorter one is the last. `swapped`: the low byte of a unit first. */
export function readUnits(
  body: string,
  { digits, radix, size }: Units,
  swapped: boolean,
): RowBytes {
  const bytes: number[] = [];
  const ends: number[] = [];
  const unit = /[ \t|-]*([0-9a-f]+)(?=[ \t|>*-]|$)/iy;
  for (let match = unit.exec(body); match && bytes.length < MOST_BYTES; match = unit.exec(body)) {
    const token = match[1] as string;
    const isShort = token.length < digits;
    if (token.length > digits || (radix === 16 ? token.length % 2 !== 0 : isShort)) break;
    const values = radix === 16 ? pairs(token) : bigEndian(Number.parseInt(token, radix), size);
    if (values.some(Number.isNaN)) break;
    bytes.push(...(swapped ? values.reverse() : values));
    for (const _ of values) ends.push(unit.lastIndex);
    if (isShort) break;
  }
  return { bytes, ends };
}

function pairs(digits: string): number[] {
  const bytes: number[] = [];
  for (let i = 0; i < digits.length; i += 2)
    bytes.push(Number.parseInt(digits.slice(i, i + 2), 16));
  return bytes;
}

function bigEndian(value: number, size: number): number[] {
  return size === 1 ? [value & 0xff] : [value >> 8, value & 0xff];
}
