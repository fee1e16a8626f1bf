/**
 * The rows of a dump: an offset, units of digits, often the same bytes again as text. How many bytes a row has is said by the offset
 * of the next one, never by where the digits seem to end: a text column can look like hex. The last row is measured against its own
 * text column.
 */
import { dropStart, type Line } from "../text/lines.ts";

export interface Row {
  /** As printed. */
  readonly offset: string;
  /** Behind the offset: units, and perhaps a text column. Empty for the offset that ends a dump. */
  readonly body: Line;
  /** Characters of white space before the offset. */
  readonly indent: number;
  /** Whether a colon, or another mark, stands behind the offset. */
  readonly colon: boolean;
  /** Whether rows like the one before it were folded into a "*". */
  readonly folded: boolean;
}

/** How a dump writes its units. */
export interface Units {
  /** At most, where they are decimal. */
  readonly digits: number;
  readonly radix: 2 | 8 | 10 | 16;
  /** Bytes a unit. */
  readonly size: number;
}

const LONGEST_ROW = 1000;
/** Netty puts bars around the columns, ncat brackets around the offset, OpenSSL a hyphen behind it, gdb a name, WinDbg a backtick into it. */
const ROW =
  /(?:^|[\s[\]|>:])(?:0x|[0-9a-f]{8}`)?([0-9a-f]{3,16})(?: <[^<>\s]{1,80}>)?( ?\||[:\]]?)h?(?: -)?[ \t]+(?=-?(?:0x)?(?:[0-9a-f]{2,}|\d(?=[ \t]+-?\d))(?:[ \t|-]|$))/i;
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
  const blanks = line.text.length - line.text.trimStart().length;
  const match = ROW.exec(line.text);
  // Blanks before the words of a log are no indent of the rows.
  const indent = match && match.index > blanks ? 0 : blanks;
  if (match) {
    const body = dropStart(line, match.index + match[0].length);
    return { offset: match[1] as string, body, indent, colon: match[2] !== "", folded };
  }
  const end = isOpen ? END.exec(line.text) : null;
  if (!end) return null;
  const body = { text: "", at: line.at, end: line.end };
  return { offset: end[1] as string, body, indent, colon: false, folded };
}

const LOOKED_AT = 16;

/** The units of a run, by those of its rows, or null when they are of no known kind. */
export function unitsOf(rows: readonly Row[]): Units | null {
  const firsts = rows
    .map(({ body }) => /^(?:0x)?([0-9a-f]+)/i.exec(body.text.trimStart())?.[1] ?? "")
    .filter(Boolean);
  const digits = Math.max(...firsts.slice(0, LOOKED_AT).map((first) => first.length));
  const only = (pattern: RegExp) => firsts.every((first) => pattern.test(first));
  if (digits === 8 && only(/^[01]{8}$/)) return { digits, radix: 2, size: 1 };
  if (digits === 3 && only(/^[0-7]{3}$/)) return { digits, radix: 8, size: 1 };
  if (digits === 6 && only(/^[0-7]{6}$/)) return { digits, radix: 8, size: 2 };
  const decimal = decimalUnits(rows);
  if (decimal) return decimal;
  return digits % 2 === 0 ? { digits, radix: 16, size: digits / 2 } : null;
}

/** Numbers of the same kind that have not the same number of digits, or an odd one; with no text column beside them. */
function decimalUnits(rows: readonly Row[]): Units | null {
  const tokens = rows
    .slice(0, LOOKED_AT)
    .flatMap(({ body }) => body.text.split(/[ \t]+/).filter(Boolean));
  const lengths = new Set(tokens.map((token) => token.length));
  const isDecimal = tokens.every((token) => /^-?\d{1,5}$/.test(token));
  if (!isDecimal || (lengths.size === 1 && !lengths.has(5))) return null;
  const largest = Math.max(...tokens.map((token) => Math.abs(Number(token))));
  if (largest <= 255) return { digits: 4, radix: 10, size: 1 };
  return largest <= 65535 ? { digits: 6, radix: 10, size: 2 } : null;
}

/** The bytes of all units that a row may hold, and for each the index in the row where its unit ends. */
export interface RowBytes {
  readonly bytes: readonly number[];
  readonly ends: readonly number[];
}

const MOST_BYTES = 256;
const HEX_UNIT = /[ \t|-]*(?:0x)?([0-9a-f]+)(?=[ \t|>*-]|$)/iy;

/** Reads units from the start of a row while there are any; a shorter one is the last. `swapped`: the low byte of a unit first. */
export function readUnits(
  body: string,
  { digits, radix, size }: Units,
  swapped: boolean,
): RowBytes {
  const bytes: number[] = [];
  const ends: number[] = [];
  const unit = radix === 10 ? /[ \t]*(-?\d+)(?=[ \t]|$)/y : HEX_UNIT;
  unit.lastIndex = 0;
  for (let match = unit.exec(body); match && bytes.length < MOST_BYTES; match = unit.exec(body)) {
    const token = match[1] as string;
    const isShort = token.length < digits && radix !== 10;
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
  return size === 1 ? [value & 0xff] : [(value >> 8) & 0xff, value & 0xff];
}
