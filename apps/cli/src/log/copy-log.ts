import type { EventStore, Position } from '@soquy/event-store';
import { each, eventLines, type StoredLine } from './event-lines.js';
import { LogCopy } from './log-copy.js';
import type { LogSum } from './log-sum.js';

export interface CopyLogParts {
  readonly from: EventStore;
  readonly to: EventStore;
  readonly told?: (events: number) => void;
  readonly signal?: AbortSignal;
  readonly patienceMs?: number;
}

/** Two logs that were read and found equal, up to where the source was when the copy began. */
export interface CopiedLog {
  readonly source: LogSum;
  readonly target: LogSum;
  /** Events that were in the target before. */
  readonly there: number;
  readonly copied: number;
  /** Events recorded in the source meanwhile: another copy takes them. */
  readonly since: number;
}

/** Copies a log into a store that holds nothing, or a beginning of it; the source may go on being written. */
export async function copyLog({ from, to, ...parts }: CopyLogParts): Promise<CopiedLog> {
  const head = await from.head();
  const lines = logUpTo(from, head, parts.signal);
  try {
    const copy = new LogCopy({ ...parts, lines, store: to });
    const there = await copy.passOver();
    const { events } = await copy.complete();
    return { ...copy.sums, there, copied: events - there, since: await countSince(from, head, parts.signal) };
  } finally {
    await lines.return();
  }
}

/** Whoever takes the lines must `return` them. */
export async function* logUpTo(
  store: EventStore,
  head: Position | undefined,
  signal?: AbortSignal,
): AsyncGenerator<StoredLine, void, undefined> {
  if (head !== undefined) yield* each(eventLines(store, { upTo: head, signal }));
}

async function countSince(store: EventStore, head: Position | undefined, signal?: AbortSignal): Promise<number> {
  let events = 0;
  for await (const page of eventLines(store, { after: head, signal })) events += page.length;
  return events;
}
