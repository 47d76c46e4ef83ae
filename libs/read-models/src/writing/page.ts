import type { RowSet } from '../projection/projected-rows.js';
import type { ProjectionFailure } from '../tables/projection-row.js';

/** A slice's step along the log, valid only where it still stands at `from` with this build. */
export interface Move {
  readonly slice: string;
  readonly build: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly state: 'running' | 'stopped';
  readonly failure: ProjectionFailure | null;
}

export interface ClockRow {
  readonly position: string;
  readonly recordedMax: string;
}

/** What one page of the log comes to: written whole or not at all. */
export interface Page {
  readonly rows: RowSet;
  readonly moves: readonly Move[];
  readonly clock: readonly ClockRow[];
}

/** Another process or a rebuild has moved a slice on: what was folded here is not to be written. */
export class Fenced extends Error {}
