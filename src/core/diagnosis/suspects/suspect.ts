/** A known mistake that makes exactly the bytes that a server sent instead of the digest. */
export interface Suspect {
  /** Public: it stands in links, and never changes. */
  readonly id: string;
  readonly title: string;
  /** What was computed, in the draft's names: "MD5(be32(part1) ‖ be32(part2))". */
  readonly formula: string;
}
