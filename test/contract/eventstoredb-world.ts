import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStore, FeedItem, FeedOptions, StoredEvent } from '@soquy/event-store';
import {
  EventStoreDbEventStore,
  type EventStoreDbOptions,
} from '../../libs/event-store/src/eventstoredb/eventstoredb-event-store.js';
import type { Ending } from '../eventstoredb/faults.js';
import { EventStoreDbServer, type ServerOptions } from '../eventstoredb/server.js';

/** The time the stores of these suites have for an answer. */
export const BOUND_MS = 3_000;

/** Every way a call can end without an answer that says what became of it. */
export const ENDINGS: readonly Ending[] = [
  'hang',
  'cut',
  'busy',
  'deadline',
  'timeout',
  'cancelled',
  'unknown',
  'no-leader-info',
];

/** A server in this process and stores over it; all of it is closed in the end. */
export interface World {
  readonly server: EventStoreDbServer;
  readonly store: EventStoreDbEventStore;
  readonly open: (options?: Partial<EventStoreDbOptions>) => Promise<EventStoreDbEventStore>;
  /** Ids of our events as the server holds them, in log order. */
  readonly logged: () => string[];
}

export function inWorld(run: (world: World) => Promise<void>, options: ServerOptions = {}): () => Promise<void> {
  return async () => {
    const server = await EventStoreDbServer.start(options);
    const stores: EventStore[] = [];
    const open = async (own: Partial<EventStoreDbOptions> = {}) => {
      const store = await EventStoreDbEventStore.open({ connectionString: server.url, answerWithinMs: BOUND_MS, ...own });
      stores.push(store);
      return store;
    };
    try {
      await run({ server, store: await open(), open, logged: () => server.stored().map(({ id }) => id) });
    } finally {
      await Promise.all(stores.map((store) => store.close()));
      await server.stop();
    }
  };
}

/** A feed that collects on its own until it is left. */
export class Following {
  readonly items: FeedItem[] = [];
  readonly events: StoredEvent[] = [];
  failure: unknown;
  private readonly leaving = new AbortController();
  private readonly ended: Promise<void>;

  constructor(store: EventStore, options: Partial<FeedOptions> = {}) {
    const collect = async () => {
      for await (const item of store.feed({ follow: true, signal: this.leaving.signal, ...options })) {
        this.items.push(item);
        if (item.kind === 'events') this.events.push(...item.events);
      }
    };
    this.ended = collect().catch((error: unknown) => {
      this.failure = error;
    });
  }

  get ids(): string[] {
    return this.events.map(({ id }) => id);
  }

  async saw(count: number, withinMs = 10_000): Promise<void> {
    await eventually(() => this.events.length >= count, withinMs);
  }

  async caughtUp(): Promise<void> {
    await eventually(() => this.items.some(({ kind }) => kind === 'caught-up'));
  }

  async leave(): Promise<void> {
    this.leaving.abort();
    await this.ended;
  }
}

export async function eventually(holds: () => boolean, withinMs = 10_000): Promise<void> {
  const start = performance.now();
  while (!holds()) {
    if (performance.now() - start > withinMs) throw new Error(`Not within ${withinMs} ms: ${holds.toString()}`);
    await sleep(5);
  }
}
