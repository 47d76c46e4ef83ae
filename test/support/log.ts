import { execFileSync } from 'node:child_process';
import { setTimeout as delay } from 'node:timers/promises';
import { MemoryEventStore, MemoryLog, openEventStore, type EventStore, type EventStoreName } from '@soquy/event-store';
import { EventStoreDbServer } from '../eventstoredb/server.js';

/** An empty log of its own for what is under test. */
export interface TestLog {
  /** What the product's settings say of it. */
  readonly settings: { readonly eventStore: EventStoreName; readonly eventStoreUrl?: string };
  /** Each call is like another process over it. */
  readonly open: () => Promise<EventStore>;
  readonly drop: () => Promise<void>;
}

type Kind = EventStoreName | 'memory';

const RESET_LIMIT_MS = 60_000;

const KINDS: Readonly<Record<Kind, (databaseUrl: string) => Promise<TestLog>>> = {
  async memory() {
    const log = new MemoryLog();
    return { settings: { eventStore: 'postgres' }, open: async () => new MemoryEventStore(log), drop: async () => {} };
  },
  async postgres(connectionString) {
    const eventStore = 'postgres';
    return {
      settings: { eventStore },
      open: () => openEventStore({ eventStore, connectionString }),
      drop: async () => {}, // goes with its database
    };
  },
  async eventstoredb() {
    const { url, drop } = await eventStoreDbServer();
    const eventStore = 'eventstoredb';
    return {
      settings: { eventStore, eventStoreUrl: url },
      open: () => openEventStore({ eventStore, connectionString: url }),
      drop,
    };
  },
};

/** Of the kind that `TEST_EVENT_STORE` names, which `npm run test:eventstoredb` sets, or else the usual one. */
export async function testLog(usual: Kind, databaseUrl: string): Promise<TestLog> {
  return await KINDS[(process.env.TEST_EVENT_STORE as Kind | undefined) ?? usual](databaseUrl);
}

/** The server in this process, or the real one at `EVENTSTORE_URL`, emptied by the command in `EVENTSTORE_RESET`. */
async function eventStoreDbServer(): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> {
  const url = process.env.EVENTSTORE_URL;
  if (!url) {
    const server = await EventStoreDbServer.start();
    return { url: server.url, drop: () => server.stop() };
  }
  const reset = process.env.EVENTSTORE_RESET;
  if (reset) execFileSync(reset, { shell: true, stdio: 'inherit' });
  await assertEmpty(url);
  return { url, drop: async () => {} };
}

/** A product under test reads the whole log: events of another would be its own. */
async function assertEmpty(connectionString: string): Promise<void> {
  const store = await openEventStore({ eventStore: 'eventstoredb', connectionString });
  try {
    for (const until = Date.now() + RESET_LIMIT_MS; ; await delay(500)) {
      const answers = await store.health().then(
        () => true,
        () => false,
      );
      if (answers) break;
      if (Date.now() > until) throw new Error('The server at EVENTSTORE_URL does not answer');
    }
    if (await store.head()) throw new Error('The log at EVENTSTORE_URL is not empty; EVENTSTORE_RESET may name a command');
  } finally {
    await store.close();
  }
}
