import { setTimeout as sleep } from 'node:timers/promises';
import type { Expected } from '@soquy/event-store';
import { BOUND_MS, ENDINGS, inWorld } from './eventstoredb-world.js';
import { all, event, events, expectFault, GRACE_MS, idsOf, newStream } from './samples.js';

const MODES: readonly Expected[] = ['no-stream', 0n, 'any', 'stream-exists'];

/** A stream in which an append with that expectation is possible. */
const streamFor = (expected: Expected) => ({
  stream: newStream(),
  past: expected === 'no-stream' || expected === 'any' ? [] : events(1),
});

describe('an append to EventStoreDB whose answer is lost after the write', () => {
  const cases = MODES.flatMap((expected) => ENDINGS.map((ending) => [expected, ending] as const));

  test.each(cases)(
    'with %s and %s is confirmed and stands there once',
    async (expected, ending) =>
      await inWorld(async ({ server, store, logged }) => {
        const { stream, past } = streamFor(expected);
        if (past.length > 0) await store.append(stream, 'no-stream', past);
        const written = events(2);
        server.faults.next('append', { written: ending });
        const { revision, position } = await store.append(stream, expected, written);
        expect(revision).toBe(BigInt(past.length + 1));
        expect(logged()).toEqual(idsOf([...past, ...written]));
        expect((await all(store.readStream(stream))).at(-1)!.position).toBe(position);
        expect(store.stats()).toMatchObject({ answersRecovered: 1, retries: 1 });
      })(),
  );

  test.each(MODES)(
    'with %s stands there once also if the server was started again meanwhile',
    async (expected) =>
      await inWorld(async ({ server, store, logged }) => {
        const { stream, past } = streamFor(expected);
        if (past.length > 0) await store.append(stream, 'no-stream', past);
        const written = events(2);
        const lost = server.faults.next('append', { written: 'hang' });
        const append = store.append(stream, expected, written);
        await lost.over;
        await server.restart();
        await append;
        expect(logged()).toEqual(idsOf([...past, ...written]));
      })(),
  );

  test.each(MODES)(
    'with %s may be made again by a caller who was told nothing, after a restart and later events',
    async (expected) =>
      await inWorld(async ({ server, store, logged }) => {
        const { stream, past } = streamFor(expected);
        if (past.length > 0) await store.append(stream, 'no-stream', past);
        const written = events(2);
        const leaving = new AbortController();
        const lost = server.faults.next('append', { written: 'hang' });
        const append = expectFault(store.append(stream, expected, written, { signal: leaving.signal }), 'unavailable');
        await lost.over;
        leaving.abort();
        await append;
        await server.restart();
        const later = events(1);
        await store.append(stream, BigInt(past.length + 1), later);
        expect((await store.append(stream, expected, written)).revision).toBe(BigInt(past.length + 1));
        expect(logged()).toEqual(idsOf([...past, ...written, ...later]));
      })(),
  );

  test.each(MODES)(
    'with %s that arrives long after its repeat stands there once',
    async (expected) =>
      await inWorld(async ({ server, store, logged }) => {
        const { stream, past } = streamFor(expected);
        if (past.length > 0) await store.append(stream, 'no-stream', past);
        const written = events(2);
        server.faults.next('append', { late: 1_800 });
        await store.append(stream, expected, written);
        await sleep(1_000);
        expect(logged()).toEqual(idsOf([...past, ...written]));
      })(),
  );
});

