import { setImmediate } from 'node:timers/promises';
import { StoreFault, type StoredEvent } from '@soquy/event-store';
import { categoryOf } from '../projection/object-history.js';
import { project } from '../projection/project.js';
import type { ProjectedRows } from '../projection/projected-rows.js';
import type { ProjectionFailure } from '../tables/projection-row.js';
import type { Histories } from './histories.js';
import { isAhead, type SliceRun } from './slice-run.js';

/** Where a slice could not go on: the event, and the last place before it in the page. */
export interface Stop {
  readonly failure: ProjectionFailure;
  readonly before: string | null;
}

export interface FoldOptions {
  readonly histories: Histories;
  /** By category. */
  readonly runs: ReadonlyMap<string, SliceRun>;
  readonly rows: ProjectedRows;
  /** Events whose rows the database refused, with its errors. */
  readonly refused?: ReadonlyMap<string, unknown>;
  /** A rebuild tries skipped events again: those that pass are skipped no longer. */
  readonly retrySkipped?: boolean;
}

/** Streams read at once for objects that are not in memory. */
const CONCURRENT_LOADS = 8;

/** Folded in one go, before others in the process have their turn. */
const EVENTS_A_TURN = 256;

/** Folds a page of the log into rows. A slice whose code throws stops there; the others go on. */
export async function foldPage(events: readonly StoredEvent[], options: FoldOptions): Promise<ReadonlyMap<SliceRun, Stop>> {
  const { runs, histories } = options;
  const stops = new Map<SliceRun, Stop>();
  const concerns = (event: StoredEvent) => {
    const run = runs.get(categoryOf(event.stream));
    return run && run.state === 'running' && isAhead(event.position, run.position) ? run : undefined;
  };
  await preload(events, concerns, histories);
  for (const [index, event] of events.entries()) {
    if (index % EVENTS_A_TURN === EVENTS_A_TURN - 1) await setImmediate();
    const run = concerns(event);
    if (!run || stops.has(run)) continue;
    try {
      await foldEvent(run, event, options);
    } catch (error) {
      if (error instanceof StoreFault) throw error;
      stops.set(run, { failure: failure(event, error), before: events[index - 1]?.position ?? null });
    }
  }
  return stops;
}

async function foldEvent(run: SliceRun, event: StoredEvent, options: FoldOptions): Promise<void> {
  const { histories, rows, refused, retrySkipped } = options;
  const skipped = run.skipped.has(event.id);
  if (skipped && !retrySkipped) return;
  try {
    if (refused?.has(event.id)) throw refused.get(event.id);
    let history = histories.find(event) ?? (await histories.load(run, event));
    if (!project(run.target, history, event, rows)) {
      history = await histories.load(run, event);
      if (!project(run.target, history, event, rows)) throw new Error('assertion: a whole history takes in every event');
    }
    histories.keep(history);
    run.skipped.delete(event.id);
  } catch (error) {
    if (!skipped || error instanceof StoreFault) throw error;
  }
}

/** Reads the streams of objects that the page goes on with and memory does not hold. What fails here fails again in order. */
async function preload(
  events: readonly StoredEvent[],
  concerns: (event: StoredEvent) => SliceRun | undefined,
  histories: Histories,
): Promise<void> {
  const seen = new Set<string>();
  const missing = events.filter((event) => {
    if (seen.has(event.stream) || !concerns(event)) return false;
    seen.add(event.stream);
    return event.revision > 0n && !histories.find(event);
  });
  const next = missing.values();
  const worker = async () => {
    for (const event of next)
      await histories
        .load(concerns(event)!, event)
        .then((history) => histories.keep(history))
        .catch(() => undefined);
  };
  await Promise.all(Array.from({ length: Math.min(CONCURRENT_LOADS, missing.length) }, worker));
}

function failure(event: StoredEvent, error: unknown): ProjectionFailure {
  const { id: eventId, type, stream, position } = event;
  const message = error instanceof Error ? error.message : String(error);
  return { eventId, type, stream, position, message, at: new Date().toISOString() };
}
