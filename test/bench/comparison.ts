/** One row of the table: the same work, done here and by a peer. */
export interface Comparison {
  name: string;
  /** How many times as fast as the peer this has to be; null when only told. */
  budget: number | null;
  peer: string;
  /** Each returns something that depends on all its work, or a promise of it. */
  ours(): unknown;
  theirs(): unknown;
}
