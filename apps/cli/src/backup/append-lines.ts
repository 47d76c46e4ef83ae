import { STORE_LIMITS, StoreFault, type EventStore } from '@soquy/event-store';
import { BackupFault } from './backup-fault.js';
import type { EventLine } from './backup-format.js';
import { nextLine, type Lines, type ReadLine } from './read-backup.js';

/** So few that the store writes them in one transaction: whatever happens, the log then is a beginning of the backup. */
const APPENDS_AT_ONCE = 200;

interface Appending {
  readonly store: EventStore;
  /** Looked at between transactions only. */
  readonly signal?: AbortSignal;
}

/**
 * Appends the events from a line on, in their order. Consecutive events of one stream share an append, and appends to
 * different streams a round trip; where each came to stand is compared with the backup. `told`: how many have been added.
 */
export async function appendLines(to: Appending, lines: Lines, first: ReadLine, told: (added: number) => void): Promise<void> {
  const runs = new Map<string, EventLine[]>();
  let [latest, bytes, added] = ['', 0, 0];
  const flush = async () => {
    to.signal?.throwIfAborted();
    await appendTogether(to.store, [...runs.values()]);
    for (const events of runs.values()) added += events.length;
    told(added);
    runs.clear();
    bytes = 0;
  };
  for (let next = first; next.line.kind === 'event'; next = await nextLine(lines)) {
    const { line, text } = next;
    const size = Buffer.byteLength(text);
    const isRun = line.stream === latest && runs.has(latest);
    const fits = bytes + size <= STORE_LIMITS.appendBytes && (isRun || (runs.size < APPENDS_AT_ONCE && !runs.has(line.stream)));
    if (!fits && runs.size > 0) await flush();
    const run = runs.get(line.stream);
    if (run) run.push(line);
    else runs.set(line.stream, [line]);
    latest = line.stream;
    bytes += size;
  }
  if (runs.size > 0) await flush();
}

/** All have settled before the first failure is told: nothing is written any more when a restore has ended. */
async function appendTogether(store: EventStore, runs: readonly (readonly EventLine[])[]): Promise<void> {
  const outcomes = await Promise.allSettled(runs.map((events) => append(store, events)));
  for (const outcome of outcomes) if (outcome.status === 'rejected') throw outcome.reason;
}

async function append(store: EventStore, events: readonly EventLine[]): Promise<void> {
  const [first, last] = [events[0]!, events.at(-1)!];
  const expected = first.revision === '0' ? 'no-stream' : BigInt(first.revision) - 1n;
  const added = events.map(({ id, type, data, metadata }) => ({ id, type, data, metadata }));
  const appended = await store.append(first.stream, expected, added).catch((error: unknown) => {
    throw error instanceof StoreFault && error.kind === 'conflict' ? disturbed() : error;
  });
  if (appended.position !== last.position) throw disturbed();
}

const disturbed = () =>
  new BackupFault({
    vi: 'Có chương trình khác ghi vào sổ trong khi khôi phục. Hãy dừng chương trình đó rồi khôi phục lại vào một DATA_DIR mới.',
    en: 'Another program recorded while the backup was restored. Stop it and restore again, into a new DATA_DIR.',
  });
