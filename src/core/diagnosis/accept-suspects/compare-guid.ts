/**
 * The GUID in somebody's code, held against the right one character by character. The two are laid side by side so that as few
 * characters as possible differ: one that is missing shifts nothing.
 */
import { GUID } from "../../rfc6455/handshake.ts";
import { isInvisible, looksLike, nameOf } from "./look-alikes.ts";

export interface ComparedCharacter {
  /** Of the right one; null when there is one too many. */
  readonly expected: string | null;
  /** Null when it is missing. */
  readonly found: string | null;
  /** Offset in the text that was given, in UTF-16 code units; of a missing one, where it should be. */
  readonly at: number;
  readonly kind: "same" | "case" | "look-alike" | "invisible" | "wrong" | "missing" | "extra";
  /** "U+2013 en dash, looks like -"; null for those that are the same. */
  readonly note: string | null;
}

export interface ComparedGuid {
  readonly isSame: boolean;
  readonly characters: readonly ComparedCharacter[];
}

/** Nobody means a GUID that is longer. */
const LONGEST = 400;

/** What stands around it in code, such as quotes and blanks outside of these, is to be left out. */
export function compareGuid(text: string): ComparedGuid {
  const found = [...text.slice(0, LONGEST)];
  const characters = align([...GUID], found);
  return { isSame: text === GUID, characters };
}

/** Costs of the cheapest way to lay the ends of both side by side, from each pair of places on. */
function align(expected: readonly string[], found: readonly string[]): ComparedCharacter[] {
  const width = found.length + 1;
  const costs = new Float64Array((expected.length + 1) * width);
  const cost = (i: number, j: number): number => costs[i * width + j] as number;
  for (let i = expected.length; i >= 0; i--) {
    for (let j = found.length; j >= 0; j--) {
      if (i === expected.length && j === found.length) continue;
      costs[i * width + j] = Math.min(
        i < expected.length && j < found.length
          ? cost(i + 1, j + 1) + difference(expected[i]!, found[j]!)
          : Infinity,
        i < expected.length ? cost(i + 1, j) + 1 : Infinity,
        j < found.length ? cost(i, j + 1) + surplus(found[j]!) : Infinity,
      );
    }
  }
  const characters: ComparedCharacter[] = [];
  let at = 0;
  for (let i = 0, j = 0; i < expected.length || j < found.length; ) {
    const [wanted, got] = [expected[i], found[j]];
    const best = cost(i, j);
    if (
      wanted !== undefined &&
      got !== undefined &&
      best === cost(i + 1, j + 1) + difference(wanted, got)
    ) {
      characters.push(compare(wanted, got, at));
      i += 1;
    } else if (got !== undefined && best === cost(i, j + 1) + surplus(got)) {
      characters.push(tooMany(got, at));
    } else {
      characters.push(missing(wanted as string, at));
      i += 1;
      continue;
    }
    j += 1;
    at += (got as string).length;
  }
  return characters;
}

/** Nothing for the same, little for what looks alike. */
function difference(expected: string, found: string): number {
  if (expected === found) return 0;
  return isCase(expected, found) || isAlike(expected, found) ? 0.25 : 1.25;
}

function surplus(found: string): number {
  return isInvisible(found) ? 0.25 : 1;
}

function isCase(expected: string, found: string): boolean {
  return expected === found.toUpperCase();
}

function isAlike(expected: string, found: string): boolean {
  return looksLike(found)?.toUpperCase() === expected;
}

function compare(expected: string, found: string, at: number): ComparedCharacter {
  if (expected === found) return { expected, found, at, kind: "same", note: null };
  if (isCase(expected, found)) {
    return { expected, found, at, kind: "case", note: `${found} instead of ${expected}: capitals` };
  }
  if (isAlike(expected, found)) {
    return {
      expected,
      found,
      at,
      kind: "look-alike",
      note: `${nameOf(found)}, looks like ${expected}`,
    };
  }
  return { expected, found, at, kind: "wrong", note: `${shown(found)} instead of ${expected}` };
}

function tooMany(found: string, at: number): ComparedCharacter {
  const kind = isInvisible(found) ? "invisible" : "extra";
  return { expected: null, found, at, kind, note: `${shown(found)}, too many` };
}

function missing(expected: string, at: number): ComparedCharacter {
  return { expected, found: null, at, kind: "missing", note: `${expected} is missing` };
}

/** Printable ASCII as it is. */
function shown(character: string): string {
  return /^[!-~]$/.test(character) ? character : nameOf(character);
}
