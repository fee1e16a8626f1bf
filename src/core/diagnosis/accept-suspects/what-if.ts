import { canMeet, type Mistake } from "./mistake.ts";
import { ACCEPT_MISTAKES } from "./mistakes.ts";
import { digestOf, formulaOf, type Recipe, RIGHT, sentOf } from "./recipe.ts";

export interface WrongAccept {
  /** What stands in the header, one byte a character. */
  readonly accept: Uint8Array;
  readonly formula: string;
}

/**
 * What a server that makes these mistakes answers to a key. Null when an id is unknown, or when two of the mistakes exclude each
 * other. With no mistakes: the right accept.
 */
export function whatIfAccept(key: Uint8Array, ids: readonly string[]): WrongAccept | null {
  const mistakes = ACCEPT_MISTAKES.filter(({ id }) => ids.includes(id));
  const canAllMeet = mistakes.every((mistake, i) =>
    mistakes.slice(i + 1).every((other) => canMeet(mistake, other)),
  );
  if (mistakes.length !== new Set(ids).size || !canAllMeet) return null;
  const recipe = mistakes.reduce((made, mistake) => making(made, mistake, key), RIGHT);
  return { accept: answered(recipe, key), formula: formulaOf(recipe) };
}

/** Whether one server can make both of these mistakes. */
export function canCombineAccept(id: string, other: string): boolean {
  const [a, b] = [id, other].map((wanted) => ACCEPT_MISTAKES.find((one) => one.id === wanted));
  return a !== undefined && b !== undefined && canMeet(a, b);
}

/** The server with one more mistake, made in the first way that shows with this key. */
function making(recipe: Recipe, { ways }: Mistake, key: Uint8Array): Recipe {
  const before = String(answered(recipe, key));
  const shows = ways.find((way) => String(answered({ ...recipe, ...way }, key)) !== before);
  return { ...recipe, ...(shows ?? ways[0]) };
}

function answered(recipe: Recipe, key: Uint8Array): Uint8Array {
  return sentOf(recipe, digestOf(recipe, key));
}
