/** Who sent what, where a log says it before the bytes: `<< …` and `>> …`, `recv …` and `send …`. */
import { joinPieces } from "./join-pieces.ts";
import { isRequestAt, isStartAt } from "./split-bytes.ts";
import type { Piece } from "./wire.ts";

/**
 * What the client and what the server sent, when the one request and the one response have different words before them, and everything
 * else the words of either; else null.
 */
export function splitByLabel(pieces: readonly Piece[]): readonly [Piece, Piece] | null {
  const starts = pieces.filter(({ bytes }) => isStartAt(bytes, 0));
  const [request, response] = starts;
  if (starts.length !== 2 || !request || !response || pieces.length === 2) return null;
  if (!isRequestAt(request.bytes, 0) || isRequestAt(response.bytes, 0)) return null;
  const [asked, answered] = [words(request), words(response)];
  if (asked === answered || !pieces.every((piece) => [asked, answered].includes(words(piece))))
    return null;
  const of = (label: string) => joinPieces(pieces.filter((piece) => words(piece) === label));
  return [of(asked), of(answered)];
}

/** Numbers, quotes and what a language puts before them differ from line to line. */
function words({ label = "" }: Piece): string {
  return label
    .replace(/\d+/g, "0")
    .replace(/b?["'`]$/, "")
    .trim();
}
