/** `<Buffer 47 45 54 …>`, `[Uint8Contents]: <47 45 54 …>`: what Node prints for bytes, the first 50 or 100 and how many more there are. */

import type { Format } from "../format.ts";
import { findChains } from "../strings/find-chains.ts";
import { lineBefore } from "../strings/string-chain.ts";
import type { Line } from "../text/lines.ts";
import { startLine } from "../text/message-text.ts";
import { isStartAt } from "../wire/split-bytes.ts";
import { type Piece, type PieceLoss, readWire } from "../wire/wire.ts";

const OPENING = /<(?:Slow)?Buffer(?=[ >])|\[Uint8Contents\]: <(?=[0-9a-f]{2}\b)/gi;
const BYTE = / ?([0-9a-f]{2})(?![0-9a-f])/iy;
const END = /( ?\.\.\.(?: (\d+) more bytes?)?)?( ?>)?/y;

export const nodeBuffer: Format = {
  id: "node-buffer",
  name: "Node Buffer",
  detect: ({ text }) => /<(?:Slow)?Buffer |\[Uint8Contents\]: </i.test(text),
  read: ({ text, lines }, choice) => {
    const pieces = findBuffers(text);
    // Beside a head as text or in a string, they are what stands behind it.
    const isBody =
      !pieces.some(({ bytes }) => isStartAt(bytes, 0)) &&
      (lines.some(isStart) || findChains(text).length > 0);
    return isBody && choice.format !== nodeBuffer.id
      ? []
      : readWire(pieces, nodeBuffer.name, choice);
  },
};

function isStart(line: Line): boolean {
  return startLine(line) !== null;
}

function findBuffers(text: string): Piece[] {
  const pieces: Piece[] = [];
  OPENING.lastIndex = 0;
  for (let match = OPENING.exec(text); match; match = OPENING.exec(text)) {
    const bytes: number[] = [];
    BYTE.lastIndex = OPENING.lastIndex;
    let end = BYTE.lastIndex;
    for (let byte = BYTE.exec(text); byte; byte = BYTE.exec(text)) {
      bytes.push(Number.parseInt(byte[1] as string, 16));
      end = BYTE.lastIndex;
    }
    END.lastIndex = end;
    const [whole = "", dots, more, closing] = END.exec(text) ?? [];
    OPENING.lastIndex = end;
    const isWhole = dots === undefined && closing !== undefined;
    pieces.push({
      bytes: Uint8Array.from(bytes),
      label: lineBefore(text, match.index),
      lost: isWhole ? [] : [cut(bytes.length, more, end + whole.length)],
    });
  }
  return pieces;
}

function cut(shown: number, more: string | undefined, at: number): PieceLoss {
  const how = more ? `${more} more are not in the paste` : "the others are not in the paste";
  const note = `Node showed the first ${shown} bytes, and ${how}; buffer.toString("hex") shows all.`;
  return { what: "cut", at, note, offset: shown };
}
