import { target, type Target } from '../projection/target.js';
import type { ProjectedSlice } from '../projected-slice.js';
import type { ProjectionFailure, ProjectionRow } from '../tables/projection-row.js';

/** A slice on its way along the log, as far as it is written. */
export interface SliceRun {
  readonly name: string;
  readonly category: string;
  readonly target: Target;
  /** Ids of events an operator passed over. */
  readonly skipped: Set<string>;
  position: string | null;
  state: 'running' | 'stopped';
  failure: ProjectionFailure | null;
}

export const sliceRun = (slice: ProjectedSlice, row: Omit<ProjectionRow, 'slice' | 'version'>): SliceRun => ({
  name: slice.noun,
  category: slice.decider.category,
  target: target(slice, row.build),
  skipped: new Set(row.skipped.map(({ eventId }) => eventId)),
  position: row.position,
  state: row.state,
  failure: row.failure,
});

/** Whether an event is still ahead of a position. */
export const isAhead = (position: string, of: string | null): boolean => of === null || position > of;
