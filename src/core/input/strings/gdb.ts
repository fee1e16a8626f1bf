/**
 * What gdb prints of memory: `$1 = "GET …", '\000' <repeats 20 times>`, `{71 'G', 69 'E', …}`, and the rows of `x/s` and `x/c`. Rows of
 * numbers alone are those of a hex dump.
 */
import { encodeUtf8 } from "../../bytes/utf8.ts";
import type { Format } from "../format.ts";
import { isStartAt } from "../wire/split-bytes.ts";
import { type Piece, type PieceLoss, readWire } from "../wire/wire.ts";
import { unescapeText } from "./escapes.ts";

const MARK =
  /^\$\d{1,5} = (?:\([^()\n]{1,40}\) |0x[0-9a-f]{1,16} |<[^>\n]{1,80}> ){0,3}["'{]|^0x[0-9a-f]{4,16}(?: <[^>\n]{1,80}>)?:[ \t]+(?:"|-?\d{1,3} ')|["'\d] <repeats \d+ times>/m;

/** What stands before a value: its name, type and address, what a row of `x` begins with, or its name in a struct. */
const BEFORE =
  /(?:^(?:\(gdb\) )?[ \t]{0,40}(?:(?:\$?[\w.]{1,80} = )?(?:\([^()\n]{1,40}\) |0x[0-9a-f]{1,16} |<[^>\n]{1,80}> ){0,3}|(0x[0-9a-f]{4,16}(?: <[^>\n]{1,80}>)?:[ \t]+))|(?<=[{,] ?)[\w.]{1,80} = )(?=["'{]|-?\d{1,3} ')/gim;

/** As C writes it, and the character that it is. */
const NUMBER =
  /(?:0x([0-9a-f]{1,2})|(-?\d{1,3}))(?![0-9a-fx])(?: '(?:[^'\\\n]|\\[^\n][0-7]{0,2})')?/iy;
/** The beginning of a character in UTF-8 that has no end; of what stands before it, gdb 13 leaves the last character out. */
const INCOMPLETE = /<incomplete sequence ((?:\\[0-7]{3}){1,8})>/y;
const REPEATS = / <repeats (\d{1,5}) times>/y;
const BETWEEN = /(?:[{}, \t]|(?<=, ?)\r?\n)+/y;

const NUL = 0;
/** So many bytes more than are written out are made of a paste: larger than any buffer of a handshake. */
const MOST_REPEATED = 0x10000;

export const gdb: Format = {
  id: "gdb",
  name: "gdb",
  detect: ({ text }) => MARK.test(text),
  read: ({ text }, choice) => {
    const pieces = piecesOf(text).filter(({ bytes }) => isStartAt(bytes, 0));
    return readWire(pieces, gdb.name, choice);
  },
};

interface Value {
  readonly bytes: readonly number[];
  readonly lost: readonly PieceLoss[];
  /** Index behind it. */
  readonly end: number;
  readonly hasString: boolean;
  /** Only its beginning is shown. */
  readonly isCut: boolean;
  /** How many zero bytes at its end are printed as one. */
  readonly zeros: number;
}

function piecesOf(text: string): Piece[] {
  const pieces: Piece[] = [];
  const reader = new ValueReader(text);
  /** Rows of `x`, each of which goes on where the one before ended. */
  let rows: Value[] = [];
  const endRows = (): void => {
    if (rows.length > 0) pieces.push(joinRows(rows));
    rows = [];
  };
  BEFORE.lastIndex = 0;
  for (let before = BEFORE.exec(text); before; before = BEFORE.exec(text)) {
    const value = reader.read(BEFORE.lastIndex);
    // Behind a bracket there may be nothing that can be read.
    BEFORE.lastIndex = Math.max(value.end, BEFORE.lastIndex + 1);
    if (before[1] === undefined) {
      endRows();
      pieces.push(pieceOf(value));
    } else {
      rows.push(value);
    }
  }
  endRows();
  return pieces;
}

/** `x/s` shows a string up to the zero byte that ends it, a long one in several rows. */
function joinRows(all: readonly Value[]): Piece {
  // Empty strings at the end are the zero bytes of the rest of a buffer.
  const rows = all.slice(0, all.findLastIndex(({ bytes }) => bytes.length > 0) + 1);
  const areStrings = rows.some(({ hasString }) => hasString);
  const bytes: number[] = [];
  const lost: PieceLoss[] = [];
  rows.forEach((row, i) => {
    lost.push(...row.lost.map((loss) => ({ ...loss, offset: bytes.length + loss.offset })));
    for (const byte of row.bytes) bytes.push(byte);
    if (areStrings && i + 1 < rows.length && !row.isCut) bytes.push(NUL);
  });
  if (areStrings) {
    const note =
      "x/s stops before a zero byte, and what stands behind is not in the paste; x/200xb shows all.";
    lost.push({ what: "cut", at: rows.at(-1)?.end ?? null, note, offset: bytes.length });
  }
  return { bytes: Uint8Array.from(bytes), lost };
}

/** A value of its own: a buffer is printed to its end, however much of it was received. */
function pieceOf({ bytes, lost, end, isCut, zeros }: Value): Piece {
  const offset = bytes.length - zeros;
  const more: PieceLoss[] = [];
  if (zeros > 0) {
    const note = `The ${zeros} zero bytes at the end were taken for the rest of the buffer.`;
    more.push({ what: "byte-count", at: end, note, offset });
  }
  if (isCut) {
    const note = "gdb shows the first 200 characters; after `set print elements 0` it shows all.";
    more.push({ what: "cut", at: end, note, offset });
  }
  return { bytes: Uint8Array.from(bytes.slice(0, offset)), lost: [...lost, ...more] };
}

class ValueReader {
  readonly #text: string;
  #at = 0;
  #mayRepeat = MOST_REPEATED;

  constructor(text: string) {
    this.#text = text;
  }

  /** All that is printed of one value, from `start` on. */
  read(start: number): Value {
    const bytes: number[] = [];
    const lost: PieceLoss[] = [];
    let hasString = false;
    let zeros = 0;
    this.#at = start;
    for (;;) {
      const end = this.#at;
      this.#take(BETWEEN);
      const item = this.#item();
      if (!item) {
        this.#at = end;
        break;
      }
      hasString ||= item.kind === "string";
      if (item.kind === "incomplete") {
        const note =
          "gdb shows a sequence of UTF-8 that is not whole, and leaves out the character before it.";
        lost.push({ what: "byte-count", at: this.#at, note, offset: bytes.length });
      }
      const times = item.bytes.length === 1 ? this.#times() : 1;
      for (let i = 0; i < times; i++) for (const byte of item.bytes) bytes.push(byte);
      zeros = times > 1 && item.bytes[0] === NUL ? times : 0;
    }
    const isCut = this.#text.startsWith("...", this.#at);
    return { bytes, lost, end: this.#at, hasString, isCut, zeros };
  }

  #item(): { readonly kind: "string" | "number" | "incomplete"; readonly bytes: number[] } | null {
    const incomplete = this.#take(INCOMPLETE)?.[1];
    if (incomplete) return { kind: "incomplete", bytes: bytesOf(incomplete, 0, null).bytes };
    const number = this.#take(NUMBER);
    if (number) {
      const [, hex, decimal] = number;
      const byte = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return { kind: "number", bytes: [byte & 0xff] };
    }
    const quote = this.#text[this.#at];
    if (quote !== '"' && quote !== "'") return null;
    const { bytes, end } = bytesOf(this.#text, this.#at + 1, quote);
    this.#at = end;
    return { kind: "string", bytes };
  }

  #times(): number {
    const times = Number(this.#take(REPEATS)?.[1] ?? 1);
    if (times > this.#mayRepeat) return 1;
    this.#mayRepeat -= times - 1;
    return times;
  }

  #take(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (found) this.#at = pattern.lastIndex;
    return found;
  }
}

/** Characters that stand there as themselves are those that gdb could decode. */
function bytesOf(
  text: string,
  start: number,
  quote: string | null,
): { readonly bytes: number[]; readonly end: number } {
  const { codes, characters, end } = unescapeText(text, start, quote, false);
  const isCharacter = new Set(characters);
  const bytes = codes.flatMap((code, i) =>
    isCharacter.has(i) ? [...encodeUtf8(String.fromCodePoint(code))] : [code],
  );
  return { bytes, end };
}
