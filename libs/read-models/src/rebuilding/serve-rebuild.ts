import { parentPort, workerData } from 'node:worker_threads';
import type { EventStore } from '@soquy/event-store';
import { connect } from '../database/connect.js';
import { RefusedRow } from '../database/errors.js';
import type { ProjectedSlice } from '../projected-slice.js';
import { sliceRun, type SliceRun } from '../running/slice-run.js';
import { Fill } from './fill.js';
import { NewBuilds } from './new-builds.js';
import type { ShareNews, ShareTask, SliceShare } from './share-task.js';

/** The log and the slices, as a thread of their own opens them. */
export interface RebuildSource {
  readonly store: EventStore;
  readonly slices: readonly ProjectedSlice[];
}

/** By this name the connections that shares are written over are recognised. */
const SHARE = 'soquy-rebuild-share';

/** Does this thread's share of a rebuild. To be called once by the module that `Sharing` names; `open` is given its source. */
export function serveRebuild(open: (source: never) => Promise<RebuildSource>): void {
  if (!parentPort) throw new Error('assertion: a share of a rebuild is done in a thread of its own');
  const port = parentPort;
  const ending = new AbortController();
  const tell = (news: ShareNews) => port.postMessage(news);
  port.on('message', () => ending.abort());
  void work(open, tell, ending.signal)
    .then((slices) => tell({ kind: 'done', slices }))
    .catch((error: unknown) => tell(failed(error)))
    .finally(() => port.close());
}

async function work(
  open: (source: never) => Promise<RebuildSource>,
  tell: (news: ShareNews) => void,
  signal: AbortSignal,
): Promise<SliceShare[]> {
  const task = workerData as ShareTask;
  const { store, slices } = await open(task.source as never);
  try {
    const runs = task.slices.map((one) => newRun(slices, one));
    await fill(task, store, runs, tell, signal);
    return task.slices.map(({ slice, skipped }, index) => {
      const run = runs[index]!;
      const passed = skipped.map(({ eventId }) => eventId).filter((eventId) => !run.skipped.has(eventId));
      return { slice, failure: run.failure, passed };
    });
  } finally {
    await store.close();
  }
}

function newRun(slices: readonly ProjectedSlice[], { slice, version, build, skipped }: ShareTask['slices'][number]): SliceRun {
  const found = slices.find(({ noun }) => noun === slice);
  if (found?.version !== version) throw new Error(`assertion: a thread has another ${slice} than the rebuild it belongs to`);
  return sliceRun(found, { build, position: null, state: 'running', failure: null, skipped });
}

/** Over one connection: what the database does for a share goes on beside folding, and other shares have theirs. */
async function fill(
  { connectionString, share, upTo, refused }: ShareTask,
  store: EventStore,
  runs: readonly SliceRun[],
  tell: (news: ShareNews) => void,
  signal: AbortSignal,
): Promise<void> {
  const client = await connect(connectionString, { name: SHARE });
  try {
    const tables = new NewBuilds({ entries: client, objects: client, facts: client }, share.of);
    await tables.prepare();
    const parts = {
      store,
      signal,
      share,
      refused: new Map(refused),
      onTaken: (events: number) => tell({ kind: 'taken', events }),
    };
    await new Fill(parts, runs).pass(tables, upTo);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function failed(error: unknown): ShareNews {
  const message = error instanceof Error ? error.message : String(error);
  return error instanceof RefusedRow ? { kind: 'refused', position: error.position, message } : { kind: 'failed', message };
}
