/** Hex digits without offsets: `xxd -p`, `xxd -i`, arrays of C, "as a Hex Stream", whatever a log prints. */
import type { Conversation } from "../conversation.ts";
import type { Choice, Format, Pasted } from "../format.ts";
import type { Line } from "../text/lines.ts";
import { dropWords, matchLength } from "../text/log-prefix.ts";
import { joinBytes } from "../wire/join-bytes.ts";
import { joinPieces } from "../wire/join-pieces.ts";
import { isRequestAt, isStartAt } from "../wire/split-bytes.ts";
import { type Piece, type PieceLoss, readStreams, readWire } from "../wire/wire.ts";
import { type HexLine, readHexLine } from "./hex-tokens.ts";

export const plainHex: Format = {
  id: "hex",
  name: "hex",
  detect: ({ text }) =>
    /(?:(?:0x|\\{1,8}x|[%$]|&h)?[0-9a-f]{2}[hu]?[^0-9a-z\\]{0,4}){3}(?:0x|\\{1,8}x|[%$]|&h)?[0-9a-f]{2}|(?:0x[0-9a-f]{1,2}[^0-9a-z]{1,8}){3}0x/i.test(
      text,
    ),
  read: (pasted, choice) => read(pasted, plainHex.name, choice),
};

interface Block extends Piece {
  readonly lost: readonly PieceLoss[];
  /** Whether its lines are indented: Wireshark indents what the second peer sent. */
  readonly isSecond: boolean;
  /** How many bytes are written together, or 0. */
  readonly unit: number;
}

function read({ lines, text }: Pasted, format: string, choice: Choice): Conversation[] {
  const { blocks: found, isAll } = readBlocks(lines, text);
  const others = found.some(isMessage) ? null : dropWords(lines);
  const undressed = others === null ? found : readBlocks(others, text).blocks;
  const blocks = undressed.some(isMessage) ? undressed : swapWords(found);
  const isHex = choice.format === plainHex.id || isAll;
  if (blocks.length === 0) return [];
  if (!isHex && !blocks.some(isMessage)) return [];
  const first = joinPieces(blocks.filter(({ isSecond }) => !isSecond));
  const second = joinPieces(blocks.filter(({ isSecond }) => isSecond));
  if (first.bytes.length === 0 || second.bytes.length === 0)
    return readWire(blocks, format, choice);
  const isSwapped = isRequestAt(second.bytes, 0);
  return isSwapped ? readStreams(second, first, format) : readStreams(first, second, format);
}

function isMessage({ bytes }: Piece): boolean {
  return isStartAt(bytes, 0);
}

/** How many bytes there are, said before them. */
const COUNTED = /(?:\((\d+) bytes?\)\s*:?|\blength = (\d+), bytes =)\s*$/i;

interface Rows {
  readonly rows: HexLine[];
  /** Where a "*" stands for rows, and behind how many of those that are there. */
  readonly folds: { readonly at: number; readonly behind: number }[];
}

/** Lines of nothing but hex go on; any other line ends a block, and one with words before its hex begins one. */
function readBlocks(
  lines: readonly Line[],
  text: string,
): {
  readonly blocks: Block[];
  readonly isAll: boolean;
} {
  const blocks: Rows[] = [];
  let open: Rows | null = null;
  const labelled: HexLine[] = [];
  let last: HexLine | null = null;
  let isAll = true;
  for (const line of lines) {
    if (open && line.text.trim() === "*") {
      open.folds.push({ at: line.at, behind: open.rows.length });
      continue;
    }
    const like = lastOf(line, last, labelled);
    const [row = null, ...more] = readHexLine(unwrapped(line, last), like);
    const isWhole: boolean = row !== null && (row.isAll || row.bytes.length >= 8);
    // A log has the same before each row, of which the last may be shorter than a word.
    const isMore: boolean = row !== null && last !== null && isSame(row, last);
    const isOfOther: boolean = row !== null && like !== null && like !== last && isSame(row, like);
    last = isWhole || isMore || isOfOther ? row : null;
    if (!row || !last) {
      if (line.text.trim() !== "") isAll = false;
      open = null;
      continue;
    }
    if (!row.isAll) isAll = false;
    const goesOn: boolean = row.isAll || (isMore && !isStartAt(row.bytes, 0));
    const isOther =
      !goesOn ||
      isOfOther ||
      hasOtherWords(row, open?.rows[0] ?? row) ||
      isIndented(open?.rows[0] ?? row) !== isIndented(row);
    if (!open || isOther) {
      open = { rows: [], folds: [] };
      blocks.push(open);
    }
    open.rows.push(row);
    if (isWhole && row.before.trim() !== "" && !labelled.some((other) => isSame(row, other)))
      labelled.push(row);
    for (const other of more) {
      open = { rows: [other], folds: [] };
      blocks.push(open);
    }
  }
  const found = blocks.map((rows) => blockOf(rows, text));
  return { blocks: found.filter(({ bytes }) => bytes.length >= 4), isAll };
}

