import type { EventStore } from '@soquy/event-store';
import { EventStoreDbEventStore } from '../../libs/event-store/src/eventstoredb/eventstoredb-event-store.js';
import { NODES, testCluster, type Cluster } from './eventstoredb-cluster.js';
import { eventually, Following } from './eventstoredb-world.js';
import { all, event, idsOf, newCategory } from './samples.js';

/** An election of a real cluster takes its time. */
const PATIENCE_MS = 90_000;
/** What is confirmed while a node is away, and again when it is back. */
const AWAY = 20;

let cluster: Cluster;
const stores: EventStore[] = [];

beforeAll(async () => {
  cluster = await testCluster();
  for (let nth = 0; nth < 3; nth++) stores.push(await EventStoreDbEventStore.open({ connectionString: cluster.url }));
});
afterAll(async () => {
  for (const store of stores) await store.close();
  await cluster.leave();
});

/** Appends one event after the other, again while the cluster is unavailable, until told to stop. */
async function writing(store: EventStore, stream: string, confirmed: string[], going: () => boolean): Promise<void> {
  while (going()) {
    const one = event();
    const expected = confirmed.length === 0 ? 'no-stream' : BigInt(confirmed.length - 1);
    const isConfirmed = () =>
      store.append(stream, expected, [one]).then(
        () => true,
        (error: unknown) => {
          expect(error).toMatchObject({ kind: 'unavailable' });
          return false;
        },
      );
    while (!(await isConfirmed()));
    confirmed.push(one.id);
  }
}

/** Each node in its turn, so that one of them leads and the others follow, whichever that is. */
describe.each([
  ['stops and is started again', 'stop', 'start'],
  ['stands still for a while', 'pause', 'resume'],
] as const)('a cluster of EventStoreDB of which a node %s', (_, go, comeBack) => {
  test.each(NODES)(
    'loses, doubles and disorders nothing that was confirmed (node %i)',
    async (node) => {
      const [first, second, looker] = stores as [EventStore, EventStore, EventStore];
      const category = newCategory();
      const following = new Following(looker, { after: await looker.head(), filter: { streamPrefixes: [`${category}-`] } });
      const confirmed: [string[], string[]] = [[], []];
      const count = () => confirmed[0].length + confirmed[1].length;
      const more = async () => {
        const before = confirmed.map(({ length }) => length);
        await eventually(() => confirmed.every(({ length }, nth) => length >= before[nth]! + AWAY), PATIENCE_MS);
      };
      let going = true;
      const written = Promise.all(
        [first, second].map((store, nth) => writing(store, `${category}-${nth}`, confirmed[nth]!, () => going)),
      );
      try {
        await more();
        await cluster[go](node);
        await more();
        await cluster[comeBack](node);
        await more();
      } finally {
        going = false;
      }
      await written;
      await following.saw(count(), PATIENCE_MS);
      for (const [nth, ids] of confirmed.entries()) {
        expect(idsOf(await all(looker.readStream(`${category}-${nth}`)))).toEqual(ids);
        expect(idsOf(following.events.filter(({ stream }) => stream === `${category}-${nth}`))).toEqual(ids);
      }
      expect(following.events).toHaveLength(count());
      await following.leave();
      expect(following.failure).toBeUndefined();
    },
    4 * PATIENCE_MS,
  );
});
