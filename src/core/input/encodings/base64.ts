/**
 * Base64 (RFC 4648), wrapped or not, in a data URL, in JSON or on its own; also the alphabet for URLs. Messages are found by how
 * their first bytes look in it, so that words are never taken for it.
 */
import type { Format } from "../format.ts";
import { joinLines } from "../text/lines.ts";
import { dropWords } from "../text/log-prefix.ts";
import { isStartAt } from "../wire/split-bytes.ts";
import { type Piece, type PieceLoss, readWire } from "../wire/wire.ts";

/** "GET ", "POST ", "HEAD ", "PUT ", "OPTIONS ", "CONNECT ", "HTTP/" and "http/"; the latter behind a space, a line end or a byte order mark, too. */
const START =
  /R0VUI[A-P]|UE9TVC|SEVBRC|UFVUI[A-P]|T1BUSU9OUy|Q09OTkVDVC|SFRUUC8|aHR0cC8|IEhUVFAv|CkhUVFAv|DQpIVFRQL|77u[/_]SFRUUC8/g;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

export const base64: Format = {
  id: "base64",
  name: "base64",
  detect: ({ text }) => text.search(START) >= 0,
  read: ({ text: whole, lines }, choice) => {
    const words = dropWords(lines);
    const text = words === null ? whole : joinLines(words);
    const pieces = findPieces(text).filter(({ bytes }) => isStartAt(bytes, 0));
    if (pieces.length > 0) return readWire(pieces, base64.name, choice);
    if (choice.format !== base64.id) return [];
    const start = text.indexOf("base64,") < 0 ? 0 : text.indexOf("base64,") + 7;
    return readWire([decodeFrom(text, start)], base64.name, choice);
  },
};

/** The bytes of a text that is base64 from its start; to the first character that is none. */
export function decodeBase64(text: string): Uint8Array {
  return decodeFrom(text, 0).bytes;
}

function findPieces(text: string): (Piece & { readonly end: number })[] {
  const pieces: (Piece & { readonly end: number })[] = [];
  START.lastIndex = 0;
  for (let match = START.exec(text); match; match = START.exec(text)) {
    const before = text[match.index - 1];
    if (before !== undefined && sextet(before) >= 0) continue;
    const piece = decodeFrom(text, match.index);
    pieces.push(piece);
    START.lastIndex = Math.max(piece.end, START.lastIndex);
  }
  return pieces;
}

/** Decodes to the padding, or to the first character that is neither base64 nor a line end. */
function decodeFrom(text: string, start: number): Piece & { readonly end: number } {
  const bytes: number[] = [];
  let bits = 0;
  let count = 0;
  let at = start;
  for (; at < text.length; at++) {
    const value = sextet(text[at] as string);
    // PHP's JSON has a backslash before a slash.
    if (value < 0 && text[at] === "\\" && text[at + 1] === "/") continue;
    if (value < 0) {
      const next = nextLine(text, at);
      if (next === null) break;
      at = next - 1;
      continue;
    }
    bits = ((bits << 6) | value) & 0xffff;
    count += 1;
    if (count % 4 !== 1) bytes.push((bits >> (6 - 2 * ((count - 1) % 4))) & 0xff);
  }
  const lost: PieceLoss[] = [];
  if (count % 4 === 1) {
    const note = "A base64 character is left over at the end: the text was cut.";
    lost.push({ what: "cut", at, note, offset: bytes.length });
  }
  return { bytes: Uint8Array.from(bytes), lost, end: at };
}

const LONGEST_LINE = 200;

/** Where the next line goes on, or null when this is no line end (plain, or escaped as in JSON), or the next begins a message. */
function nextLine(text: string, at: number): number | null {
  const end = /(?:\r?\n|\\r?\\?n|\\n)[ \t>]*/y;
  end.lastIndex = at;
  const match = end.exec(text);
  if (!match) return null;
  const next = text.slice(end.lastIndex, end.lastIndex + LONGEST_LINE);
  // A line of prose is not more base64.
  const goesOn = /^[\w+/-]+={0,2}\s*(?:[\\"']|$)/m.exec(next)?.index === 0;
  return goesOn && next.search(START) !== 0 ? end.lastIndex : null;
}

function sextet(character: string): number {
  if (character === "-") return 62;
  if (character === "_") return 63;
  return character === "" ? -1 : ALPHABET.indexOf(character);
}
