import type { EntityManager } from 'typeorm';

/** As every store writes the places of its log: its letter, then one number or two. */
export const POSITION_PATTERN = /^[a-z](?:-\d{1,40}){1,2}$/;

/** What every answer carries (architecture.md section 5). */
export interface ReadMeta {
  /** Up to here the log is in the answer. */
  readonly position: string | undefined;
  /** Seconds between the last recorded event and the last projected one; 0 when level. */
  readonly lagSeconds: number;
  /** The asked `minPosition` was not reached within 2 s; the answer is older. */
  readonly stale?: true;
}

/** One REPEATABLE READ look at the read tables; every query in it names `builds`. */
export interface ReadSession {
  readonly manager: EntityManager;
  /** Live builds, for `build = any($n)`. */
  readonly builds: readonly number[];
  /** Those that hold the rows of a category: with fewer tables to think of, a question is planned sooner. */
  readonly buildsOf: (category: string) => readonly number[];
  readonly meta: ReadMeta;
  /** Instant up to which everything recorded is in the answer; undefined: nothing was recorded yet. */
  readonly recordedBy: string | undefined;
  /** Position that an instant (RFC 3339) or a position stands for; undefined: before the first event. */
  readonly knownAt: (asked: string | undefined) => Promise<string | undefined>;
}

/** Readers' entrance. Implemented by the read-models library over a TypeORM data source. */
export abstract class ReadModels {
  abstract read<T>(work: (session: ReadSession) => Promise<T>, options?: { readonly minPosition?: string }): Promise<T>;
  /** True when all running slices have projected the log up to there within the time (default 2 s). */
  abstract waitFor(position: string, milliseconds?: number): Promise<boolean>;
}
