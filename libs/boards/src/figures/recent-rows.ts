/** Rows kept, of some 5 kB each. */
const MOST_ROWS = 10_000;

/**
 * Rows that were read lately, by what tells each stored row from all others, its last writing included: a board asked again
 * reads only what has changed since, and measures of a day are remembered with the row. Two generations stand in for an
 * exact order of use.
 */
export class RecentRows {
  private younger = new Map<string, unknown>();
  private elder = new Map<string, unknown>();

  constructor(private readonly most = MOST_ROWS) {}

  /** The rows of these keys; those that are not here are read. */
  async of(
    keys: readonly string[],
    read: (missing: readonly string[]) => Promise<ReadonlyMap<string, unknown>>,
  ): Promise<(key: string) => unknown> {
    const found = new Map(keys.map((key) => [key, this.younger.get(key) ?? this.elder.get(key)]));
    const missing = keys.filter((key) => found.get(key) === undefined);
    if (missing.length > 0) for (const [key, row] of await read(missing)) found.set(key, row);
    for (const [key, row] of found) this.keep(key, row);
    return (key) => found.get(key);
  }

  private keep(key: string, row: unknown): void {
    this.younger.set(key, row);
    if (this.younger.size < this.most / 2) return;
    this.elder = this.younger;
    this.younger = new Map();
  }
}
