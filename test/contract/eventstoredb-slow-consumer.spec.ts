import { setTimeout as sleep } from 'node:timers/promises';
import { STORE_LIMITS, type EventStore, type FeedItem, type Position } from '@soquy/event-store';
import { eventually, inWorld } from './eventstoredb-world.js';
import { event, events, idsOf, newStream } from './samples.js';

const MIB = 1_024 * 1_024;
/** What the adapter keeps ready for a feed, and one event more. */
const ROOM_BYTES = 2 * MIB + STORE_LIMITS.appendBytes;

/** The deaths a consumer can die, each leaving its feed in another way. */
const DEATHS = ['leaves', 'fails', 'is aborted', 'loses its store'] as const;

/** What a consumer keeps in one transaction with its work: what it did and how far it came. */
interface Kept {
  readonly ids: string[];
  position: Position | undefined;
}

/** Works slowly through the log and dies after a few items. */
async function liveOnce(
  store: EventStore,
  kept: Kept,
  death: (typeof DEATHS)[number],
  items: number,
  killing: AbortController,
): Promise<void> {
  let left = items;
  for await (const item of store.feed({ after: kept.position, follow: true, signal: killing.signal })) {
    await sleep(Math.random() * 15);
    if (left-- <= 0) {
      if (death === 'leaves') return;
      if (death === 'fails') throw new TypeError('poison');
      if (death === 'is aborted') killing.abort();
      else await store.close();
      continue;
    }
    if (item.kind === 'events') kept.ids.push(...idsOf(item.events));
    kept.position = item.kind === 'events' ? item.events.at(-1)!.position : (item.position ?? kept.position);
  }
}

/** A count once it no longer grows. */
async function settled(count: () => number): Promise<number> {
  for (;;) {
    const before = count();
    await sleep(1_000);
    if (count() === before) return before;
  }
}

describe('a slow consumer of EventStoreDB', () => {
  test(
    'that is killed at random, over a way that fails at random, gets each event exactly once',
    inWorld(
      async ({ server, store, open, logged }) => {
        const kept: Kept = { ids: [], position: undefined };
        let writing = true;
        const writer = (async () => {
          for (let nth = 0; nth < 150; nth++) {
            await store.append(newStream(), 'no-stream', events(1 + (nth % 40)));
            if (nth % 25 === 0) server.cutConnections();
            if (nth % 40 === 0) for (const subscription of server.subscriptions) subscription.end();
          }
          writing = false;
        })();
        for (let lives = 0; writing || kept.ids.length < logged().length; lives++) {
          const death = DEATHS[lives % DEATHS.length]!;
          const killing = new AbortController();
          const old = setTimeout(() => killing.abort(), 2_000);
          const life = liveOnce(await open(), kept, death, 1 + Math.floor(Math.random() * 6), killing);
          const outcome = await life.catch((error: unknown) => error);
          if (outcome) expect(outcome).toBeInstanceOf(TypeError);
          clearTimeout(old);
        }
        await writer;
        expect(kept.ids).toEqual(logged());
        await eventually(() => server.calls.open('subscribe') === 0);
      },
      { liveBuffer: 8 },
    ),
  );

  test.each([
    ['large', 60, 900_000],
    ['small', 24_000, 10],
  ])(
    'that stands still holds the server back, and later gets every event (%s ones)',
    async (_, count, bytes) =>
      await inWorld(async ({ server, store, logged }) => {
        const text = 'x'.repeat(bytes);
        server.write(newStream(), ...Array.from({ length: count }, () => event({ text })));
        const feed = store.feed({ follow: true })[Symbol.asyncIterator]();
        const first = (await feed.next()).value as Extract<FeedItem, { kind: 'events' }>;
        const ids = idsOf(first.events);
        const [subscription] = server.subscriptions;
        const sent = await settled(() => subscription!.queue.events);

        const { waitingBytes, waitingEvents } = store.stats();
        expect(waitingBytes).toBeGreaterThan(0);
        expect(waitingBytes).toBeLessThanOrEqual(ROOM_BYTES);
        expect(waitingEvents).toBeLessThanOrEqual(2 * STORE_LIMITS.pageEvents + 16);
        // The page in hand, the one read ahead, what waits, and what HTTP/2 and the server's stream hold between them.
        expect(sent * (bytes + 800)).toBeLessThan(4 * ROOM_BYTES + 40 * (bytes + 800));
        expect(subscription!.queue.mostQueuedMessages).toBeLessThanOrEqual(64);
        while (ids.length < count) {
          const { value } = (await feed.next()) as { value: FeedItem };
          if (value.kind === 'events') ids.push(...idsOf(value.events));
        }
        expect(ids).toEqual(logged());
        await feed.return!();
      })(),
  );

  test(
    'holds no other feed and no append up',
    inWorld(async ({ store }) => {
      for (let round = 0; round < 12; round++)
        await store.append(newStream(), 'no-stream', [event({ text: 'x'.repeat(900_000) })]);
      const stopped = store.feed({ follow: true })[Symbol.asyncIterator]();
      await stopped.next();
      await sleep(300);
      let seen = 0;
      for await (const item of store.feed({ follow: false })) if (item.kind === 'events') seen += item.events.length;
      await store.append(newStream(), 'no-stream', [event()]);
      expect(seen).toBe(12);
      await stopped.return!();
    }),
  );
});
