import type { Server } from "./server.ts";
import type { ReferenceFunction } from "./suspect.ts";

/** One known way to get the digest wrong. */
export interface Mistake {
  /** Public: it stands in links, and never changes. */
  readonly id: string;
  readonly title: string;
  /** What the server did, in a sentence that begins with "It". */
  readonly sentence: string;
  /** The function of the reference that it did otherwise. */
  readonly wrong: ReferenceFunction;
  readonly fix: string;
  /** The links it changes. The same mistake can be made in several ways, all with the same links; the usual one stands first. */
  readonly ways: readonly [Way, ...Way[]];
  /** Makes so many different bytes that it explains only what nothing else does. */
  readonly isVague?: boolean;
  /** Its bytes depend on no other link, so it makes no sense with another mistake. */
  readonly isAlone?: boolean;
}

export type Way = Partial<Server>;

/** Whether two mistakes change no link in common, so that one server can make both. */
export function canMeet(a: Mistake, b: Mistake): boolean {
  if (a.isAlone || b.isAlone) return false;
  return !Object.keys(a.ways[0]).some((link) => link in b.ways[0]);
}
