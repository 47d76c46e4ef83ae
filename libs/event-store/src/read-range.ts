import { StoreFault } from './store-fault.js';

export interface ReadOptions {
  readonly from?: bigint;
  readonly limit?: number;
  readonly signal?: AbortSignal;
}

/** What a reader asked for with its defaults; throws `invalid` for a range that cannot be. */
export function readRange({ from = 0n, limit = Infinity, signal }: ReadOptions): {
  readonly from: bigint;
  readonly limit: number;
  readonly signal: AbortSignal | undefined;
} {
  if (from < 0n) throw new StoreFault('invalid', `Not a revision to read from: ${from}`);
  if (limit < 0 || (limit !== Infinity && !Number.isInteger(limit))) throw new StoreFault('invalid', `Not a limit: ${limit}`);
  return { from, limit, signal };
}
