/**
 * What logs, mails and terminals put in front of every line: "> ", "[Line #12] ", a time, the name of a logger. It is known by the
 * line where a message starts, and taken off the lines below that have the same, numbers aside.
 */
import type { Loss } from "../conversation.ts";
import { sideOfName } from "../headers/known-names.ts";
import { dropStart, isBlank, type Line } from "./lines.ts";
import { isFence } from "./markup.ts";
import { startLine } from "./message-text.ts";

export interface Undressed {
  readonly lines: readonly Line[];
  /** Lines in a head that had another prefix, and were left out. */
  readonly others: readonly Line[];
  /** What stood before status lines alone, and is of no log. */
  readonly lost: readonly Omit<Loss, "in">[];
}

const LONGEST_PREFIX = 200;

/** Blanks, or what is left of a byte order mark: neither words nor the marks of a log. */
const JUNK = /^[^!-~]+$|^\?{1,3}$/;

/** Takes prefixes off; lines outside of messages stay as they are. */
export function dropPrefixes(lines: readonly Line[]): Undressed {
  const kept: Line[] = [];
  const others: Line[] = [];
  const lost: Omit<Loss, "in">[] = [];
  let shape: Shape | null = null;
  /** What stands before a start line alone. */
  let words = "";
  let isInHead = false;
  lines.forEach((line, index) => {
    const start = isFence(line) ? null : startLine(line);
    if (isFence(line)) {
      kept.push(line);
      shape = null;
      words = "";
      isInHead = false;
      return;
    }
    if (start && start.from <= LONGEST_PREFIX) {
      const prefix = line.text.slice(0, start.from);
      const again: Shape | null = shape?.isSpace && shape.prefix === prefix ? shape : null;
      shape = shapeOf(prefix, lines.slice(index + 1, index + 1 + LOOKED_AT)) ?? again;
      words = shape ? "" : prefix;
      if (shape === null && start.side === "response" && JUNK.test(prefix)) {
        const note = `${JSON.stringify(prefix)} stands before the status line; whether the server sent it is not known, and it was left out.`;
        const at = line.at + start.from;
        lost.push({ what: prefix.trim() === "" ? "edge-spaces" : "start-line", at, note });
      }
      isInHead = true;
      kept.push(dropStart(line, start.from));
      return;
    }
    const plain = shape && withoutPrefix(line, shape);
    if (isInHead && (plain ?? line).text.trim() === "") isInHead = false;
    const isOther =
      shape === null ? isOfLog(line, words) : !shape.isSpace || !FIELD.test(line.text);
    if (plain) kept.push(plain);
    else if (isInHead && isOther) others.push(line);
    else kept.push(line);
  });
  return { lines: kept, others, lost };
}

/** What ends the words of a log, or its time, and the blank behind it; or whatever stands before the offset of a dump. */
const WORDS_END = /[>:\]|)Z/-] |:(?=\S)|(?<![0-9a-f])(?=0{6,8} {2})/g;
const MOST_ENDS = 8;

/** The lines without the words that all of them begin with, numbers aside; null when they have none in common. */
export function dropWords(lines: readonly Line[]): readonly Line[] | null {
  const rows = lines.filter((line) => !isBlank(line));
  const first = rows[0]?.text.slice(0, LONGEST_PREFIX) ?? "";
  const ends = Array.from(
    first.matchAll(WORDS_END),
    ({ 0: end, index }) => index + end.length,
  ).slice(-MOST_ENDS);
  if (rows.length < 2) return null;
  const prefix = ends
    .toReversed()
    .map((end) => first.slice(0, end))
    .find((words) => rows.every(({ text }) => matchLength(text, words) !== null));
  if (prefix === undefined) return null;
  return lines.map((line) => dropStart(line, matchLength(line.text, prefix) ?? 0));
}

interface Shape {
  readonly prefix: string;
  readonly isSpace: boolean;
}

/** Other words than those before the start line, as HAProxy has them for fields. */
const FIELD_BEHIND_WORDS = /^([^\n]*[>:\]|)-] )([A-Za-z][\w-]*): /;

const FIELD = /^[ \t]*[A-Za-z][\w-]{0,80}[ \t]?:/;

/** Whether a line below a start line that alone had words before it goes on with the log, as it begins with the same mark. */
function isOfLog({ text }: Line, words: string): boolean {
  return /^[\d[<]/.test(words) && sameMark(text, words) && !FIELD.test(text);
}

function sameMark(a: string, b: string): boolean {
  return a[0] === b[0] || (/^\d/.test(a) && /^\d/.test(b));
}

/** How many lines below a start line may have what stands before it: another part of the program may have printed one between. */
const LOOKED_AT = 3;

/** Null when the lines below have nothing like it: then only the start line had something before it. */
function shapeOf(prefix: string, below: readonly Line[]): Shape | null {
  const [next, ...later] = below;
  if (!next) return null;
  const shape = { prefix, isSpace: prefix.trim() === "" };
  if (prefix !== "" && withoutPrefix(next, shape)) return shape;
  const isLater = later.some((line) => !isBlank(line) && withoutPrefix(line, shape) !== null);
  if (!shape.isSpace && isLater && isOfLog(next, prefix)) return shape;
  const words = FIELD_BEHIND_WORDS.exec(next.text.slice(0, LONGEST_PREFIX));
  if (!shape.isSpace && words && sideOfName(words[2] as string) !== null)
    return { prefix: words[1] as string, isSpace: false };
  // Below the start line nothing is folded: a first field that is indented shows how all of them are.
  const indent = /^[ \t]+(?=[\w-]{1,80}:)/.exec(next.text)?.[0];
  return indent === undefined ? null : { prefix: indent, isSpace: true };
}

/** The line without the prefix, or null when it has another. A blank line may have lost the end of it. */
function withoutPrefix(line: Line, { prefix, isSpace }: Shape): Line | null {
  if (isBlank(line)) return dropStart(line, line.text.length);
  const length = matchLength(line.text, prefix);
  if (length !== null) return dropStart(line, length);
  if (isSpace) return null;
  const trimmed = prefix.trimEnd();
  const rest = matchLength(line.text, trimmed);
  return rest !== null && line.text.length === rest ? dropStart(line, rest) : null;
}

/** How long the prefix is in this line when runs of digits, and the blanks that align them, may differ, or null. */
export function matchLength(text: string, prefix: string): number | null {
  let at = 0;
  let inPrefix = 0;
  while (inPrefix < prefix.length) {
    const blanks = blanksAt(prefix, inPrefix);
    const digits = digitsAt(prefix, inPrefix + blanks);
    if (digits > 0) {
      inPrefix += blanks;
      const blanksHere = blanksAt(text, at);
      // A number that takes more columns takes them from the blanks before it.
      const isAligned =
        blanksHere === blanks || digits + blanks === digitsAt(text, at + blanksHere) + blanksHere;
      if (!isAligned) return null;
      at += blanksHere;
      const here = digitsAt(text, at);
      if (here === 0) return null;
      inPrefix += digits;
      at += here;
    } else {
      if (text[at] !== prefix[inPrefix]) return null;
      inPrefix += 1;
      at += 1;
    }
  }
  return at;
}

function blanksAt(text: string, from: number): number {
  let at = from;
  while (text[at] === " ") at += 1;
  return at - from;
}

function digitsAt(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) >= 0x30 && text.charCodeAt(at) <= 0x39) at += 1;
  return at - from;
}
