import type { EventStore } from '@soquy/event-store';
import type { ReadModelsLog } from '../log.js';
import type { ProjectedSlice } from '../projected-slice.js';

/** What keeping rows level with the log needs. */
export interface RunnerParts {
  readonly connectionString: string;
  readonly store: EventStore;
  readonly slices: readonly ProjectedSlice[];
  readonly log: ReadModelsLog;
  /** Something has been written: readers that wait may look again. */
  readonly onProgress: () => void;
  /** Slices whose rows were made by another version of the code. */
  readonly onOutdated: (slices: readonly string[]) => void;
}
