import { StoreFault, type EventStore, type Position } from '@soquy/event-store';
import { setMaxListeners } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { runsOf, type EventRun } from './batches.js';
import { disturbed } from './copy-fault.js';
import { each, eventLines, type ReadEvent } from './event-lines.js';

/** How long a store may be out of reach before the copy gives up; another call goes on. */
const PATIENCE_MS = 60_000;
/** Stores give up an append after ten seconds. */
const BATCH_MS = 8_000;
const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 3_000;

export interface Appending {
  readonly store: EventStore;
  /** Looked at before an append, never during one. */
  readonly signal?: AbortSignal | undefined;
  readonly patienceMs?: number | undefined;
}

/** How far the log has come, and what of a batch is not there yet. */
interface Progress {
  readonly at: Position | undefined;
  readonly left: readonly ReadEvent[];
}

/**
 * Appends a batch behind the end of the log and answers its new end. Each run of one stream is one append, whichever appends
 * its events were recorded by: nothing reads that off a log. The gateway finds a command by the commandId in the metadata of
 * each event and its receipt by the last of them, a repeated append is known by ids that stand next to each other in its
 * stream, and readers take pages of any size.
 *
 * After an unknown outcome the log itself tells how much of the batch is there. Sent again is only what is not, at the same
 * exact revision as before, so that an append still on its way is found by its ids and written once; a store writes ids
 * again only at a revision behind them.
 */
export async function appendBatch(to: Appending, after: Position | undefined, batch: readonly ReadEvent[]): Promise<Position> {
  const until = Date.now() + (to.patienceMs ?? PATIENCE_MS);
  let progress: Progress = { at: after, left: batch };
  let [sure, conflicts] = [true, 0];
  for (let attempt = 0; ; attempt++) {
    to.signal?.throwIfAborted();
    try {
      if (!sure) progress = await lookedAt(to, progress);
      sure = true;
      if (progress.left.length === 0) return progress.at!;
      return await appendRuns(to.store, progress);
    } catch (error) {
      if (!(error instanceof StoreFault)) throw error;
      if (error.kind === 'conflict' && ++conflicts > 1) throw disturbed();
      if (error.kind !== 'conflict' && (error.kind !== 'unavailable' || Date.now() > until)) throw error;
      sure = false;
    }
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** attempt, LONGEST_PAUSE_MS);
    await delay(pause, undefined, to.signal && { signal: to.signal });
  }
}

/**
 * All have settled before the first failure is told: nothing waits any more when a copy has ended. And all are given up at the
 * same moment, before the store gives up one after the other and writes the rest of a batch without its beginning.
 */
async function appendRuns(store: EventStore, { at, left }: Progress): Promise<Position> {
  const signal = AbortSignal.timeout(BATCH_MS);
  setMaxListeners(0, signal);
  const outcomes = await Promise.allSettled(runsOf(left).map((run) => append(store, run, signal)));
  let end = at;
  for (const outcome of outcomes) {
    if (outcome.status === 'rejected') throw outcome.reason;
    if (end !== undefined && outcome.value <= end) throw disturbed();
    end = outcome.value;
  }
  return end!;
}

async function append(store: EventStore, run: EventRun, signal: AbortSignal): Promise<Position> {
  const { stream, revision } = run[0].line;
  const expected = revision === '0' ? 'no-stream' : BigInt(revision) - 1n;
  const events = run.map(({ line: { id, type, data, metadata } }) => ({ id, type, data, metadata }));
  return (await store.append(stream, expected, events, { signal })).position;
}

/** What stands behind the end must be a beginning of the batch. */
async function lookedAt({ store }: Appending, { at, left }: Progress): Promise<Progress> {
  let [end, there] = [at, 0];
  for await (const { text, position } of each(eventLines(store, { after: at }))) {
    if (left[there]?.text !== text) throw disturbed();
    [end, there] = [position, there + 1];
  }
  return { at: end, left: left.slice(there) };
}
