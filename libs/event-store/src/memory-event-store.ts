import { setMaxListeners } from 'node:events';
import { checkAppend, isStreamName, type CheckedAppend, type EncodedEvent } from './checked-append.js';
import {
  EventStore,
  STORE_LIMITS,
  type Appended,
  type Expected,
  type FeedFilter,
  type FeedItem,
  type FeedOptions,
  type NewEvent,
  type Position,
  type StoredEvent,
} from './event-store.js';
import { feedOf, type LogPage, type LogTail } from './log-feed.js';
import { beyondTheLog, positionFormat } from './position.js';
import { readRange, type ReadOptions } from './read-range.js';
import { StoreFault } from './store-fault.js';

const positions = positionFormat('m');

interface KeptEvent extends EncodedEvent {
  readonly stream: string;
  readonly revision: number;
  readonly place: number;
}

class KeptStream {
  readonly events: KeptEvent[] = [];
  readonly revisions = new Map<string, number>();
}

/** What several memory stores may share, as processes share a server. */
export class MemoryLog {
  readonly events: KeptEvent[] = [];
  readonly streams = new Map<string, KeptStream>();
  readonly listeners = new Set<() => void>();
}

/** The port in memory: for tests and for trying things out. It keeps JSON texts, so nobody can change what was stored. */
export class MemoryEventStore extends EventStore {
  private readonly closing = new AbortController();

  constructor(private readonly log = new MemoryLog()) {
    super();
    setMaxListeners(0, this.closing.signal);
  }

  async append(
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Appended> {
    const request = checkAppend(stream, expected, events);
    this.assertOpen();
    if (signal?.aborted) throw StoreFault.abandoned();
    const past = this.log.streams.get(stream) ?? new KeptStream();
    const repeated = firstResult(past, request);
    if (repeated) return appended(repeated);
    if (!mayAppend(past, request)) {
      const last = past.events.at(-1);
      throw StoreFault.conflict(stream, expected, last && BigInt(last.revision));
    }
    for (const event of request.events) {
      const kept = { ...event, stream, revision: past.events.length, place: this.log.events.length + 1 };
      past.events.push(kept);
      past.revisions.set(kept.id, kept.revision);
      this.log.events.push(kept);
    }
    this.log.streams.set(stream, past);
    for (const listener of [...this.log.listeners]) listener();
    return appended(past.events.at(-1)!);
  }

  async *readStream(stream: string, options: ReadOptions = {}): AsyncGenerator<StoredEvent, void, undefined> {
    const { from, limit, signal } = readRange(options);
    for (let revision = Number(from); revision - Number(from) < limit; revision++) {
      this.assertOpen();
      if (signal?.aborted) throw StoreFault.abandoned();
      const kept = isStreamName(stream) ? this.log.streams.get(stream)?.events[revision] : undefined;
      if (!kept) return;
      yield stored(kept);
    }
  }

  async lastRevision(stream: string): Promise<bigint | undefined> {
    this.assertOpen();
    const last = this.log.streams.get(stream)?.events.at(-1);
    return last && BigInt(last.revision);
  }

  async head(): Promise<Position | undefined> {
    this.assertOpen();
    const { length } = this.log.events;
    return length === 0 ? undefined : positions.text(BigInt(length));
  }

  async *feed({ after, filter = {}, follow, signal }: FeedOptions): AsyncGenerator<FeedItem, void, undefined> {
    this.assertOpen();
    const place = positions.place(after);
    if (place > this.log.events.length) throw beyondTheLog(after!);
    const tail = new MemoryTail(this.log, filter);
    yield* feedOf(tail, { after: place, follow, signals: [signal, this.closing.signal], positions });
  }

  stats(): Readonly<Record<string, number>> {
    return { events: this.log.events.length };
  }

  async health(): Promise<void> {
    this.assertOpen();
  }

  async close(): Promise<void> {
    this.closing.abort();
  }

  private assertOpen(): void {
    if (this.closing.signal.aborted) throw StoreFault.closed();
  }
}

class MemoryTail implements LogTail {
  private seen = 0;
  private wake = () => {};
  private readonly listener = () => this.wake();

  constructor(
    private readonly log: MemoryLog,
    private readonly filter: FeedFilter,
  ) {
    log.listeners.add(this.listener);
  }

  async page(after: bigint): Promise<LogPage> {
    const { events } = this.log;
    const upTo = Math.min(Number(after) + STORE_LIMITS.pageEvents, events.length);
    const matching = events.slice(Number(after), upTo).filter((event) => matches(event, this.filter));
    this.seen = events.length;
    return { events: matching.map(stored), upTo: BigInt(upTo), more: upTo < events.length };
  }

  changed(): Promise<void> {
    return new Promise((resolve) => {
      if (this.log.events.length > this.seen) resolve();
      else this.wake = resolve;
    });
  }

  close(): void {
    this.log.listeners.delete(this.listener);
    this.wake();
  }
}

/** The last event of an earlier append of just these ids, if that is what this request repeats. */
function firstResult({ events: past, revisions }: KeptStream, { expected, events }: CheckedAppend): KeptEvent | undefined {
  const start = revisions.get(events[0]!.id);
  if (start === undefined || !events.every(({ id }, index) => past[start + index]?.id === id)) return undefined;
  const meant = expected === 'any' || expected === 'stream-exists' || start === firstRevision(expected);
  return meant ? past[start + events.length - 1] : undefined;
}

function mayAppend({ events: past, revisions }: KeptStream, { expected, events }: CheckedAppend): boolean {
  if (events.some(({ id }) => revisions.has(id))) return false;
  if (expected === 'any') return true;
  return expected === 'stream-exists' ? past.length > 0 : past.length === firstRevision(expected);
}

/** The revision the first event of a request would get. */
const firstRevision = (expected: bigint | 'no-stream'): number => (expected === 'no-stream' ? 0 : Number(expected) + 1);

function matches({ stream, type }: KeptEvent, { streamPrefixes, eventTypes }: FeedFilter): boolean {
  return (streamPrefixes?.some((prefix) => stream.startsWith(prefix)) ?? true) && (eventTypes?.includes(type) ?? true);
}

function appended({ revision, place }: KeptEvent): Appended {
  return { revision: BigInt(revision), position: positions.text(BigInt(place)) };
}

function stored(kept: KeptEvent): StoredEvent {
  const { id, type, stream } = kept;
  const data = JSON.parse(kept.data) as object;
  const metadata = JSON.parse(kept.metadata) as StoredEvent['metadata'];
  return { id, type, data, metadata, stream, ...appended(kept) };
}
