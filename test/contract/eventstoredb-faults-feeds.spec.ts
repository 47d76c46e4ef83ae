import { setTimeout as sleep } from 'node:timers/promises';
import type { Subscription } from '../eventstoredb/subscription.js';
import { BOUND_MS, eventually, Following, inWorld, type World } from './eventstoredb-world.js';
import { event, events, expectFault, GRACE_MS, idsOf, newCategory, newStream, replay } from './samples.js';

/** Patience until a feed delivers again once the server is there for it again. */
const RECOVERY_MS = 10_000;

const write = async ({ store }: Pick<World, 'store'>, count: number) => {
  const written = events(count);
  await store.append(newStream(), 'no-stream', written);
  return idsOf(written);
};

describe('a feed of EventStoreDB whose subscription', () => {
  const ENDS: Readonly<Record<string, (subscription: Subscription, world: World) => unknown>> = {
    'is ended without an error': (subscription) => subscription.end(),
    'loses its connection': (subscription) => subscription.cut(),
    'is dropped by a busy server': (subscription) => subscription.fail('busy'),
    'is cancelled by the server': (subscription) => subscription.fail('cancelled'),
    'fails for an unknown reason': (subscription) => subscription.fail('unknown'),
    'runs into a deadline': (subscription) => subscription.fail('deadline'),
    'goes with a server that is started again': (_, { server }) => server.restart(),
    'goes with all connections': (_, { server }) => server.cutConnections(),
  };

  test.each(Object.entries(ENDS))(
    '%s goes on by itself, and gives each event once',
    async (_, end) =>
      await inWorld(async (world) => {
        const { server, store, logged } = world;
        const following = new Following(store);
        await write(world, 300);
        await following.saw(300);
        for (let round = 1; round <= 3; round++) {
          await end(server.subscriptions[0]!, world);
          await write(world, 50);
          await following.saw(300 + 50 * round, RECOVERY_MS);
        }
        expect(following.ids).toEqual(logged());
        expect(store.stats().resubscribes).toBeGreaterThanOrEqual(3);
        await following.leave();
        expect(following.failure).toBeUndefined();
      })(),
  );

  test.each(['end', 'cut', 'busy', 'cancelled'] as const)(
    'breaks off again and again (%s) in the middle of the log: every event once, in order',
    async (then) =>
      await inWorld(async (world) => {
        const { server, store, logged } = world;
        for (let round = 0; round < 4; round++) await write(world, 500);
        for (const after of [0, 1, 17, 500, 499, 33, 0, 64]) server.faults.next('subscribe', { after, then });
        const following = new Following(store);
        await following.saw(2_000);
        await following.caughtUp();
        expect(following.ids).toEqual(logged());
        expect(server.faults.struck('subscribe')).toBe(8);
        await following.leave();
      })(),
  );

  test(
    'goes silent is found out by comparing with the log, and replaced',
    inWorld(async (world) => {
      const { server, logged, open } = world;
      const store = await open({ probeEveryMs: 300 });
      const following = new Following(store);
      await write(world, 10);
      await following.saw(10);
      server.subscriptions[0]!.silence();
      await write(world, 10);
      await following.saw(20, 300 + 300 + RECOVERY_MS);
      expect(following.ids).toEqual(logged());
      expect(store.stats()).toMatchObject({ stalls: 1, resubscribes: 1 });
      await sleep(1_000);
      expect(store.stats().stalls).toBe(1);
      await following.leave();
    }),
  );

  test(
    'is never confirmed is given up with its client',
    inWorld(async (world) => {
      const { server, store, logged } = world;
      await write(world, 10);
      server.faults.next('subscribe', 'hang');
      const following = new Following(store);
      await following.saw(10, 0.4 * BOUND_MS + RECOVERY_MS);
      expect(following.ids).toEqual(logged());
      expect(store.stats()).toMatchObject({ watchdogFirings: 1, recycles: 1 });
      await following.leave();
    }),
  );

  test(
    'is on a silent connection goes on when any call has found out',
    inWorld(async (world) => {
      const { server, store, logged } = world;
      const following = new Following(store);
      await write(world, 10);
      await following.saw(10);
      await server.pause();
      const append = write(world, 10);
      await sleep(0.4 * BOUND_MS + 100);
      server.resume();
      await append;
      await following.saw(20, RECOVERY_MS);
      expect(following.ids).toEqual(logged());
      await following.leave();
    }),
  );

  test(
    'breaks off does not cut a replay short; where it never begins, the replay fails in its time',
    inWorld(async (world) => {
      const { server, store, logged } = world;
      await write(world, 200);
      server.faults.next('subscribe', { after: 100, then: 'end' });
      server.faults.next('subscribe', 'busy', 3);
      expect(idsOf(await replay(store))).toEqual(logged());
      server.faults.always('subscribe', 'busy');
      const start = performance.now();
      await expectFault(replay(store), 'unavailable');
      expect(performance.now() - start).toBeLessThan(BOUND_MS + GRACE_MS);
    }),
  );
});

