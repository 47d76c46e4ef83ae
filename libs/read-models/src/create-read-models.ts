import type { EventStore } from '@soquy/event-store';
import { migrate } from './database/migrate.js';
import { SILENT, type ReadModelsLog } from './log.js';
import { waitingEvents, type Waiting } from './operating/waiting-events.js';
import { Operations, OperationRefused, type SliceStatus } from './operating/operations.js';
import type { ProjectedSlice } from './projected-slice.js';
import { readDataSource } from './reading/data-source.js';
import { PostgresReadModels } from './reading/postgres-read-models.js';
import type { RebuiltSlice } from './rebuilding/rebuild.js';
import { Rebuilder } from './rebuilding/rebuilder.js';
import type { Sharing } from './rebuilding/shares.js';
import { Runner } from './running/runner.js';
import type { SkippedEvent } from './tables/projection-row.js';
import { verify, type Verification } from './verifying/verify.js';

export interface ReadModelsOptions {
  readonly connectionString: string;
  readonly store: EventStore;
  readonly slices: readonly ProjectedSlice[];
  readonly log?: ReadModelsLog;
  /** How long replaced rows stay for readers that are not done with them; five minutes unless given. */
  readonly graceMs?: number;
  /** How long a reader waits for its own write; two seconds unless given. */
  readonly waitMs?: number;
  /** How rebuilds of long logs are shared out over threads; without it they are done in this one. */
  readonly sharing?: Sharing;
}

/** The whole read side: reading, projecting, and what operators do. */
export interface ReadSide {
  readonly models: PostgresReadModels;
  /** Keeps the rows level with the log in this process, beside any number of others. */
  readonly runner: { start(): void; stop(): Promise<void> };
  /** To be called once at a start, before anything else. */
  migrate(): Promise<void>;
  /** All slices without a name. Old rows answer meanwhile. */
  rebuild(slice?: string): Promise<readonly RebuiltSlice[]>;
  /** In the background of this process; how it goes and ends stands in `status`. */
  beginRebuild(slice: string): void;
  status(): Promise<readonly SliceStatus[]>;
  /** How many events of the log stand behind each position. Reads them, so it is not for every second. */
  waiting(positions: readonly (string | undefined)[]): Promise<readonly Waiting[]>;
  /** Compares the rows with what a plain fold of the log gives; all slices without a name. */
  verify(slice?: string): Promise<readonly Verification[]>;
  resume(slice: string): Promise<void>;
  skip(slice: string, reason: string, by: string): Promise<SkippedEvent>;
  close(): Promise<void>;
}

const GRACE_MS = 300_000;
const WAIT_MS = 2_000;

/** Puts the read side together; nothing is connected before it is used. */
export function createReadModels({
  connectionString,
  store,
  slices,
  log = SILENT,
  graceMs = GRACE_MS,
  waitMs = WAIT_MS,
  sharing,
}: ReadModelsOptions): ReadSide {
  assertDistinct(slices);
  const names = slices.map(({ noun }) => noun);
  const models = new PostgresReadModels(readDataSource(connectionString), store, slices, waitMs);
  const rebuilder = new Rebuilder({ connectionString, store, slices, log, graceMs, sharing, onChange: () => changed() });
  const onProgress = () => models.progressed();
  const onOutdated = (outdated: readonly string[]) => rebuilder.renew(outdated);
  const runner = new Runner({ connectionString, store, slices, log, onProgress, onOutdated });
  const changed = () => {
    runner.reload();
    models.progressed();
  };
  const operations = new Operations(models, slices, rebuilder, changed);
  const chosen = (slice: string | undefined): readonly ProjectedSlice[] => {
    if (slice !== undefined && !names.includes(slice)) throw new OperationRefused(`There is no slice "${slice}"`);
    return slices.filter(({ noun }) => slice === undefined || noun === slice);
  };
  return {
    models,
    runner: {
      start: () => {
        runner.start();
        rebuilder.sweep();
      },
      stop: () => runner.stop(),
    },
    migrate: () => migrate(connectionString),
    rebuild: async (slice) => await rebuilder.rebuild(chosen(slice).map(({ noun }) => noun)),
    beginRebuild: (slice) => chosen(slice).forEach(({ noun }) => rebuilder.begin(noun)),
    status: () => operations.status(),
    waiting: (positions) => waitingEvents(store, positions),
    verify: async (slice) => {
      const found: Verification[] = [];
      for (const one of chosen(slice)) found.push(await verify(models, store, one));
      return found;
    },
    resume: (slice) => operations.resume(slice),
    skip: (slice, reason, by) => operations.skip(slice, reason, by),
    close: async () => {
      await runner.stop();
      await rebuilder.close();
      await models.close();
    },
  };
}

/** One event belongs to one slice, and a checkpoint to one name. */
function assertDistinct(slices: readonly ProjectedSlice[]): void {
  const taken = [...slices.map(({ noun }) => noun), ...slices.map(({ decider }) => `${decider.category}-`)];
  if (new Set(taken).size !== taken.length) throw new Error('assertion: two slices share a noun or a category');
}