const MOST_LABELS = 8;

/** The line whose words this one has, too: the last one, or an earlier one, as where a log has lines for each direction. */
function lastOf(
  { text }: Line,
  last: HexLine | null,
  labelled: readonly HexLine[],
): HexLine | null {
  const has = ({ before }: HexLine) => matchLength(text, before) !== null;
  if (last && has(last)) return last;
  return labelled.slice(0, MOST_LABELS).find(has) ?? last;
}

/** Whether the same stands before both, numbers aside; not where it says how many bytes are in each. */
function isSame(row: HexLine, last: HexLine): boolean {
  return matchLength(row.before, last.before) === row.before.length && !COUNTED.test(row.before);
}

/** Whether both have something before their hex, and not the same. */
function hasOtherWords(row: HexLine, first: HexLine): boolean {
  return row.before.trim() !== "" && first.before.trim() !== "" && !isSame(row, first);
}

/** A line of digits that was wrapped within a byte goes on with the digit that was left over. */
function unwrapped(line: Line, last: HexLine | null): Line {
  const isWrapped = last?.isAll && last.odd !== "" && /^\s*[0-9a-f]+\s*$/i.test(line.text);
  if (!isWrapped) return line;
  return { ...line, text: last.odd + line.text.trimStart() };
}

function isIndented({ before }: HexLine): boolean {
  return before.startsWith("\t");
}

function blockOf({ rows, folds }: Rows, text: string): Block {
  const bytes = joinBytes(rows.map((row) => row.bytes));
  const [first] = rows as [HexLine];
  const last = rows.at(-1) as HexLine;
  const lost: PieceLoss[] = folds.map(({ at, behind }) => {
    const note = "Rows were folded into a line with a star, and no offset says how many.";
    const before = rows.slice(0, behind).reduce((length, row) => length + row.bytes.length, 0);
    return { what: "cut", at, note, offset: before };
  });
  if (last.odd !== "") {
    const note = "A hex digit is left over at the end: the text was cut.";
    lost.push({ what: "cut", at: last.at, note, offset: bytes.length });
  }
  const behind = text.slice(last.at + last.bytes.length * 2, last.at + last.bytes.length * 8 + 200);
  const said = COUNTED.exec(first.before) ?? /_len\s*=\s*(\d+)/i.exec(behind);
  const count = said?.[1] ?? said?.[2];
  if (count !== undefined && Number(count) !== bytes.length) {
    const note = `The text says ${count} bytes, and ${bytes.length} are there.`;
    lost.push({ what: "byte-count", at: first.at, note, offset: bytes.length });
  }
  const units = new Set(rows.map(({ unit }) => unit));
  const unit = units.size === 1 ? first.unit : 0;
  return { bytes, lost, isSecond: isIndented(first), unit, label: first.before };
}

/** Words with the low byte first, as `od -A n -x` prints them, where that makes sense of the first bytes. */
function swapWords(blocks: readonly Block[]): readonly Block[] {
  const swapped = blocks.map((block) => {
    const { bytes, unit } = block;
    if (![2, 4, 8].includes(unit) || bytes.length % unit !== 0) return block;
    const other = bytes.map((_, i) => bytes[i - (i % unit) + unit - 1 - (i % unit)] as number);
    return { ...block, bytes: other, lost: [...block.lost, ...filledUp(other)] };
  });
  return swapped.some(isMessage) ? swapped : blocks;
}

function filledUp(bytes: Uint8Array): PieceLoss[] {
  if (bytes.at(-1) !== 0) return [];
  const note = "The last word ends with a zero, which may be there to fill it up.";
  return [{ what: "byte-count", at: null, note, offset: bytes.length - 1 }];
}
