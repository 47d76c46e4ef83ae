import { setTimeout as sleep } from 'node:timers/promises';
import { StoreFault, type EventStore } from '@soquy/event-store';
import type { Cases, FaultSituation } from '../store-adapter.js';
import {
  all,
  event,
  events,
  eventsOf,
  expectFault,
  faultOf,
  idsOf,
  newCategory,
  newStream,
  replay,
  until,
  GRACE_MS,
} from '../samples.js';

export const faults: Cases<FaultSituation> = {
  async 'unreachable at start: every call is unavailable within the stated bound, and recovers without a restart'({
    store: before,
    open,
    network,
  }) {
    await before.append(newStream(), 'no-stream', events(900));
    await network.down();
    const store = await open();
    const following = until(store.feed({ follow: true }), (items) => items.some(({ kind }) => kind === 'caught-up'));
    const calls = [
      () => store.health(),
      () => store.append(newStream(), 'any', [event()]),
      () => all(store.readStream(newStream())),
      () => store.lastRevision(newStream()),
      () => store.head(),
      () => all(store.feed({ follow: false })),
    ];
    await Promise.all(calls.map((call) => within(network.boundMs, expectFault(call(), 'unavailable'))));
    await network.up();
    await Promise.all(calls.map((call) => call()));
    await following;
  },

  async 'a server that goes away and comes back is found again'({ store, network }) {
    const stream = newStream();
    await store.append(stream, 'no-stream', [event()]);
    await network.down();
    await within(network.boundMs, expectFault(store.head(), 'unavailable'));
    const waiting = store.append(stream, 0n, events(2));
    await sleep(200);
    await network.up();
    expect((await waiting).revision).toBe(2n);
    expect(await all(store.readStream(stream))).toHaveLength(3);
  },

  async 'dropped connections: a confirmed append is there once, a retried one too, and a feed misses nothing'({
    store,
    network,
  }) {
    const after = await store.head();
    const category = newCategory();
    const last = event();
    const following = until(store.feed({ after, follow: true }), (items) => idsOf(eventsOf(items)).includes(last.id));
    let cuts = 0;
    const cutter = (async () => {
      for (; cuts < 12; cuts++) {
        await sleep(20 + Math.random() * 60);
        await network.cut();
      }
    })();
    const write = (_: unknown, writer: number) => writeWithRetries(store, `${category}-${writer}`, () => cuts === 12);
    const ids = await Promise.all(Array.from({ length: 8 }, write));
    await cutter;
    await store.append(newStream(), 'no-stream', [last]);
    for (const [writer, own] of ids.entries()) expect(idsOf(await all(store.readStream(`${category}-${writer}`)))).toEqual(own);
    const later = await replay(store, { after });
    expect([...idsOf(later)].sort()).toEqual([...ids.flat(), last.id].sort());
    expect(idsOf(eventsOf(await following))).toEqual(idsOf(later));
  },

  async 'silently dead connections: appends, reads and feeds go on over new ones'({ store, open, network }) {
    const after = await store.head();
    const written = events(3);
    const following = until(store.feed({ after, follow: true }), (items) => eventsOf(items).length === written.length);
    await store.append(newStream(), 'no-stream', [written[0]!]);
    await sleep(100);
    network.freeze();
    const append = within(network.boundMs, store.append(newStream(), 'no-stream', [written[1]!]));
    await within(network.boundMs, all(store.readStream(newStream())));
    await append;
    await (await open()).append(newStream(), 'no-stream', [written[2]!]);
    expect(idsOf(eventsOf(await within(2 * network.boundMs, following)))).toEqual(idsOf(written));
  },

  async 'a read without an answer fails within its limit'({ store, network }) {
    const stream = newStream();
    await store.append(stream, 'no-stream', [event()]);
    const frozen = setInterval(() => network.freeze(), 1);
    try {
      const calls = [all(store.readStream(stream)), store.head(), store.append(stream, 0n, [event()])];
      await Promise.all(calls.map((call) => within(network.boundMs, expectFault(call, 'unavailable'))));
    } finally {
      clearInterval(frozen);
    }
  },

  async 'a read cut in the middle is completed without repeat'({ store, network }) {
    const stream = newStream();
    const written = events(9_000);
    for (let start = 0; start < written.length; start += 900)
      await store.append(stream, 'any', written.slice(start, start + 900));
    const read: string[] = [];
    for await (const { id } of store.readStream(stream)) if (read.push(id) % 1_000 === 1) await network.cut();
    expect(read).toEqual(idsOf(written));
  },

  async 'a slow consumer holds the sender back'({ store, network }) {
    const after = await store.head();
    const written = Array.from({ length: 40 }, (_, index) => event({ index, text: 'x'.repeat(1_000_000) }));
    for (const one of written) await store.append(newStream(), 'no-stream', [one]);
    const before = network.received();
    const read: string[] = [];
    for await (const item of store.feed({ after, follow: true })) {
      if (item.kind !== 'events') break;
      if (read.length === 0) {
        await sleep(1_000);
        expect(network.received() - before).toBeLessThan(16_000_000);
      }
      read.push(...idsOf(item.events));
    }
    expect(read).toEqual(idsOf(written));
  },

  /** The runner itself fails a case in which a rejection goes unhandled, this one and every other. */
  async 'no unhandled rejection, whatever is left behind'({ open, network }) {
    const store = await open();
    for (let round = 0; round < 5; round++) await store.append(newStream(), 'no-stream', events(900));
    const left = new AbortController();
    const feed = store.feed({ follow: true, signal: left.signal })[Symbol.asyncIterator]();
    await feed.next();
    const reader = store.readStream(newStream())[Symbol.asyncIterator]();
    const calls = [
      store.append(newStream(), 'any', [event()], { signal: left.signal }),
      reader.next(),
      store.head(),
      feed.next(),
    ];
    const settled = Promise.allSettled(calls);
    await network.down();
    left.abort();
    await store.close();
    for (const outcome of await settled) if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(StoreFault);
    await network.up();
    await sleep(100);
  },
};

/** As a caller does: the same append again while the store is unavailable. At least 50, and until it is enough. */
async function writeWithRetries(store: EventStore, stream: string, enough: () => boolean): Promise<string[]> {
  const ids: string[] = [];
  for (let revision = -1n; revision < 49n || !enough(); revision++) {
    const one = event();
    for (let tries = 0; ; tries++) {
      const append = store.append(stream, revision < 0n ? 'no-stream' : revision, [one]);
      if (await append.then(() => true, retriable)) break;
      expect(tries).toBeLessThan(20);
    }
    ids.push(one.id);
  }
  return ids;
}

async function retriable(error: unknown): Promise<false> {
  expect((await faultOf(Promise.reject(error as Error))).kind).toBe('unavailable');
  return false;
}

/** Fails if the promise takes longer. */
async function within<Value>(ms: number, promise: Promise<Value>): Promise<Value> {
  const start = performance.now();
  const value = await promise;
  expect(performance.now() - start).toBeLessThan(ms + GRACE_MS);
  return value;
}