describe('a filtered feed of EventStoreDB', () => {
  test(
    'whose subscription goes silent, breaks off and is restarted gives what matches once',
    inWorld(async ({ server, store, open }) => {
      const own = await open({ probeEveryMs: 250 });
      const category = newCategory();
      const filter = { streamPrefixes: [`${category}-`], eventTypes: ['LoanApproved'] };
      const following = new Following(own, { filter });
      await following.caughtUp();
      const wanted: string[] = [];
      for (let round = 0; round < 12; round++) {
        await store.append(newStream(), 'no-stream', events(200));
        const one = event({}, { type: 'LoanApproved' });
        await store.append(`${category}-${round}`, 'any', [event({}, { type: 'LoanApprovedTwice' }), one]);
        wanted.push(one.id);
        const subscription = server.subscriptions[0];
        if (round % 4 === 1) subscription?.silence();
        if (round % 4 === 2) subscription?.cut();
        if (round % 4 === 3) subscription?.end();
        await sleep(100);
      }
      await following.saw(wanted.length);
      expect(following.ids).toEqual(wanted);
      const checkpoints = following.items.flatMap((item) => (item.kind === 'checkpoint' ? [item.position] : []));
      expect(checkpoints.length).toBeGreaterThan(0);
      expect(checkpoints.every((position, index) => index === 0 || position > checkpoints[index - 1]!)).toBe(true);
      await following.leave();
      expect(following.failure).toBeUndefined();
    }),
  );

  test(
    'tells no checkpoint a later feed could not begin at',
    inWorld(
      async ({ store, server }) => {
        const filter = { streamPrefixes: ['nothing-'] };
        for (let round = 0; round < 3; round++) {
          // The server looks through so many events at a time, and says that it came to where the next one will stand.
          await store.append(newStream(), 'no-stream', events(500 - (server.log.events.length % 500)));
          const told: string[] = [];
          for await (const item of store.feed({ filter, follow: false }))
            if (item.kind !== 'events' && item.position) told.push(item.position);
          expect(told.at(-1)).toBe(await store.head());
          for (const after of told) await replay(store, { after, filter });
        }
      },
      { systemEventEvery: 0 },
    ),
  );
});

describe('a position of EventStoreDB', () => {
  test(
    'beyond the log is refused, for going on from there would skip events',
    inWorld(async ({ store, server }) => {
      const { position } = await store.append(newStream(), 'no-stream', [event()]);
      const beyond = position.replace(/\d{20}/, (commit) => String(BigInt(commit) + 10_000_000n).padStart(20, '0'));
      for (const follow of [true, false]) await expectFault(fed(store, beyond, follow), 'bad-position');
      server.log.systemEvent();
      expect(await replay(store, { after: position })).toEqual([]);
    }),
  );

  test(
    'at which no event stands is refused',
    inWorld(async ({ store }) => {
      const { position } = await store.append(newStream(), 'no-stream', [event()]);
      await store.append(newStream(), 'no-stream', [event()]);
      const between = position.replace(/\d{20}-\d{20}$/, (pair) => {
        const commit = BigInt(pair.slice(0, 20)) + 3n;
        return `${String(commit).padStart(20, '0')}-${String(commit).padStart(20, '0')}`;
      });
      await expectFault(fed(store, between, true), 'bad-position');
    }),
  );
});

async function fed(store: World['store'], after: string, follow: boolean): Promise<void> {
  for await (const _ of store.feed({ after, follow })) throw new Error('An item came');
}

describe('the counters of EventStoreDB', () => {
  test(
    'tell how far a feed is behind',
    inWorld(async (world) => {
      const { store } = world;
      await write(world, 3);
      const feed = store.feed({ follow: true })[Symbol.asyncIterator]();
      while ((await feed.next()).value?.kind !== 'caught-up');
      const live = feed.next();
      expect(store.stats()).toMatchObject({ feeds: 1, secondsBehind: 0, waitingEvents: 0 });
      await write(world, 1);
      await live;
      await write(world, 5);
      await eventually(() => store.stats().waitingEvents! > 0);
      await sleep(300);
      expect(store.stats().secondsBehind).toBeGreaterThan(0.2);
      await feed.return!();
      expect(store.stats()).toMatchObject({ feeds: 0, secondsBehind: 0, waitingEvents: 0, waitingBytes: 0 });
    }),
  );
});
