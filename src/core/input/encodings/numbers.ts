/**
 * Bytes as a list of numbers, decimal, octal or binary: Node's `{"type":"Buffer","data":[…]}` and Uint8Array, Python's lists and
 * tuples, Ruby's bytes, Java's signed bytes, Go's `[71 69 84]`, Erlang's and Elixir's `<<71,69,84>>`, PHP's arrays and other objects
 * with the indexes as names; or numbers and nothing around them.
 */
import type { Format } from "../format.ts";
import { isStartAt } from "../wire/split-bytes.ts";
import { type Piece, type PieceLoss, readWire } from "../wire/wire.ts";

const FEWEST = 8;
/** Numbers without brackets are bytes only where there are more of them than in a date. */
const FEWEST_BARE = 16;

export const numbers: Format = {
  id: "numbers",
  name: "list of byte values",
  detect: ({ text }) => /\d[\s,;)]/.test(text),
  read: ({ text }, choice) => {
    const lists = findLists(text, OPENING, FEWEST);
    const isChosen = choice.format === numbers.id;
    if (isChosen ? lists.length > 0 : lists.some(isMessage))
      return readWire(lists, numbers.name, choice);
    const bare = findLists(text, BARE, FEWEST_BARE);
    return isChosen || bare.some(isMessage) ? readWire(bare, numbers.name, choice) : [];
  },
};

function isMessage({ bytes }: Piece): boolean {
  return isStartAt(bytes, 0);
}

const OPENING = /<<|[[{(]/g;
/** A number, or its index, that stands at the start of a line or behind a space. */
const BARE = /(?:^|(?<=\s))(?=\[?\d)/gm;
/** `"0": `, `[0] => `, `0: ` */
const INDEX = '(?:\\[?"?\\d{1,7}"?\\]?\\s*(?:=>|:)\\s*)?';
const VALUE = "(?:int\\((-?\\d{1,3})\\)|(-?\\d{1,8})(?:u8)?)";
const ITEM = new RegExp(`[\\s,;>]*${INDEX}${VALUE}(?=[\\s,;\\]})>]|$)`, "y");
const MORE = /[\s,]*(?:\.{3}|…)\s*(?:(\d+) more items?)?/y;
/** od's star for rows that are the same. */
const FOLDED = /^\s*\n\*\s*\n/;
/** The bracket, or what a console shows of an array behind its items. */
const CLOSING = /^\s*,?\s*(?:[\]})]|>>|[a-z]+: )/;

function findLists(text: string, opening: RegExp, fewest: number): Piece[] {
  const pieces: Piece[] = [];
  const isBare = opening === BARE;
  opening.lastIndex = 0;
  for (let match = opening.exec(text); match; match = opening.exec(text)) {
    const from = match.index + match[0].length;
    const { values, end } = readItems(text, from);
    opening.lastIndex = Math.max(end, from, match.index + (isBare ? 1 : 0));
    const bytes = values.length < fewest ? null : bytesOf(values);
    // A debugger shows items with their indexes, and no brackets around them.
    const isOpen = isBare || /^\[\d+\]/.test(text.slice(match.index, match.index + 10));
    if (bytes) pieces.push({ bytes, lost: cutsAt(text, end, bytes.length, isOpen) });
  }
  return pieces;
}

function readItems(
  text: string,
  start: number,
): { readonly values: readonly string[]; readonly end: number } {
  const values: string[] = [];
  let end = start;
  ITEM.lastIndex = start;
  for (let item = ITEM.exec(text); item; item = ITEM.exec(text)) {
    values.push((item[1] ?? item[2]) as string);
    end = ITEM.lastIndex;
  }
  return { values, end };
}

/** Null when the numbers are no bytes. */
function bytesOf(values: readonly string[]): Uint8Array | null {
  const read = (radix: number) =>
    Uint8Array.from(values, (value) => Number.parseInt(value, radix) & 0xff);
  if (values.every((value) => /^[01]{8}$/.test(value))) return read(2);
  const isDecimal = values.every((value) => Number(value) >= -128 && Number(value) <= 255);
  const decimal = isDecimal ? read(10) : null;
  if (decimal && isStartAt(decimal, 0)) return decimal;
  const octal = values.every((value) => /^[0-3]?[0-7]{1,2}$/.test(value)) ? read(8) : null;
  return octal && isStartAt(octal, 0) ? octal : decimal;
}

function cutsAt(text: string, end: number, count: number, isOpen: boolean): PieceLoss[] {
  MORE.lastIndex = end;
  const more = MORE.exec(text);
  const cut = (note: string): PieceLoss[] => [{ what: "cut", at: end, note, offset: count }];
  if (more) {
    const how = more[1] === undefined ? "the others" : `${more[1]} more`;
    return cut(`Only ${count} bytes were shown; ${how} are not in the paste.`);
  }
  if (FOLDED.test(text.slice(end, end + 64)))
    return cut("Rows were folded into a line with a star, and no offset says how many.");
  if (isOpen || CLOSING.test(text.slice(end, end + 64))) return [];
  return cut("The list has no closing bracket: its end is not in the paste.");
}
