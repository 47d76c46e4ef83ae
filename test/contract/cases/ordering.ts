import type { EventStore, FeedItem } from '@soquy/event-store';
import type { Cases } from '../store-adapter.js';
import { event, events, eventsOf, idsOf, newCategory, replay, until } from '../samples.js';

const WRITERS = 8;
const APPENDS = 60;

/** Many writers in two processes, into streams of their own and common ones, while feeds look on. */
export const ordering: Cases = {
  async '8 concurrent writers while a feed follows: every event exactly once, in the order of a later replay'({ store, open }) {
    const after = await store.head();
    const category = newCategory();
    const looker = await open();
    const feeds = [
      { after, follow: true },
      { after, follow: true, filter: { streamPrefixes: [`${category}-`] } },
    ];
    const following = feeds.map((feed) => until(looker.feed(feed), (items) => idsOf(eventsOf(items)).includes(last.id)));
    const last = event();
    const ids = (await Promise.all(writers([store, await open()], category))).flat();
    await store.append(`${category}-last`, 'no-stream', [last]);
    const later = await replay(store, { after });
    expect([...idsOf(later)].sort()).toEqual([...ids, last.id].sort());
    for (const items of await Promise.all(following)) expect(eventsOf(items)).toEqual(later);
  },

  async 'caught-up never before an undelivered event'({ store, open }) {
    const after = await store.head();
    const category = newCategory();
    const writing = writers([store, await open()], category);
    const seen: FeedItem[] = [];
    for (let round = 0; round < 30; round++) {
      const there = await store.head();
      for await (const item of store.feed({ after, follow: true })) {
        seen.push(item);
        if (item.kind !== 'caught-up') continue;
        expect((item.position ?? '') >= (there ?? '')).toBe(true);
        break;
      }
    }
    await Promise.all(writing);
    await expectNothingSkipped(store, after, seen, () => true);
  },

  async 'a checkpoint is never given while an earlier event is undelivered'({ store, open }) {
    const after = await store.head();
    const category = newCategory();
    const filter = { streamPrefixes: [`${category}-1`, `${category}-common`], eventTypes: ['LoanApproved'] };
    const last = event({}, { type: 'LoanApproved' });
    const following = until(store.feed({ after, filter, follow: true }), (items) => idsOf(eventsOf(items)).includes(last.id));
    await Promise.all(writers([store, await open()], category));
    await store.append(`${category}-1last`, 'no-stream', [last]);
    const seen = await following;
    expect(seen.some(({ kind }) => kind === 'checkpoint')).toBe(true);
    const wanted = await replay(store, { after, filter });
    expect(eventsOf(seen)).toEqual(wanted);
    await expectNothingSkipped(store, after, seen, ({ id }) => wanted.some((event) => event.id === id));
  },
};

/** Each gives the ids it has written. */
function writers(stores: readonly EventStore[], category: string): Promise<string[]>[] {
  return Array.from({ length: WRITERS }, async (_, writer) => {
    const store = stores[writer % stores.length]!;
    const written: string[] = [];
    for (let nth = 0; nth < APPENDS; nth++) {
      const batch = events(1 + (nth % 3), { type: nth % 5 === 0 ? 'LoanApproved' : 'LoanDisbursed' });
      await store.append(nth % 4 === 0 ? `${category}-common` : `${category}-${writer}.${nth}`, 'any', batch);
      written.push(...idsOf(batch));
    }
    return written;
  });
}

/** Whatever a checkpoint or caught-up stands behind had been delivered before it, in any of the feeds' runs. */
async function expectNothingSkipped(
  store: EventStore,
  after: string | undefined,
  seen: readonly FeedItem[],
  wanted: (event: { readonly id: string }) => boolean,
): Promise<void> {
  const log = (await replay(store, { after })).filter(wanted);
  const delivered = new Set<string>();
  for (const item of seen) {
    if (item.kind === 'events') for (const { id } of item.events) delivered.add(id);
    else expect(log.filter(({ id, position }) => position <= (item.position ?? '') && !delivered.has(id))).toEqual([]);
  }
}
