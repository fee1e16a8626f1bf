/**
 * A string of a program or its log, and those that are joined to it by `+`, `.`, `&`, a comma, or nothing but white space, as one
 * run of codes that know where they stand.
 */
import { CR, LF } from "../../bytes/ascii.ts";
import { isWhole } from "../wire/split-bytes.ts";
import type { PieceLoss } from "../wire/wire.ts";
import { type Unescaped, unescapeText } from "./escapes.ts";
import { type Gap, isPrintedLine, lineEndsAt, readGap } from "./string-gap.ts";

export interface Chain {
  readonly codes: readonly number[];
  readonly at: readonly number[];
  /** Whether the language says that these are bytes: b'…'. */
  readonly isBytes: boolean;
  readonly characters: ReadonlySet<number>;
  readonly highestByte: number;
  readonly lost: readonly PieceLoss[];
  readonly start: number;
  readonly end: number;
  /** What stands before it on its line. */
  readonly label: string;
}

const PERCENT = 37;

/** Lines are looked at so far and no farther, or one long line would be walked again and again. */
const LINE_LIMIT = 4096;

export function endOfLine(text: string, at: number): number {
  const end = text.slice(at, at + LINE_LIMIT).indexOf("\n");
  return at + (end < 0 ? Math.min(LINE_LIMIT, text.length - at) : end);
}

/** What stands on the line before `start`. */
export function lineBefore(text: string, start: number): string {
  const before = text.slice(Math.max(0, start - LINE_LIMIT), start);
  return before.slice(before.lastIndexOf("\n") + 1);
}

export function isQuote(character: string | undefined): boolean {
  return character === '"' || character === "'" || character === "`";
}

/** The quote that is open at `start`: the character before it, or one that stands an odd number of times before it on its line. */
export function quoteBefore(text: string, start: number): string | null {
  const before = text[start - 1];
  if (before !== undefined && isQuote(before)) return before;
  const line = lineBefore(text, start);
  return ['"', "'"].find((quote) => (line.split(quote).length - 1) % 2 === 1) ?? null;
}

