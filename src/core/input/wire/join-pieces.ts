import { joinBytes } from "./join-bytes.ts";
import type { Piece } from "./wire.ts";

/** Pieces of one direction as one, each loss where it was. */
export function joinPieces(pieces: readonly Piece[]): Piece {
  let offset = 0;
  const lost = pieces.flatMap(({ bytes, lost: all = [] }) => {
    const moved = all.map((loss) => ({ ...loss, offset: loss.offset + offset }));
    offset += bytes.length;
    return moved;
  });
  return { bytes: joinBytes(pieces.map(({ bytes }) => bytes)), lost };
}
