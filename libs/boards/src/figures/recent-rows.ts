/** Rows kept, of some 5 kB each. */
const MOST_ROWS = 10_000;

/**
 * Rows that were read lately, by what tells each stored row from all others, its last writing included: a board asked again
 * reads only what has changed since, and measures of a day are remembered with the row. Two generations stand in for an
 * exact order of use.
 */
export class RecentRows<Row> {
  private younger = new Map<string, Row>();
  private elder = new Map<string, Row>();

  constructor(private readonly most = MOST_ROWS) {}

  /** The rows of these keys, in their order; those that are not here are read, which are told by their places among the keys. */
  async of(
    keys: readonly string[],
    read: (missing: readonly number[]) => Promise<ReadonlyMap<string, Row>>,
  ): Promise<readonly Row[]> {
    const found = keys.map((key) => this.younger.get(key) ?? this.elder.get(key));
    const missing = [...keys.keys()].filter((at) => found[at] === undefined);
    const more = missing.length > 0 ? await read(missing) : undefined;
    return keys.map((key, at) => {
      const row = found[at] ?? more?.get(key);
      if (row === undefined) throw new Error(`assertion: no row ${key}`);
      this.keep(key, row);
      return row;
    });
  }

  private keep(key: string, row: Row): void {
    this.younger.set(key, row);
    if (this.younger.size < this.most / 2) return;
    this.elder = this.younger;
    this.younger = new Map();
  }
}
