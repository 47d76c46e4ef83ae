import { setTimeout as sleep } from 'node:timers/promises';
import type { EventStoreDbServer } from '../eventstoredb/server.js';
import { BOUND_MS, eventually, Following, inWorld, type World } from './eventstoredb-world.js';
import { all, event, events, expectFault, GRACE_MS, idsOf, newStream } from './samples.js';

const THREE = { nodes: 3, electionMs: 300 };

/** Appends as a caller does, again while the store is unavailable, until told to stop; gives what was confirmed. */
async function writing({ store }: Pick<World, 'store'>, going: () => boolean): Promise<{ stream: string; ids: string[] }> {
  const stream = newStream();
  const ids: string[] = [];
  while (going()) {
    const one = event();
    const expected = ids.length === 0 ? 'no-stream' : BigInt(ids.length - 1);
    while (!(await store.append(stream, expected, [one]).then(() => true, unavailable)));
    ids.push(one.id);
    await sleep(2);
  }
  return { stream, ids };
}

async function unavailable(error: unknown): Promise<false> {
  expect(error).toMatchObject({ kind: 'unavailable' });
  return false;
}

describe('EventStoreDB with three nodes', () => {
  test(
    'a store that knows a follower only finds the leader, and reads there what was just confirmed',
    inWorld(async ({ server, open, logged }) => {
      server.holdReplication(1);
      const store = await open({ connectionString: server.urlOf(1) });
      const stream = newStream();
      for (let nth = 0; nth < 5; nth++) {
        const { revision, position } = await store.append(stream, nth === 0 ? 'no-stream' : BigInt(nth - 1), [event()]);
        expect(await store.lastRevision(stream)).toBe(revision);
        expect(await store.head()).toBe(position);
      }
      expect(idsOf(await all(store.readStream(stream)))).toEqual(logged());
      const following = new Following(store);
      await following.saw(5);
      expect(following.ids).toEqual(logged());
      await following.leave();
    }, THREE),
  );

  const TROUBLES: Readonly<Record<string, (server: EventStoreDbServer) => Promise<unknown>>> = {
    'the leader resigns': (server) => server.lead((server.leader! + 1) % 3),
    'the leader dies and comes back': async (server) => {
      const leader = server.leader!;
      await server.kill(leader);
      await sleep(300);
      await server.revive(leader);
    },
    'a follower dies and comes back': async (server) => {
      const follower = (server.leader! + 1) % 3;
      await server.kill(follower);
      await sleep(200);
      await server.revive(follower);
    },
    'the leader stands still for a while': async (server) => {
      const leader = server.leader!;
      await server.pause(leader);
      await sleep(0.4 * BOUND_MS + 300);
      server.resume(leader);
    },
  };

  test.each(Object.entries(TROUBLES))(
    '%s, again and again: nothing confirmed is lost, nothing doubled, nothing out of order',
    async (_, trouble) =>
      await inWorld(async ({ server, store, open, logged }) => {
        const looker = await open();
        const following = new Following(looker);
        let going = true;
        const written = Promise.all([store, store, await open()].map((each) => writing({ store: each }, () => going)));
        for (let round = 0; round < 3; round++) {
          await sleep(200);
          const before = logged().length;
          await trouble(server);
          await eventually(() => logged().length > before + 5, 2 * BOUND_MS);
        }
        going = false;
        const confirmed = await written;
        for (const { stream, ids } of confirmed) expect(idsOf(await all(store.readStream(stream)))).toEqual(ids);
        expect([...logged()].sort()).toEqual(confirmed.flatMap(({ ids }) => ids).sort());
        await following.saw(logged().length, 2 * BOUND_MS);
        expect(following.ids).toEqual(logged());
        await following.leave();
        expect(following.failure).toBeUndefined();
      }, THREE)(),
  );

  test(
    'without a majority every call is unavailable in its time, and works again with it',
    inWorld(async ({ server, store }) => {
      const following = new Following(store);
      await store.append(newStream(), 'no-stream', events(3));
      await server.kill(1);
      await server.kill(2);
      await server.kill(0);
      const start = performance.now();
      const calls = [
        store.append(newStream(), 'any', [event()]),
        store.head(),
        all(store.readStream(newStream())),
        store.health(),
      ];
      await Promise.all(calls.map((call) => expectFault(call, 'unavailable')));
      expect(performance.now() - start).toBeLessThan(BOUND_MS + GRACE_MS);
      for (const node of [0, 1, 2]) await server.revive(node);
      await store.health();
      await store.append(newStream(), 'no-stream', [event()]);
      await following.saw(4);
      await following.leave();
    }, THREE),
  );

  test(
    'that cannot be found at the start is found later',
    inWorld(async ({ server, open }) => {
      await server.down();
      const store = await open();
      const following = new Following(store);
      await expectFault(store.health(), 'unavailable');
      await server.up();
      await store.append(newStream(), 'no-stream', [event()]);
      await following.saw(1);
      await following.leave();
    }, THREE),
  );
});
