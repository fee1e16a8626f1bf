/**
 * Bytes as a list of decimal numbers: Node's `{"type":"Buffer","data":[…]}` and Uint8Array, Python's list, Ruby's bytes, Java's
 * signed bytes, Go's `[71 69 84]`, and an object with the indexes as its names.
 */
import type { Format } from "./format.ts";
import { isStartAt } from "./split-bytes.ts";
import { type Piece, type PieceLoss, readWire } from "./wire.ts";

const FEWEST = 8;

export const numbers: Format = {
  id: "numbers",
  name: "list of byte values",
  detect: ({ text }) => /[[{]\s*(?:"0":\s*)?-?\d{1,3}[\s,]/.test(text),
  read: ({ text }, choice) => {
    const pieces = findLists(text);
    const isWhole = choice.format === numbers.id || pieces.some(({ bytes }) => isStartAt(bytes, 0));
    return isWhole ? readWire(pieces, numbers.name, choice) : [];
  },
};

function findLists(text: string): Piece[] {
  const pieces: Piece[] = [];
  const opening = /[[{]/g;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const piece = readList(text, match.index + 1);
    if (!piece) continue;
    opening.lastIndex = piece.end;
    if (piece.bytes.length >= FEWEST) pieces.push(piece);
  }
  return pieces;
}

const ITEM = /[\s,]*(?:"?\d{1,7}"?:\s*)?(-?\d{1,3})(?=[\s,\]}]|$)/y;
const MORE = /[\s,]*\.{3}\s*(\d+) more items?/y;

function readList(text: string, start: number): (Piece & { readonly end: number }) | null {
  const values: number[] = [];
  const lost: PieceLoss[] = [];
  let end = start;
  ITEM.lastIndex = start;
  for (let item = ITEM.exec(text); item; item = ITEM.exec(text)) {
    const value = Number(item[1]);
    if (value < -128 || value > 255) return null;
    values.push(value & 0xff);
    end = ITEM.lastIndex;
  }
  if (values.length === 0) return null;
  MORE.lastIndex = end;
  const more = MORE.exec(text);
  if (more) {
    const note = `Node showed ${values.length} bytes only; ${more[1]} more are not in the paste.`;
    lost.push({ what: "cut", at: end, note, offset: values.length });
  } else if (!/^\s*,?\s*[\]}]/.test(text.slice(end, end + 64))) {
    const note = "The list has no closing bracket: its end is not in the paste.";
    lost.push({ what: "cut", at: end, note, offset: values.length });
  }
  return { bytes: Uint8Array.from(values), lost, end };
}