export function joinStrings(text: string, start: number, quote: string | null): Chain {
  const codes: number[] = [];
  const at: number[] = [];
  const characters = new Set<number>();
  const lost: PieceLoss[] = [];
  const isFormat = /\bprintf\s+\$?["']$/.test(lineBefore(text, start));
  // Arrows join the strings of C++, but not where every line of a log begins with one.
  const isLogged = /^\s*(?:<<|>>)\s*b?["']?$/.test(lineBefore(text, start));
  let highestByte = 0;
  let end = start;
  let isInList = false;
  let isInLines = false;
  let isHeadOver = false;
  let next: { readonly at: number; readonly quote: string | null } | null = { at: start, quote };
  const endLine = (note: string) => {
    const lineEnd = codes.at(-1) === CR ? [LF] : [CR, LF];
    codes.push(...lineEnd);
    at.push(...lineEnd.map(() => end));
    if (lost.some(({ what }) => what === "line-endings")) return;
    lost.push({ what: "line-endings", at: end, note, offset: codes.length - 1 });
  };
  while (next) {
    const read = readString(text, next.at, next.quote);
    const isCharacter = new Set(read.characters);
    const from = codes.length;
    for (let i = 0; i < read.codes.length; i++) {
      // printf's own escape.
      if (isFormat && read.codes[i] === PERCENT && read.codes[i + 1] === PERCENT) i += 1;
      if (isCharacter.has(i)) characters.add(codes.length);
      codes.push(read.codes[i] as number);
      at.push(read.at[i] as number);
    }
    end = read.end;
    const lacksEnd = () => codes.at(-1) !== LF || read.codes.length === 0;
    if (read.closed && isPrintedLine(text, next.at) && lacksEnd())
      endLine("Each line is printed by a call of its own, so their line ends were put there.");
    isHeadOver ||= hasBlankLine(codes, Math.max(0, from - 3));
    highestByte = Math.max(highestByte, read.highestByte);
    if (next.quote !== null && !read.closed) {
      const note = "The string has no closing quote: its end is not in the paste.";
      lost.push({ what: "cut", at: end, note, offset: codes.length });
    }
    const isCut = read.closed && text.startsWith("...", end);
    if (isCut) {
      const note = "The tool shows the beginning of the string, as the dots behind it say.";
      lost.push({ what: "cut", at: end, note, offset: codes.length });
    }
    const gap: Gap | null = read.closed && !isLogged ? readGap(text, end) : null;
    // The next item of a list may be another thing altogether, once the head has ended in one string.
    if (gap?.isList && isHeadOver && !isInList && !isBinary(text, gap)) break;
    const isFirst = !isInList;
    isInList ||= gap?.isList ?? false;
    next = gap && { at: gap.at, quote: gap.quote };
    if (!gap) {
      const ends = read.closed ? lineEndsAt(text, end) : [];
      codes.push(...ends);
      at.push(...ends.map(() => end));
      if (read.closed && ends.length === 0 && !isLogged && goesOn(text, end)) {
        const note = "What is joined to the string is no string: its value is not in the paste.";
        lost.push({ what: "cut", at: end, note, offset: codes.length });
      }
      break;
    }
    for (const piece of gap.between) {
      for (const character of piece) {
        codes.push(character.charCodeAt(0));
        at.push(end);
      }
      if (!piece.startsWith("{")) continue;
      const note = `The text is source code: what ${piece} was is not in it.`;
      lost.push({ what: "redacted", at: end, note, offset: codes.length - 1 });
    }
    isInLines = isFirst ? isStartLine(codes) : isInLines;
    if (gap.isList && isInLines && lacksEnd())
      endLine("The lines are items of a list, so their line ends were put there.");
  }
  const mayLackZeros = text[start - 2] === "$" && quote === "'" && !codes.includes(0);
  if (mayLackZeros && !isWhole(Uint8Array.from(codes))) {
    const note = "A shell's string cannot hold a zero byte: whatever bytes 00 there were are gone.";
    lost.push({ what: "byte-count", at: end, note, offset: codes.length });
  }
  const isBytes =
    quote !== null &&
    /(?:^|[^a-z0-9])(?:b|br|rb)$/i.test(text.slice(Math.max(0, start - 4), start - 1));
  return {
    codes,
    at,
    isBytes,
    characters,
    highestByte,
    lost,
    start,
    end,
    label: lineBefore(text, start),
  };
}

/** Whether something is joined to the string that ends at `at`. */
function goesOn(text: string, at: number): boolean {
  return /^[^\S\n]*(?:\+|<<)\s*(?!(?:std::)?endl\b)[\w$(]/.test(text.slice(at, at + 80));
}

/** PHP's single-quoted strings run over lines, and know no escapes but \\ and \'. */
function readString(text: string, at: number, quote: string | null): Unescaped {
  const oneLine = unescapeText(text, at, quote, quote === "`");
  if (quote === null) return unescapeText(withinBrackets(text, at, oneLine.end), at, null, false);
  if (oneLine.closed) return oneLine;
  const escapes = oneLine.codes.length < oneLine.end - at;
  if (quote === '"' || escapes) {
    const multiLine = unescapeText(text, at, quote, true);
    return multiLine.closed && quote === '"' ? multiLine : oneLine;
  }
  return readVerbatim(text, at, quote);
}

const BRACKETS: Record<string, string> = { "<": ">", "[": "]", "{": "}", "(": ")" };

/** The text up to what closes the brackets right before `at`, as in Jetty's `<<<…>>>`. */
function withinBrackets(text: string, at: number, end: number): string {
  const [opening = ""] = /([<[{(])\1{0,7}$/.exec(text.slice(Math.max(0, at - 8), at)) ?? [];
  const closing = Array.from(opening, (bracket) => BRACKETS[bracket]).join("");
  const closed = closing === "" ? -1 : text.slice(at, end).lastIndexOf(closing);
  return text.slice(0, closed < 0 ? end : at + closed);
}

function readVerbatim(text: string, start: number, quote: string): Unescaped {
  const codes: number[] = [];
  const at: number[] = [];
  const characters: number[] = [];
  let index = start;
  while (index < text.length && text[index] !== quote) {
    if (text[index] === "\\" && (text[index + 1] === quote || text[index + 1] === "\\")) index += 1;
    const code = text.charCodeAt(index);
    if (code > 0x7f) characters.push(codes.length);
    codes.push(code);
    at.push(index);
    index += 1;
  }
  return { codes, at, end: index + 1, closed: index < text.length, characters, highestByte: 0 };
}

/** Whether there are two line ends in a row from an index on. */
function hasBlankLine(codes: readonly number[], from: number): boolean {
  for (let i = codes.indexOf(LF, from); i >= 0; i = codes.indexOf(LF, i + 1)) {
    const next = codes[i + 1] === CR ? codes[i + 2] : codes[i + 1];
    if (next === LF) return true;
  }
  return false;
}

/** A start line and nothing else: then the other strings are lines, too, and not pieces of any length. */
export function isStartLine(codes: readonly number[]): boolean {
  if (codes.includes(LF)) return false;
  return (
    /HTTP\/\d(?:\.\d)?$/.test(String.fromCharCode(...codes.slice(-16))) ||
    /^HTTP\/\d(?:\.\d)? \d{3}/.test(String.fromCharCode(...codes.slice(0, 16)))
  );
}

/** Whether a string is one of bytes. */
function isBinary(text: string, { at, quote }: Gap): boolean {
  const { highestByte, codes } = readString(text, at, quote);
  return (
    /[^a-z0-9]b$/i.test(text.slice(at - 3, at - 1)) ||
    highestByte > 0x7e ||
    codes.some((code) => code < 9)
  );
}

export function endsHead(codes: readonly number[]): boolean {
  const text = String.fromCharCode(...codes.slice(-4));
  return text.endsWith("\r\n\r\n") || text.endsWith("\n\n");
}
