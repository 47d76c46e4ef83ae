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

/** As many shares as this machine has cores and memory for. */
export function sharesHere(): number {
  const fit = Math.floor(process.availableMemory() / BYTES_A_SHARE);
  return Math.max(1, Math.min(MOST_SHARES, availableParallelism(), fit));
}
