import { setTimeout as sleep } from 'node:timers/promises';
import { STORE_LIMITS, type FeedItem } from '@soquy/event-store';
import type { Cases } from '../store-adapter.js';
import { all, event, events, eventsOf, expectFault, idsOf, newCategory, newStream, replay, until } from '../samples.js';

export const feeding: Cases = {
  async 'after is exclusive'({ store }) {
    const stream = newStream();
    const first = await store.append(stream, 'no-stream', [event()]);
    const second = await store.append(stream, 0n, [event()]);
    const third = await store.append(stream, 1n, [event()]);
    expect((await replay(store, { after: first.position })).map(({ position }) => position)).toEqual([
      second.position,
      third.position,
    ]);
    expect(await replay(store, { after: third.position })).toEqual([]);
  },

  async 'positions strictly grow by byte order, and two feeds see the same order'({ store, open }) {
    const after = await store.head();
    await Promise.all(Array.from({ length: 60 }, (_, index) => store.append(newStream(), 'no-stream', events(1 + (index % 3)))));
    const one = await replay(store, { after });
    expect(one).toHaveLength(120);
    for (const [index, { position }] of one.entries())
      if (index > 0) expect(Buffer.compare(Buffer.from(one[index - 1]!.position), Buffer.from(position))).toBe(-1);
    expect(await replay(await open(), { after })).toEqual(one);
  },

  async 'a feed carries what a stream read carries'({ store }) {
    const after = await store.head();
    const stream = newStream();
    await store.append(stream, 'no-stream', events(3));
    expect(await replay(store, { after })).toStrictEqual(await all(store.readStream(stream)));
  },

  async 'without follow it ends, caught up, with the head'({ store }) {
    const { position } = await store.append(newStream(), 'no-stream', events(2));
    const items = await all(store.feed({ follow: false }));
    expect(items.at(-1)).toEqual({ kind: 'caught-up', position });
    expect(items.filter(({ kind }) => kind === 'caught-up')).toHaveLength(1);
    expect(await all(store.feed({ after: position, follow: false }))).toEqual([{ kind: 'caught-up', position }]);
  },

  async 'pages are bounded, and caught-up comes behind the last of them, filtered or not'({ store }) {
    const after = await store.head();
    const category = newCategory();
    const written = events(2 * STORE_LIMITS.pageEvents + 100);
    for (let start = 0; start < written.length; start += 700)
      await store.append(`${category}-1`, 'any', written.slice(start, start + 700));
    for (const filter of [{}, { streamPrefixes: [category] }, { eventTypes: [written[0]!.type] }]) {
      const items = await until(store.feed({ after, filter, follow: true }), (seen) => seen.at(-1)!.kind === 'caught-up');
      expect(idsOf(eventsOf(items))).toEqual(idsOf(written));
      for (const item of items)
        if (item.kind === 'events') expect(item.events.length).toBeLessThanOrEqual(STORE_LIMITS.pageEvents);
    }
  },

  async 'it goes on with what comes later'({ store, open }) {
    const after = await store.head();
    const written = events(30);
    const following = until(store.feed({ after, follow: true }), (items) => eventsOf(items).length === written.length);
    const writer = await open();
    for (const one of written) {
      await writer.append(newStream(), 'no-stream', [one]);
      if (Math.random() < 0.3) await sleep(5);
    }
    expect(idsOf(eventsOf(await following))).toEqual(idsOf(written));
  },

  async 'events of streams that are not wanted may be left out, the others are all there and the end is told'({ store }) {
    const after = await store.head();
    const category = newCategory();
    const wanted: string[] = [];
    for (let nth = 0; nth < 6; nth += 1) {
      const one = event();
      await store.append(`${category}-${nth}`, 'no-stream', [one]);
      if (nth % 3 === 0) wanted.push(one.id);
    }
    const isWanted = (stream: string) => Number(stream.slice(category.length + 1)) % 3 === 0;
    const filter = { streamPrefixes: [`${category}-`] };
    const seen = await all(store.feed({ after, filter, wanted: isWanted, follow: false }));
    expect(idsOf(eventsOf(seen).filter(({ stream }) => isWanted(stream)))).toEqual(wanted);
    const end = seen.at(-1)!;
    expect([end.kind, end.kind === 'caught-up' && end.position! >= (await store.head())!]).toEqual(['caught-up', true]);
  },

  async 'prefixes and types filter exactly'({ store }) {
    const after = await store.head();
    const category = newCategory();
    const streams = [`${category}-a_1`, `${category}-ab1`, `${category}-a%1`, `${category}Other-a_1`, `x${category}-a_1`];
    for (const stream of streams)
      for (const type of ['LoanApproved', 'LoanApprovedTwice', 'LoanDisbursed'])
        await store.append(stream, 'any', [event({}, { type })]);
    const found = async (streamPrefixes?: string[], eventTypes?: string[]) => {
      const filter = { ...(streamPrefixes && { streamPrefixes }), ...(eventTypes && { eventTypes }) };
      return (await replay(store, { after, filter })).map(({ stream, type }) => `${streams.indexOf(stream)} ${type}`);
    };
    expect(await found([`${category}-a_`], ['LoanApproved'])).toEqual(['0 LoanApproved']);
    expect(await found([`${category}-a%`], ['LoanApproved'])).toEqual(['2 LoanApproved']);
    expect(await found([`${category}-`], ['LoanDisbursed'])).toEqual(['0 LoanDisbursed', '1 LoanDisbursed', '2 LoanDisbursed']);
    expect(await found([`${category}O`, `x${category}`], ['LoanApproved'])).toEqual(['3 LoanApproved', '4 LoanApproved']);
    expect(await found([`${category}-ab`])).toEqual(['1 LoanApproved', '1 LoanApprovedTwice', '1 LoanDisbursed']);
    expect(await found(undefined, ['LoanApprovedTwice'])).toHaveLength(5);
    expect(await found([streams[0]!], ['Loan'])).toEqual([]);
  },

  async 'with nothing matching, checkpoints advance, and resuming from one skips nothing'({ store }) {
    const after = await store.head();
    const category = newCategory();
    const filter = { streamPrefixes: [`${category}-`] };
    for (let round = 0; round < 3; round++) await store.append(newStream(), 'no-stream', events(900));
    const seen = await all(store.feed({ after, filter, follow: false }));
    const checkpoint = seen.findLast((item) => item.kind === 'checkpoint')!;
    expect(eventsOf(seen)).toEqual([]);
    expect(checkpoint.position! > (after ?? '')).toBe(true);
    const wanted = event();
    await store.append(`${category}-1`, 'no-stream', [wanted]);
    expect(idsOf(await replay(store, { after: checkpoint.position!, filter }))).toEqual([wanted.id]);
  },

  async 'system events never come out'({ store }) {
    for (const { stream, type } of await replay(store)) {
      expect(stream).toMatch(/^[a-z][A-Za-z0-9]*-./);
      expect(type).toMatch(/^[A-Z]/);
    }
  },

  async 'a foreign or garbage position is refused at once'({ store }) {
    await store.append(newStream(), 'no-stream', [event()]);
    const own = (await store.head())!;
    const foreign = [
      '',
      'garbage',
      own.slice(0, -1),
      `${own}0`,
      ` ${own}`,
      `x${own.slice(1)}`,
      own.replace(/\d(?=\d*$)/, 'a'),
      '5',
      '-1',
    ];
    for (const after of foreign)
      for (const follow of [true, false]) await expectFault(all(store.feed({ after, follow })), 'bad-position');
  },

  async 'abort ends it within a second, whatever it is doing'({ store }) {
    await store.append(newStream(), 'no-stream', events(5));
    const waiting = new AbortController();
    const feed = store.feed({ after: await store.head(), follow: true, signal: waiting.signal })[Symbol.asyncIterator]();
    expect((await feed.next()).value).toMatchObject({ kind: 'caught-up' });
    const following = feed.next();
    await sleep(50);
    const start = performance.now();
    waiting.abort();
    expect((await following).done).toBe(true);
    const busy = new AbortController();
    const items: FeedItem[] = [];
    for await (const item of store.feed({ follow: true, signal: busy.signal })) {
      items.push(item);
      busy.abort();
    }
    expect(items).toHaveLength(1);
    expect(await all(store.feed({ follow: true, signal: AbortSignal.abort() }))).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1_000);
  },

  async 'closing the store ends its feeds'({ open }) {
    const store = await open();
    const following = all(store.feed({ after: await store.head(), follow: true }));
    await sleep(50);
    await store.close();
    await following;
  },

  async "a consumer's error ends that feed only"({ store }) {
    const after = await store.head();
    const written = events(20);
    const steady = until(store.feed({ after, follow: true }), (items) => eventsOf(items).length === written.length);
    const failing = (async () => {
      for await (const { kind } of store.feed({ after, follow: true })) if (kind === 'events') throw new TypeError('poison');
    })();
    const failed = expect(failing).rejects.toThrow('poison');
    for (const one of written) await store.append(newStream(), 'no-stream', [one]);
    await failed;
    expect(idsOf(eventsOf(await steady))).toEqual(idsOf(written));
  },
};
