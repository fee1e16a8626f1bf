/** Bytes in percent-encoding, as `encodeURIComponent`, `urllib.parse.quote` and `rawurlencode` write them: `GET%20%2Fchat%20HTTP%2F1.1%0D%0A`. */
import { latin1 } from "../../bytes/ascii.ts";
import type { Format } from "../format.ts";
import { encode } from "../losses/charset.ts";
import { isStartAt } from "../wire/split-bytes.ts";
import { type Piece, type PieceLoss, readWire } from "../wire/wire.ts";

/** A request line or a status line, its line end escaped. */
const START =
  /(?<![\w%])(?:[A-Z]{3,7}(?:%20|\+)[^\s"'`<>]{0,8192}?)?HTTP(?:%2F|\/)\d(?:\.\d)?(?:(?:%20|\+)[^\s"'`<>]{0,400}?)?(?:%0D)?%0A/gi;
const END = /[\s"`<>]/g;

export const percent: Format = {
  id: "percent",
  name: "percent-encoding",
  detect: ({ text }) => /%0A/i.test(text) && text.search(START) >= 0,
  read: ({ text }, choice) => {
    const pieces = findPieces(text).filter(({ bytes }) => isStartAt(bytes, 0));
    return pieces.length > 0 ? readWire(pieces, percent.name, choice) : [];
  },
};

function findPieces(text: string): Piece[] {
  const pieces: Piece[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    END.lastIndex = START.lastIndex;
    const end = END.exec(text)?.index ?? text.length;
    const quote = text[match.index - 1] === "'" ? text.indexOf("'", match.index) : -1;
    pieces.push(decode(text, match.index, quote < 0 ? end : Math.min(quote, end)));
    START.lastIndex = Math.max(end, START.lastIndex);
  }
  return pieces;
}

/** A plus is a space where forms are encoded, and there no space is `%20`. */
function decode(text: string, from: number, to: number): Piece {
  const encoded = text.slice(from, to);
  const spaced = encoded.includes("%20") ? encoded : encoded.replaceAll("+", " ");
  const binary = encode(spaced, "utf-8") as string;
  const bytes = binary.replace(/%([0-9a-f]{2})/gi, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 16)),
  );
  const lost: PieceLoss[] = [];
  if (/%[0-9a-f]?$/i.test(encoded)) {
    const note = "The text ends within an escape: it was cut.";
    lost.push({ what: "cut", at: to, note, offset: bytes.length });
  }
  return { bytes: latin1(bytes), lost };
}