describe('an append to EventStoreDB', () => {
  test(
    'is tried again while the server is busy, and confirmed',
    inWorld(async ({ server, store, logged }) => {
      for (const ending of ENDINGS) if (ending !== 'hang') server.faults.next('append', ending);
      const written = events(1);
      expect((await store.append(newStream(), 'no-stream', written)).revision).toBe(0n);
      expect(logged()).toEqual(idsOf(written));
      expect(store.stats().retries).toBeGreaterThanOrEqual(ENDINGS.length - 1);
    }),
  );

  test(
    'is unavailable within its time where nothing helps, and nothing was written',
    inWorld(async ({ server, store, logged }) => {
      const stream = newStream();
      for (const ending of ['busy', 'hang'] as const) {
        const always = server.faults.always('append', ending);
        const start = performance.now();
        await expectFault(store.append(stream, 'any', [event()]), 'unavailable');
        expect(performance.now() - start).toBeLessThan(BOUND_MS + GRACE_MS);
        always.stop();
      }
      expect(logged()).toEqual([]);
      expect(store.stats()).toMatchObject({ recycles: store.stats().watchdogFirings });
      expect(store.stats().watchdogFirings).toBeGreaterThan(0);
    }),
  );

  test(
    'that hangs holds no other one up',
    inWorld(async ({ server, store }) => {
      server.faults.next('append', 'hang');
      const hanging = store.append(newStream(), 'no-stream', [event()]);
      const others = Array.from({ length: 20 }, () => store.append(newStream(), 'no-stream', [event()]));
      const first = [hanging.then(() => 'the one that hangs'), ...others.map((other) => other.then(() => 'another'))];
      expect(await Promise.race(first)).toBe('another');
      await Promise.all([hanging, ...others]);
    }),
  );

  const FAILING = {
    'a way that is cut and a server that is started again': {
      faults: [{ written: 'cut' }, { written: 'timeout' }, 'busy', 'cut', 'deadline'],
      restartsEvery: 10,
    },
    'a server that answers late or not at all': {
      faults: [{ late: 300 }, { written: 'hang' }, { late: 50 }, 'not-ready', { delay: 100 }],
      restartsEvery: Infinity,
    },
  } as const;

  test.each(Object.entries(FAILING))(
    'that is one of many over %s stands there once, in its order',
    async (_, { faults, restartsEvery }) =>
      await inWorld(async ({ server, store, open, logged }) => {
        const stores = [store, await open({ answerWithinMs: 1_500 })];
        let going = true;
        const trouble = (async () => {
          for (let nth = 1; going; nth++) {
            server.faults.next('append', faults[nth % faults.length]!);
            if (nth % restartsEvery === 0) await server.restart();
            await sleep(30);
          }
        })();
        const write = async (writer: number) => {
          const stream = newStream();
          const written = events(20);
          for (const [nth, one] of written.entries()) {
            const expected = writer % 2 === 0 ? 'any' : nth === 0 ? 'no-stream' : BigInt(nth - 1);
            const isConfirmed = () =>
              stores[writer % 3 === 0 ? 1 : 0]!.append(stream, expected, [one]).then(() => true, retriable);
            while (!(await isConfirmed()));
          }
          return { stream, ids: idsOf(written) };
        };
        const confirmed = await Promise.all(Array.from({ length: 6 }, (__, writer) => write(writer)));
        going = false;
        await trouble;
        server.faults.clear();
        for (const { stream, ids } of confirmed) expect(idsOf(await all(store.readStream(stream)))).toEqual(ids);
        expect([...logged()].sort()).toEqual(confirmed.flatMap(({ ids }) => ids).sort());
      })(),
  );

  test(
    'whose repeat names no position is confirmed with the first one',
    inWorld(
      async ({ store }) => {
        const stream = newStream();
        const written = events(3);
        const first = await store.append(stream, 'no-stream', written);
        await store.append(stream, 2n, [event()]);
        expect(await store.append(stream, 'no-stream', written)).toEqual(first);
        expect(await store.append(stream, 'any', written)).toEqual(first);
      },
      { positionOfRepeats: false },
    ),
  );

  test(
    'keeps commit and prepare where they differ',
    inWorld(
      async ({ store, server }) => {
        const { position } = await store.append(newStream(), 'no-stream', [event()]);
        const [stored] = server.stored();
        expect(position).toBe(
          `e-${String(stored!.position.commit).padStart(20, '0')}-${String(stored!.position.prepare).padStart(20, '0')}`,
        );
        expect(stored!.position.commit).not.toBe(stored!.position.prepare);
        expect(await store.head()).toBe(position);
        expect(await all(store.feed({ after: position, follow: false }))).toEqual([{ kind: 'caught-up', position }]);
      },
      { preparesApart: true },
    ),
  );

  test(
    'to a stream that was deleted: for good it is refused, else the stream begins again',
    inWorld(async ({ store, server }) => {
      const [gone, begun] = [newStream(), newStream()];
      for (const stream of [gone, begun]) await store.append(stream, 'no-stream', events(3));
      server.log.tombstone(gone);
      server.log.softDelete(begun);
      for (const expected of MODES) await expectFault(store.append(gone, expected, [event()]), 'stream-deleted');
      await expectFault(all(store.readStream(gone)), 'stream-deleted');
      expect(await all(store.readStream(begun))).toEqual([]);
      expect(await store.lastRevision(begun)).toBeUndefined();
      await expectFault(store.append(begun, 'stream-exists', [event()]), 'stream-deleted');
      const written = events(2);
      server.faults.next('append', { written: 'cut' });
      expect((await store.append(begun, 'no-stream', written)).revision).toBe(4n);
      expect(idsOf(await all(store.readStream(begun)))).toEqual(idsOf(written));
    }),
  );

  test(
    'without permission is refused at once',
    inWorld(async ({ store, server, open }) => {
      server.faults.deny('secret-');
      await expectFault(store.append('secret-1', 'any', [event()]), 'access-denied');
      await expectFault(all(store.readStream('secret-1')), 'access-denied');
      server.faults.deny('$all');
      await expectFault(open(), 'access-denied');
      await expectFault(all(store.feed({ follow: true })), 'access-denied');
    }),
  );

  test(
    'of events the server finds too large is told so',
    inWorld(
      async ({ store }) => {
        await expectFault(store.append(newStream(), 'any', [event({ text: 'x'.repeat(2_000) })]), 'too-large');
      },
      { maxAppendSize: 1_024 },
    ),
  );
});

async function retriable(error: unknown): Promise<false> {
  expect(error).toMatchObject({ kind: 'unavailable' });
  return false;
}
