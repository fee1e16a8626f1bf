/** A known mistake, or several at once, that makes exactly what a server sent in place of what must come out. */
export interface Suspect {
  /** Public: it stands in links, and never changes. Of several mistakes: their ids, joined by "+". */
  readonly id: string;
  readonly title: string;
  /** What was computed, in the draft's names: "MD5(be32(part1) ‖ be32(part2))". */
  readonly formula: string;
  /** The ids of the mistakes, in the order in which a server makes them. */
  readonly mistakes: readonly string[];
  /** What the server did, one sentence a mistake; each begins with "It". */
  readonly sentence: string;
  /** The functions of the reference that it did otherwise. */
  readonly wrong: readonly string[];
  readonly fix: string;
  /** How many of the received bytes were there to be compared; all of them agree. */
  readonly matched: number;
}
