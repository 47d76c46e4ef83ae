import { setMaxListeners } from 'node:events';
import { checkAppend, isStreamName, type CheckedAppend } from '../checked-append.js';
import {
  EventStore,
  STORE_LIMITS,
  type Appended,
  type Expected,
  type FeedItem,
  type FeedOptions,
  type NewEvent,
  type Position,
  type StoredEvent,
} from '../event-store.js';
import { feedOf } from '../log-feed.js';
import { readRange, type ReadOptions } from '../read-range.js';
import { retrying } from '../retrying.js';
import { joined, unlessAborted } from '../signals.js';
import { StoreFault } from '../store-fault.js';
import { Doubts, PendingAppend } from './appends.js';
import { Clients } from './clients.js';
import { Counters } from './counters.js';
import type { LogClient } from './log-client.js';
import { LogEnd } from './log-end.js';
import { PackageClient } from './package-client.js';
import { positions } from './places.js';
import { storedEvent } from './stored-event.js';
import { SubscriptionTail, type FedLog } from './subscription-tail.js';

export interface EventStoreDbOptions {
  /** `esdb://…`, as EventStoreDB and KurrentDB document it. */
  readonly connectionString: string;
  /** Within this time every call has answered, or failed as `unavailable`; feeds that follow go on trying. Default 10 s. */
  readonly answerWithinMs?: number;
  /** A feed that has heard nothing for so long is compared with the log. Default 30 s. */
  readonly probeEveryMs?: number;
}

/** Leaves time for the search for a lost append, and for another attempt, within the time for an answer. */
const CALL_SHARE = 0.4;
/** The server gives a call up a little after nobody waits for it any more. */
const SERVER_SHARE = 0.5;

/** A page that is slow in coming ends here, and the next one begins. */
const PAGE_SHARE = 0.25;

/** Few streams are longer, and many readers want the beginning only. */
const FIRST_PAGE = 250;

/** The log in EventStoreDB or KurrentDB, whichever server holds it. */
export class EventStoreDbEventStore extends EventStore {
  private readonly counters = new Counters();
  private readonly closing = new AbortController();
  private readonly doubts = new Doubts();
  private readonly appending = new Set<Promise<unknown>>();
  private readonly answerWithinMs: number;
  private readonly clients: Clients;
  private readonly fedLog: FedLog;
  private readonly end = new LogEnd((range) => this.clients.ask((client) => client.readAllBackwards(range)));
  private closed = false;

  private constructor({ connectionString, answerWithinMs = 10_000, probeEveryMs = 30_000 }: EventStoreDbOptions) {
    super();
    setMaxListeners(0, this.closing.signal);
    this.answerWithinMs = answerWithinMs;
    const callWithinMs = CALL_SHARE * answerWithinMs;
    const times = { callMs: SERVER_SHARE * answerWithinMs, pageMs: PAGE_SHARE * answerWithinMs };
    const make = () => new PackageClient(connectionString, times);
    this.clients = new Clients(make, callWithinMs, this.counters);
    const ends = () => this.retrying(() => this.end.find());
    const knownEnds = () => this.end.known;
    this.fedLog = { clients: this.clients, counters: this.counters, ends, knownEnds, answerWithinMs, callWithinMs, probeEveryMs };
  }

  /**
   * While no leader can be reached the store is given all the same: its calls are `unavailable` until one can, and then
   * work; `health()` tells. What waiting cannot mend (a wrong password) is thrown.
   */
  static async open(options: EventStoreDbOptions): Promise<EventStoreDbEventStore> {
    const store = new EventStoreDbEventStore(options);
    try {
      await store.clients.ask((client) => client.readAllBackwards({ from: undefined, most: 1 }));
    } catch (error) {
      if (error instanceof StoreFault && error.kind === 'unavailable') return store;
      await store.close();
      throw error;
    }
    return store;
  }

