import type { EventStore, Position } from '@soquy/event-store';
import { createHash } from 'node:crypto';
import { eventLine } from './backup-format.js';

/** The log up to a place, page by page, as a backup writes it. */
export async function* logLines(
  store: EventStore,
  head: Position | null,
  signal?: AbortSignal,
): AsyncGenerator<string[], void, undefined> {
  if (head === null) return;
  for await (const item of store.feed({ follow: false, ...(signal && { signal }) })) {
    if (item.kind !== 'events') continue;
    yield item.events.filter(({ position }) => position <= head).map(eventLine);
    if (item.events.at(-1)!.position >= head) return;
  }
  signal?.throwIfAborted();
}

/** What the log amounts to up to a place: equal logs have equal sums. */
export async function logSum(store: EventStore, head: Position | null, signal?: AbortSignal) {
  const hash = createHash('sha256');
  let events = 0;
  for await (const page of logLines(store, head, signal)) {
    for (const line of page) hash.update(line);
    events += page.length;
  }
  return { events, logSha256: hash.digest('hex') };
}
