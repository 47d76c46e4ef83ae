/** One line of `npm run bench`: a goal of the house, what we measured, and a peer measured in the same run. */
export interface BenchRow {
  readonly goal: string;
  readonly ours: string;
  readonly peer?: string;
  /** Ours over peer where more is better, as the goal states it. */
  readonly ratio?: string;
  readonly note?: string;
}
