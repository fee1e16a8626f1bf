/** Hex digits without offsets: `xxd -p`, `xxd -i`, arrays of C, "as a Hex Stream", whatever a log prints. */
import type { Conversation } from "./conversation.ts";
import type { Choice, Format, Pasted } from "./format.ts";
import { type HexLine, readHexLine } from "./hex-tokens.ts";
import { joinBytes } from "./join-bytes.ts";
import { isRequestAt, isStartAt } from "./split-bytes.ts";
import { type Piece, type PieceLoss, readStreams, readWire } from "./wire.ts";

export const plainHex: Format = {
  id: "hex",
  name: "hex",
  detect: ({ text }) =>
    /(?:(?:0x|\\{1,8}x|%)?[0-9a-f]{2}[^0-9a-z\\]{0,3}){3}(?:0x|\\{1,8}x|%)?[0-9a-f]{2}/i.test(text),
  read: (pasted, choice) => read(pasted, plainHex.name, choice),
};

interface Block extends Piece {
  readonly lost: readonly PieceLoss[];
  /** Whether its lines are indented: Wireshark indents what the second peer sent. */
  readonly isSecond: boolean;
}

function read(pasted: Pasted, format: string, choice: Choice): Conversation[] {
  const { blocks, isAll } = readBlocks(pasted);
  const isHex = choice.format === plainHex.id || isAll;
  if (blocks.length === 0) return [];
  if (!isHex && !blocks.some(({ bytes }) => isStartAt(bytes, 0))) return [];
  const first = join(blocks.filter(({ isSecond }) => !isSecond));
  const second = join(blocks.filter(({ isSecond }) => isSecond));
  if (first.bytes.length === 0 || second.bytes.length === 0)
    return readWire(blocks, format, choice);
  const isSwapped = isRequestAt(second.bytes, 0);
  return isSwapped ? readStreams(second, first, format) : readStreams(first, second, format);
}

/** Lines of nothing but hex go on; any other line ends a block, and one with words before its hex begins one. */
function readBlocks({ lines, text }: Pasted): {
  readonly blocks: Block[];
  readonly isAll: boolean;
} {
  const blocks: HexLine[][] = [];
  let open: HexLine[] | null = null;
  let isAll = true;
  for (const line of lines) {
    const row = readHexLine(line);
    const isRow = row !== null && (row.isAll || row.bytes.length >= 8);
    if (!isRow) {
      if (line.text.trim() !== "") isAll = false;
      open = null;
      continue;
    }
    if (!row.isAll) isAll = false;
    if (!open || !row.isAll || isIndented(open[0] as HexLine) !== isIndented(row)) {
      open = [];
      blocks.push(open);
    }
    open.push(row);
  }
  const found = blocks.map((rows) => blockOf(rows, text));
  return { blocks: found.filter(({ bytes }) => bytes.length >= 4), isAll };
}

function isIndented({ before }: HexLine): boolean {
  return before.startsWith("\t");
}

function blockOf(rows: readonly HexLine[], text: string): Block {
  const bytes = joinBytes(rows.map((row) => row.bytes));
  const [first] = rows as [HexLine];
  const last = rows.at(-1) as HexLine;
  const lost: PieceLoss[] = [];
  if (last.isOdd) {
    const note = "A hex digit is left over at the end: the text was cut.";
    lost.push({ what: "cut", at: last.at, note, offset: bytes.length });
  }
  const behind = text.slice(last.at + last.bytes.length * 2, last.at + last.bytes.length * 8 + 200);
  const said =
    /\((\d+) bytes?\)\s*:?\s*$/i.exec(first.before)?.[1] ?? /_len\s*=\s*(\d+)/.exec(behind)?.[1];
  if (said !== undefined && Number(said) !== bytes.length) {
    const note = `The text says ${said} bytes, and ${bytes.length} are there.`;
    lost.push({ what: "byte-count", at: first.at, note, offset: bytes.length });
  }
  return { bytes, lost, isSecond: isIndented(first) };
}

function join(blocks: readonly Block[]): Piece {
  let offset = 0;
  const lost = blocks.flatMap((block) => {
    const moved = block.lost.map((loss) => ({ ...loss, offset: loss.offset + offset }));
    offset += block.bytes.length;
    return moved;
  });
  return { bytes: joinBytes(blocks.map(({ bytes }) => bytes)), lost };
}
