/**
 * A message in several entries of a log: what stands before the first string on its line stands before the others on theirs, numbers
 * aside. An entry is what one call sent or received, or one line of a head without its line end.
 */
import { CR, LF } from "../../bytes/ascii.ts";
import { matchLength } from "../text/log-prefix.ts";
import { START } from "./start-words.ts";
import {
  type Chain,
  endOfLine,
  endsHead,
  isQuote,
  isStartLine,
  joinStrings,
  quoteBefore,
} from "./string-chain.ts";

const MOST = 64;
const LONGEST_LABEL = 400;

/** The chain, and those of the same log behind it that go on with its message, or with that of another chain; `labels`: those of the last ones. */
export function withFollowers(text: string, chain: Chain, labels: readonly string[]): Chain[] {
  // A string has the quotes that its content lets it have.
  const [label = "", ...known] = [chain.label, ...labels].map((words) =>
    words.replace(/["']$/, ""),
  );
  if (label.length < 4 || label.length > LONGEST_LABEL) return [chain];
  const others: Chain[] = [];
  let head = chain;
  let isInLines = isStartLine(chain.codes);
  let at = endOfLine(text, chain.end) + 1;
  for (let count = 0; at < text.length && count < MOST; count++) {
    const line = text.slice(at, at + 2 * LONGEST_LABEL);
    const own = matchLength(line, label);
    const length = own ?? lengthOfAny(line, known);
    if (length === null) break;
    const from =
      at + length + (isQuote(text[chain.start - 1]) && isQuote(text[at + length]) ? 1 : 0);
    if (isStart(text, from)) break;
    const next = joinStrings(text, from, quoteBefore(text, from));
    const [first = 0] = next.codes;
    if (first === CR || first === LF) isInLines = false;
    const isBinary = next.isBytes || next.highestByte > 0x7e || next.codes.some((code) => code < 9);
    if (own === null && !isBinary) break;
    if (isInLines && !endsHead(head.codes)) head = withLine(head, next);
    else if (isBinary || !endsHead(head.codes)) others.push(next);
    else break;
    at = endOfLine(text, next.end) + 1;
  }
  if (head !== chain && !endsHead(head.codes)) head = withLine(head, null);
  return [head, ...others];
}

function lengthOfAny(line: string, labels: readonly string[]): number | null {
  for (const label of labels) {
    const length = label.length < 4 ? null : matchLength(line, label);
    if (length !== null) return length;
  }
  return null;
}

function isStart(text: string, at: number): boolean {
  const start = new RegExp(START.source, "y");
  start.lastIndex = at;
  return start.test(text);
}

/** The next line of a head behind the others; null ends it. */
function withLine(head: Chain, line: Chain | null): Chain {
  const isFirst = head.codes.at(-1) !== LF;
  const opening = isFirst ? [CR, LF] : [];
  const codes = [...head.codes, ...opening, ...(line?.codes ?? []), CR, LF];
  const end = line?.end ?? head.end;
  const at = [...head.at, ...opening.map(() => head.end), ...(line?.at ?? []), end, end];
  const moved = head.codes.length + opening.length;
  const characters = new Set(head.characters);
  for (const index of line?.characters ?? []) characters.add(index + moved);
  const note = "Each line of the head is an entry of its own, so their line ends were put there.";
  const lost = isFirst
    ? ([{ what: "line-endings", at: head.end, note, offset: head.codes.length }] as const)
    : [];
  return {
    ...head,
    codes,
    at,
    characters,
    highestByte: Math.max(head.highestByte, line?.highestByte ?? 0),
    lost: [...head.lost, ...lost, ...(line?.lost ?? [])],
    end,
  };
}
