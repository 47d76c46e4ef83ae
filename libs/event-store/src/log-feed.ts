import type { FeedItem, StoredEvent } from './event-store.js';
import type { PositionFormat } from './position.js';
import { joined, unlessAborted } from './signals.js';

/** What a log shows behind a place: at most a page of matching events, how far it looked for them, and whether there is more. */
export interface LogPage {
  readonly events: readonly StoredEvent[];
  readonly upTo: bigint;
  readonly more: boolean;
}

/** The end of a log as one feed sees it. Lost connections are its own affair: it answers with the page in the end. */
export interface LogTail {
  page(after: bigint): Promise<LogPage>;
  /** Resolves when there may be something new, now and then without cause; never rejects. */
  changed(): Promise<void>;
  close(): void;
}

/** A feed over any log: one page is read ahead of the consumer and no more, so a slow consumer holds the log back. */
export async function* feedOf(
  tail: LogTail,
  options: {
    readonly after: bigint;
    readonly follow: boolean;
    /** Any of them ends the feed. */
    readonly signals: readonly (AbortSignal | undefined)[];
    readonly positions: PositionFormat;
  },
): AsyncGenerator<FeedItem, void, undefined> {
  const { follow, positions } = options;
  const { signal, release } = joined(options.signals);
  const close = () => tail.close();
  signal.addEventListener('abort', close);
  let at = options.after;
  let ahead: Promise<LogPage> | undefined;
  let behind = true;
  try {
    while (!signal.aborted) {
      const page = await unlessAborted(ahead ?? tail.page(at), signal);
      if (!page) return;
      ahead = page.more ? quietly(tail.page(page.upTo)) : undefined;
      for (const item of itemsOf(page, at, behind, positions)) {
        yield item;
        if (signal.aborted) return;
      }
      at = page.upTo;
      behind = page.more;
      if (page.more) continue;
      if (!follow) return;
      await unlessAborted(tail.changed(), signal);
    }
  } finally {
    signal.removeEventListener('abort', close);
    release();
    close();
  }
}

/**
 * A checkpoint only where the log was looked through beyond the last event delivered; caught-up when the end is reached,
 * and again whenever more than a page had come in between.
 */
function itemsOf({ events, upTo, more }: LogPage, after: bigint, behind: boolean, positions: PositionFormat): FeedItem[] {
  const items: FeedItem[] = [];
  if (events.length > 0) items.push({ kind: 'events', events: events as readonly [StoredEvent, ...StoredEvent[]] });
  const position = positions.text(upTo);
  if (position > (events.at(-1)?.position ?? positions.text(after))) items.push({ kind: 'checkpoint', position });
  if (behind && !more) items.push({ kind: 'caught-up', position: upTo === 0n ? undefined : position });
  return items;
}

/** A page read ahead may fail after its consumer has left; nobody is there to be told then. */
function quietly<Value>(promise: Promise<Value>): Promise<Value> {
  promise.catch(() => undefined);
  return promise;
}
