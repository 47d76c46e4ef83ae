import { setTimeout as sleep } from 'node:timers/promises';
import { STORE_LIMITS, type EventStore, type StoredEvent } from '@soquy/event-store';
import type { FeatureRegistry } from '../feature-registry.js';
import { liveFact, type LiveFact } from './live-fact.js';
import { RecentFacts, type LivePage } from './recent-facts.js';
import { Slots } from './slots.js';

/** Clients that read older facts from the log at the same time; more wait their turn, since each takes a connection. */
const READERS = 4;

/** How long to wait after a fault of the store. */
const FAULT_MS = 1_000;

export interface LiveFeedParts {
  readonly store: EventStore;
  readonly registry: FeatureRegistry;
  readonly onChange: () => void;
  readonly onFault: (error: unknown) => void;
}

/** One subscription to the log for all clients of a process, while there are any. */
export class LiveFeed {
  private readonly stopping = new AbortController();
  private readonly readers = new Slots(READERS);
  private recent: RecentFacts | undefined;
  /** The end of the log is known, and what comes behind it arrives from now on. */
  readonly ready: Promise<void>;

  constructor(private readonly parts: LiveFeedParts) {
    this.ready = this.begin();
    this.ready.catch(() => undefined); // told to those who wait for it
  }

  stop(): void {
    this.stopping.abort();
  }

  /** What follows a place. Throws the store's `bad-position` for one that is not in the log. */
  async after(place: string): Promise<LivePage> {
    return this.recent?.after(place) ?? (await this.readers.in(() => this.fromLog(place)));
  }

  private async begin(): Promise<void> {
    this.recent = new RecentFacts((await this.parts.store.head()) ?? '');
    void this.follow(this.recent);
  }

  private async follow(recent: RecentFacts): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted)
      try {
        for await (const item of this.parts.store.feed({ ...this.behind(recent.reached), follow: true, signal })) {
          const facts = item.kind === 'events' ? this.told(item.events) : [];
          recent.add(facts, item.kind === 'events' ? item.events.at(-1)!.position : (item.position ?? ''));
          if (facts.length > 0) this.parts.onChange();
        }
      } catch (error) {
        if (signal.aborted) return;
        this.parts.onFault(error);
        await sleep(FAULT_MS, undefined, { signal }).catch(() => undefined);
      }
  }

  /** A good part of the log itself, for clients that come back after a while. */
  private async fromLog(place: string): Promise<LivePage> {
    const facts: LiveFact[] = [];
    let upTo = place;
    const { signal } = this.stopping;
    for await (const item of this.parts.store.feed({ ...this.behind(place), follow: false, signal })) {
      if (item.kind === 'events') facts.push(...this.told(item.events));
      upTo = item.kind === 'events' ? item.events.at(-1)!.position : (item.position ?? upTo);
      if (facts.length >= STORE_LIMITS.pageEvents) break;
    }
    return { facts, upTo, more: upTo > place };
  }

  private behind(place: string) {
    const streamPrefixes = this.parts.registry.all.map(({ decider }) => `${decider.category}-`);
    return { after: place || undefined, filter: { streamPrefixes } };
  }

  private told(events: readonly StoredEvent[]): LiveFact[] {
    return events.flatMap((event) => liveFact(this.parts.registry, event) ?? []);
  }
}