  stats(): Readonly<Record<string, number>> {
    return this.counters.read();
  }

  async append(
    stream: string,
    expected: Expected,
    events: readonly NewEvent[],
    { signal }: { readonly signal?: AbortSignal } = {},
  ): Promise<Appended> {
    const request = checkAppend(stream, expected, events);
    if (this.closed) throw StoreFault.closed();
    if (signal?.aborted) throw StoreFault.abandoned();
    const appended = this.appended(request, signal);
    this.appending.add(appended);
    try {
      return await appended;
    } finally {
      this.appending.delete(appended);
    }
  }

  async *readStream(stream: string, options: ReadOptions = {}): AsyncGenerator<StoredEvent, void, undefined> {
    const { from, limit, signal } = readRange(options);
    if (!isStreamName(stream)) return;
    let next = from;
    for (let left = limit, first = true; left > 0; first = false) {
      const most = Math.min(left, first ? FIRST_PAGE : STORE_LIMITS.pageEvents);
      const range = { from: next, most, backwards: false };
      const { events, more } = await this.ask((client) => client.readStream(stream, range), signal);
      for (const event of events) {
        if (signal?.aborted) throw StoreFault.abandoned();
        const stored = storedEvent(event);
        if (stored) yield stored;
        else this.counters.foreignEvents++;
      }
      const last = events.at(-1);
      if (!last || !more) return;
      left -= events.length;
      next = last.revision + 1n;
    }
  }

  async lastRevision(stream: string): Promise<bigint | undefined> {
    if (!isStreamName(stream)) return undefined;
    const range = { from: undefined, most: 1, backwards: true };
    return (await this.ask((client) => client.readStream(stream, range))).events[0]?.revision;
  }

  async head(): Promise<Position | undefined> {
    const { ours } = await this.fedLog.ends();
    return ours === 0n ? undefined : positions.text(ours);
  }

  async *feed({ after, filter = {}, follow, signal }: FeedOptions): AsyncGenerator<FeedItem, void, undefined> {
    if (this.closed) throw StoreFault.closed();
    const place = positions.place(after);
    const tail = new SubscriptionTail(this.fedLog, after, filter, follow);
    yield* feedOf(tail, { after: place, follow, signals: [signal, this.closing.signal], positions });
  }

  /** Only a leader answers, and only a leader takes appends. */
  async health(): Promise<void> {
    await this.ask((client) => client.readAllBackwards({ from: undefined, most: 1 }));
  }

  /** Takes no more appends, confirms or fails those that are on their way, ends all feeds. */
  async close(): Promise<void> {
    this.closed = true;
    const { signal, release } = joined([], CALL_SHARE * this.answerWithinMs);
    await unlessAborted(Promise.allSettled(this.appending), signal);
    release();
    this.closing.abort();
    this.clients.close();
  }

  private async appended(request: CheckedAppend, signal: AbortSignal | undefined): Promise<Appended> {
    this.counters.appends++;
    const ask = <Answer>(work: (client: LogClient) => Promise<Answer>) => this.clients.ask(work);
    const pending = new PendingAppend(request, ask, this.doubts, () => this.counters.answersRecovered++);
    const { revision, place } = await this.retrying(() => pending.attempt(), signal);
    return { revision, position: positions.text(place) };
  }

  private async ask<Answer>(work: (client: LogClient) => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
    return await this.retrying(() => this.clients.ask(work), signal);
  }

  private async retrying<Answer>(work: () => Promise<Answer>, signal?: AbortSignal): Promise<Answer> {
    if (this.closing.signal.aborted) throw StoreFault.closed();
    if (signal?.aborted) throw StoreFault.abandoned();
    let attempts = 0;
    const counted = () => {
      if (attempts++ > 0) this.counters.retries++;
      return work();
    };
    return await retrying(counted, { withinMs: this.answerWithinMs, signals: [signal, this.closing.signal] });
  }
}
