import { availableParallelism } from 'node:os';

/** One of several shares of the log: each stream belongs to exactly one of them. */
export interface Share {
  /** From 0 on. */
  readonly index: number;
  readonly of: number;
}

/** By a hash of the stream's name (FNV-1a), so that every thread says the same. */
export function belongs(stream: string, { index, of }: Share): boolean {
  let hash = 0x811c9dc5;
  for (let at = 0; at < stream.length; at += 1) hash = Math.imul(hash ^ stream.charCodeAt(at), 0x01000193);
  // The low bits of this hash follow the last signs of a name alone.
  return ((hash ^ (hash >>> 15)) >>> 0) % of === index;
}

/** More threads would wait for the database. */
const MOST_SHARES = 4;
/** What a thread takes of a log of 20,000 loans, with some to spare. */
const BYTES_A_SHARE = 700 * 1024 * 1024;

const MEGABYTE = 1024 * 1024;
/** Of a thread's young generation, which takes up to three times what it holds. */
const LEAST_YOUNG_MB = 96;
const MOST_YOUNG_MB = 384;

/**
 * What folding makes lives for a page or two: the more room there is for it, the less of it is copied by every collection of
 * garbage, and so less is left for the slow ones. A third of what a share has to spare, within bounds.
 */
export function youngMegabytes(shares: number, available = process.availableMemory()): number {
  const spare = available / shares - BYTES_A_SHARE;
  return Math.min(MOST_YOUNG_MB, Math.max(LEAST_YOUNG_MB, Math.floor(spare / 3 / MEGABYTE)));
}

/** As many shares as this machine has cores and memory for. */
export function sharesHere(): number {
  const fit = Math.floor(process.availableMemory() / BYTES_A_SHARE);
  return Math.max(1, Math.min(MOST_SHARES, availableParallelism(), fit));
}
