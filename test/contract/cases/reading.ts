import { STORE_LIMITS } from '@soquy/event-store';
import type { Cases } from '../store-adapter.js';
import { all, event, events, expectFault, idsOf, newStream } from '../samples.js';

export const reading: Cases = {
  async 'an unknown stream yields nothing'({ store }) {
    for (const unknown of [newStream(), '', '$all', 'no stream at all', 'loan-\u0000']) {
      expect(await all(store.readStream(unknown))).toEqual([]);
      expect(await store.lastRevision(unknown)).toBeUndefined();
    }
  },

  async 'a long stream comes without gap or repeat, from anywhere and as much as wanted'({ store }) {
    const stream = newStream();
    const written = events(2 * STORE_LIMITS.pageEvents + 500);
    for (let start = 0; start < written.length; start += 900)
      await store.append(stream, 'any', written.slice(start, start + 900));
    const read = await all(store.readStream(stream));
    expect(idsOf(read)).toEqual(idsOf(written));
    expect(read.map(({ revision }) => Number(revision))).toEqual(written.map((_, index) => index));
    expect(idsOf(await all(store.readStream(stream, { from: 1_999n })))).toEqual(idsOf(written.slice(1_999)));
    expect(idsOf(await all(store.readStream(stream, { from: 10n, limit: 2_001 })))).toEqual(idsOf(written.slice(10, 2_011)));
    expect(idsOf(await all(store.readStream(stream, { from: 7n, limit: 1 })))).toEqual([written[7]!.id]);
    expect(await all(store.readStream(stream, { limit: 0 }))).toEqual([]);
    expect(await all(store.readStream(stream, { from: BigInt(written.length) }))).toEqual([]);
    expect(await store.lastRevision(stream)).toBe(BigInt(written.length - 1));
  },

  async 'large events come without gap or repeat'({ store }) {
    const stream = newStream();
    const written = Array.from({ length: 12 }, (_, index) => event({ index, text: 'x'.repeat(900_000) }));
    for (const one of written) await store.append(stream, 'any', [one]);
    expect(idsOf(await all(store.readStream(stream)))).toEqual(idsOf(written));
    expect(idsOf(await all(store.readStream(stream, { limit: 7 })))).toEqual(idsOf(written.slice(0, 7)));
  },

  async 'leaving early frees the server side'({ store }) {
    const stream = newStream();
    for (let round = 0; round < 5; round++) await store.append(stream, 'any', events(500));
    await Promise.all(
      Array.from({ length: 40 }, async () => {
        for await (const { revision } of store.readStream(stream)) if (revision === 1n) return;
      }),
    );
    expect(await all(store.readStream(stream))).toHaveLength(2_500);
  },

  async 'everyone reads what has been appended'({ store, open }) {
    const reader = await open();
    for (let round = 0; round < 30; round++) {
      const stream = newStream();
      const { position } = await store.append(stream, 'no-stream', events(2));
      expect((await reader.head())! >= position).toBe(true);
      expect(await reader.lastRevision(stream)).toBe(1n);
      expect(await all(reader.readStream(stream))).toHaveLength(2);
    }
  },

  async 'an aborted read fails, since its end would look like the end of the stream'({ store }) {
    const stream = newStream();
    await store.append(stream, 'no-stream', events(10));
    await expectFault(all(store.readStream(stream, { signal: AbortSignal.abort() })), 'unavailable');
    const leaving = new AbortController();
    const read = async () => {
      for await (const { revision } of store.readStream(stream, { signal: leaving.signal })) if (revision === 3n) leaving.abort();
    };
    await expectFault(read(), 'unavailable');
  },

  async 'a range that cannot be is invalid'({ store }) {
    for (const range of [{ from: -1n }, { limit: -1 }, { limit: 1.5 }, { limit: NaN }])
      await expectFault(all(store.readStream(newStream(), range)), 'invalid');
  },

  async 'a closed store is unavailable'({ open }) {
    const store = await open();
    await store.health();
    await store.close();
    await expectFault(store.append(newStream(), 'any', [event()]), 'unavailable');
    await expectFault(all(store.readStream(newStream())), 'unavailable');
    await expectFault(store.head(), 'unavailable');
    await expectFault(store.health(), 'unavailable');
    await expectFault(all(store.feed({ follow: false })), 'unavailable');
    await store.close();
  },
};
