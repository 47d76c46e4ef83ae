import { setTimeout as delay } from 'node:timers/promises';
import { openEventStore, StoreFault, type EventStore, type StoredEvent } from '@soquy/event-store';
import { NODES, testCluster, type Cluster } from './eventstoredb-cluster.js';
import { event, newCategory, replay } from './samples.js';

const WRITERS = 4;
/** An election and the clients' way to the new leader; a real cluster takes seconds. */
const RECOVERY_MS = 30_000;
const CALM_MS = 500;

let cluster: Cluster;
let stores: readonly EventStore[];

const open = () => openEventStore({ eventStore: 'eventstoredb', connectionString: cluster.url });

beforeAll(async () => {
  cluster = await testCluster();
  stores = await Promise.all([open(), open(), open()]);
}, 60_000);
afterAll(async () => {
  await Promise.all(stores.map((store) => store.close()));
  await cluster.leave();
}, 60_000);

/** Writers at work: what was confirmed to them, stream by stream, until they are told to stop. */
class Work {
  readonly category = newCategory();
  readonly confirmed = new Map<string, string[]>();
  confirmations = 0;
  private readonly stopping = new AbortController();
  private readonly running: Promise<unknown>;

  constructor() {
    this.running = Promise.all(Array.from({ length: WRITERS }, (_, writer) => this.write(`${this.category}-${writer}`, writer)));
  }

  async end(): Promise<void> {
    this.stopping.abort();
    await this.running;
  }

  /** Waits until every writer may have been confirmed something that it began after now. */
  async goesOn(): Promise<void> {
    const enough = this.confirmations + 3 * WRITERS;
    for (const until = Date.now() + RECOVERY_MS; this.confirmations < enough; await delay(20))
      if (Date.now() > until) throw new Error(`assertion: no appends within ${RECOVERY_MS} ms`);
  }

  /** One event after the other at the exact revision; what has no answer is asked again with the same id. */
  private async write(stream: string, writer: number): Promise<void> {
    const ids: string[] = [];
    this.confirmed.set(stream, ids);
    while (!this.stopping.signal.aborted) {
      const next = event({ at: ids.length });
      const expected = ids.length === 0 ? 'no-stream' : BigInt(ids.length - 1);
      for (let confirmed = false; !confirmed && !this.stopping.signal.aborted;)
        try {
          const { revision } = await stores[writer % 2]!.append(stream, expected, [next]);
          if (revision !== BigInt(ids.length)) throw new Error(`assertion: confirmed at ${revision} instead of ${ids.length}`);
          ids.push(next.id);
          this.confirmations += 1;
          confirmed = true;
        } catch (error) {
          if (!(error instanceof StoreFault && error.kind === 'unavailable')) throw error;
        }
    }
  }
}

/** Follows the log until told to stop; what it saw, in its order. */
function follow(after: string | undefined, category: string) {
  const stopping = new AbortController();
  const seen: StoredEvent[] = [];
  const following = (async () => {
    const filter = { streamPrefixes: [`${category}-`] };
    for await (const item of stores[2]!.feed({ after, filter, follow: true, signal: stopping.signal }))
      if (item.kind === 'events') seen.push(...item.events);
  })();
  return {
    seen,
    async end(count: number) {
      for (const until = Date.now() + RECOVERY_MS; seen.length < count && Date.now() < until;) await delay(20);
      stopping.abort();
      await following;
    },
  };
}

const DISTURBANCES = {
  'each node is killed and started again, the leader among them': ['stop', 'start'],
  'each node stands still for a while, the leader among them': ['pause', 'resume'],
} as const;

test.each(Object.entries(DISTURBANCES))(
  '%s: writing goes on, and nothing confirmed is lost, doubled or out of order',
  async (_, [disturb, mend]) => {
    const after = await stores[0]!.head();
    const work = new Work();
    const follower = follow(after, work.category);
    for (const node of NODES) {
      await work.goesOn();
      await cluster[disturb](node);
      await work.goesOn();
      await cluster[mend](node);
      await delay(CALM_MS);
    }
    await work.end();
    const stored = await replay(stores[0]!, { after, filter: { streamPrefixes: [`${work.category}-`] } });
    await follower.end(stored.length);
    expect(follower.seen.map(({ id, position }) => [id, position])).toEqual(stored.map(({ id, position }) => [id, position]));
    for (const [stream, ids] of work.confirmed) {
      const there = stored.filter((one) => one.stream === stream).map(({ id }) => id);
      // The last append may have been written without an answer when the work ended.
      expect([there.slice(0, ids.length), there.length - ids.length <= 1]).toEqual([ids, true]);
    }
  },
  300_000,
);
