import { setTimeout as sleep } from 'node:timers/promises';
import type { FeedFilter, Position, StoredEvent } from '../event-store.js';
import type { LogPage, LogTail } from '../log-feed.js';
import { beyondTheLog } from '../position.js';
import { patiently } from '../retrying.js';
import { StoreFault } from '../store-fault.js';
import type { Clients } from './clients.js';
import type { Counters, FeedState } from './counters.js';
import type { LogClient, LogEvent, LogItem, LogSubscription } from './log-client.js';
import type { Ends } from './log-end.js';
import { positions } from './places.js';
import { matches, storedEvent } from './stored-event.js';

/** How long a subscription may need for an event that is known to be in the log, before it counts as stalled. */
const MOST_GRACE_MS = 2_000;

/** While a feed catches up its pages may grow for so long; each one costs its consumer a transaction. */
const GATHERING_MS = 5;

/** The log as feeds need it, and how patient they are. */
export interface FedLog {
  readonly clients: Clients;
  readonly counters: Counters;
  /** Answered in time or `unavailable`. */
  readonly ends: () => Promise<Ends>;
  /** As they were last found. */
  readonly knownEnds: () => Ends;
  readonly answerWithinMs: number;
  /** For one call. */
  readonly callWithinMs: number;
  /** A subscription that is silent for so long is compared with the log. */
  readonly probeEveryMs: number;
}

/** A subscription and the client it came from. */
interface Current {
  readonly subscription: LogSubscription;
  readonly client: LogClient;
  /** Where the log ended at some time before it began: it has not caught up before it has come as far. */
  readonly ends: Ends;
  /** The last event known to be there. */
  end: bigint;
  confirmed: boolean;
  live: boolean;
  caughtUp: boolean;
}

/** The end of the log over subscriptions, one after the other: when one ends, the next goes on behind what was delivered. */
export class SubscriptionTail implements LogTail, FeedState {
  private readonly closing = new AbortController();
  private readonly filtered: boolean;
  private current: Current | undefined;
  /** How far the log has been looked through; the next subscription goes on behind it. */
  private at: bigint;
  /** What the feed may be told of that: with a filter all of it, without one the last event delivered. */
  private told: bigint;
  private begun = false;
  private behind: number | undefined = Date.now();
  private takenMs = Date.now();

  constructor(
    private readonly log: FedLog,
    private readonly start: Position | undefined,
    private readonly filter: FeedFilter,
    private readonly follow: boolean,
  ) {
    this.filtered = filter.streamPrefixes !== undefined || filter.eventTypes !== undefined;
    this.at = this.told = positions.place(start);
    if (follow) log.counters.feeds.add(this);
  }

  get waiting(): LogSubscription['waiting'] {
    return this.current?.subscription.waiting ?? { events: 0, bytes: 0 };
  }

  get behindSinceMs(): number | undefined {
    return this.behind ?? (this.waiting.events > 0 ? this.takenMs : undefined);
  }

  page(): Promise<LogPage> {
    const { signal } = this.closing;
    return patiently(() => this.attempt(), { follow: this.follow, withinMs: this.log.answerWithinMs, signal });
  }

  async changed(): Promise<void> {
    if (this.current) await this.waitFor(this.current);
  }

  close(): void {
    this.closing.abort();
    this.log.counters.feeds.delete(this);
    this.current?.subscription.close();
  }

  private async attempt(): Promise<LogPage> {
    const current = await this.subscribed();
    for (;;) {
      if (!current.live && this.waiting.events > 0) await sleep(GATHERING_MS);
      const items = current.subscription.take();
      if (items.length > 0) return await this.pageOf(items, current);
      if (current.subscription.ended) {
        this.lose(current);
        throw current.subscription.ended;
      }
      if (current.live) return await this.pageOf([], current);
      await this.waitFor(current);
    }
  }

  private async subscribed(): Promise<Current> {
    if (this.current) return this.current;
    const known = this.log.knownEnds();
    const ends = this.filtered || this.at > known.log ? await this.log.ends() : known;
    if (this.closing.signal.aborted) throw StoreFault.abandoned();
    if (!this.begun && this.at > ends.log) throw beyondTheLog(this.start!);
    if (this.begun) this.log.counters.resubscribes++;
    this.begun = true;
    const client = this.log.clients.current;
    const subscription = client.subscribe({ after: this.at, filter: this.filter });
    return (this.current = { subscription, client, ends, end: ends.log, confirmed: false, live: false, caughtUp: false });
  }

  private lose(current: Current): void {
    current.subscription.close();
    if (this.current !== current) return;
    this.current = undefined;
    this.behind ??= Date.now();
  }

  private async pageOf(items: readonly LogItem[], current: Current): Promise<LogPage> {
    const events: StoredEvent[] = [];
    for (const item of items) {
      const event = item.kind === 'event' ? this.passed(item.event, current) : this.noted(item, current);
      if (event && matches(event, this.filter)) events.push(event);
    }
    this.takenMs = Date.now();
    current.live ||= current.caughtUp && (this.filtered || this.at >= current.ends.ours);
    if (current.live && this.filtered) this.at = larger(this.at, current.ends.ours);
    if (this.filtered) this.told = larger(this.told, await this.knownToBeThere(current));
    else this.told = positions.place(events.at(-1)?.position) || this.told;
    const more = !current.live || current.subscription.waiting.events > 0;
    if (!more) this.behind = undefined;
    return { events, upTo: this.told, more };
  }

  /** Undefined for what was delivered before, and for the events of others. */
  private passed(item: LogEvent, current: Current): StoredEvent | undefined {
    this.behind = item.createdMs;
    if (item.place <= this.at) return undefined;
    this.at = item.place;
    current.end = larger(current.end, item.place);
    const event = storedEvent(item);
    if (!event) this.log.counters.foreignEvents++;
    return event;
  }

  private noted(item: Exclude<LogItem, { kind: 'event' }>, current: Current): undefined {
    if (item.kind === 'checkpoint') this.at = larger(this.at, item.place);
    else if (item.kind === 'confirmed') current.confirmed = true;
    else current.caughtUp = item.kind === 'caught-up';
    current.live &&= current.caughtUp;
    return undefined;
  }

  /** What a feed is told may be where another one begins, so it must not lie beyond the last event of the log. */
  private async knownToBeThere(current: Current): Promise<bigint> {
    if (this.at > current.end) {
      const ends = await this.log.ends().catch(() => undefined);
      current.end = larger(current.end, ends?.log ?? 0n);
    }
    return this.at < current.end ? this.at : current.end;
  }

  /** Returns when there may be something to take, or when the subscription was found to be of no use. */
  private async waitFor(current: Current): Promise<void> {
    const { clients, counters, callWithinMs, probeEveryMs, ends } = this.log;
    if (await this.hasChanged(current, current.confirmed ? probeEveryMs : callWithinMs)) return;
    if (!current.confirmed) {
      clients.isSilent(current.client);
      return this.lose(current);
    }
    const there = await ends().catch(() => undefined);
    if (!there || there.ours <= this.at) return;
    if (await this.hasChanged(current, Math.min(probeEveryMs, MOST_GRACE_MS))) return;
    if (!this.filtered) counters.stalls++;
    this.lose(current);
  }

  private hasChanged({ subscription }: Current, withinMs: number): Promise<boolean> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => resolve(false), withinMs);
      void subscription.changed().then(() => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}

const larger = (one: bigint, other: bigint): bigint => (one > other ? one : other);
