import type { Way } from "./recipe.ts";
import type { AcceptFunction } from "./suspect.ts";

/** One known way to get the accept wrong. */
export interface Mistake {
  /** Public: it stands in links, and never changes. */
  readonly id: string;
  readonly title: string;
  /** What the server did, in a sentence that begins with "It". */
  readonly sentence: string;
  /** The function of the reference that it did otherwise. */
  readonly wrong: AcceptFunction;
  readonly fix: string;
  /** The links it changes; the same mistake can be made in several ways, all with the same links. */
  readonly ways: readonly [Way, ...Way[]];
  /** Of a wrong GUID. */
  readonly guid?: string;
}

/** Whether two mistakes change no link in common, so that one server can make both. */
export function canMeet(a: Mistake, b: Mistake): boolean {
  return !Object.keys(a.ways[0]).some((link) => link in b.ways[0]);
}
