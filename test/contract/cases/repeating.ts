import type { Cases } from '../store-adapter.js';
import { all, event, events, expectFault, idsOf, newStream } from '../samples.js';

/** An answer can be lost, so the same append may come twice. */
export const repeating: Cases = {
  async 'a repeat with the same ids and a revision behind the head gives the first result and writes nothing'({ store }) {
    const stream = newStream();
    await store.append(stream, 'no-stream', [event()]);
    const written = events(3);
    const first = await store.append(stream, 0n, written);
    expect(await store.append(stream, 0n, written)).toEqual(first);
    expect(await all(store.readStream(stream))).toHaveLength(4);
    expect(await store.head()).toBe(first.position);
  },

  async 'so does the repeat of a creation'({ store }) {
    const stream = newStream();
    const written = events(2);
    const first = await store.append(stream, 'no-stream', written);
    expect(await store.append(stream, 'no-stream', written)).toEqual(first);
    expect(await all(store.readStream(stream))).toHaveLength(2);
  },

  async 'also after later events and after a restart'({ store, open }) {
    const stream = newStream();
    const created = [event()];
    const written = events(2);
    const creation = await store.append(stream, 'no-stream', created);
    const first = await store.append(stream, 0n, written);
    const later = await store.append(stream, first.revision, events(5));
    await store.close();
    const restarted = await open();
    expect(await restarted.append(stream, 0n, written)).toEqual(first);
    expect(await restarted.append(stream, 'no-stream', created)).toEqual(creation);
    expect(await restarted.lastRevision(stream)).toBe(later.revision);
  },

  async 'so does a repeat with any or stream-exists'({ store }) {
    const stream = newStream();
    const written = events(2);
    const first = await store.append(stream, 'any', written);
    await store.append(stream, 'any', [event()]);
    expect(await store.append(stream, 'any', written)).toEqual(first);
    expect(await store.append(stream, 'stream-exists', written)).toEqual(first);
    expect(await all(store.readStream(stream))).toHaveLength(3);
  },

  async 'the same append sent many times at once is written once'({ store, open }) {
    const stream = newStream();
    const stores = [store, await open()];
    await store.append(stream, 'no-stream', [event()]);
    const written = events(2);
    const outcomes = await Promise.all(Array.from({ length: 20 }, (_, nth) => stores[nth % 2]!.append(stream, 0n, written)));
    for (const outcome of outcomes) expect(outcome).toEqual(outcomes[0]);
    expect(await all(store.readStream(stream))).toHaveLength(3);
  },

  async 'ids alone make a repeat: what was written first stays'({ store }) {
    const stream = newStream();
    const written = event({ amountVnd: 1 });
    const first = await store.append(stream, 'no-stream', [written]);
    expect(await store.append(stream, 'no-stream', [{ ...written, data: { amountVnd: 2 } }])).toEqual(first);
    expect((await all(store.readStream(stream)))[0]!.data).toEqual({ amountVnd: 1 });
  },

  async 'old ids at the current revision'({ store, adapter }) {
    const stream = newStream();
    const written = [event()];
    const { revision } = await store.append(stream, 'no-stream', written);
    const again = store.append(stream, revision, written);
    if (adapter.oldIdsAtTheHead === 'conflict') await expectFault(again, 'conflict', { actual: revision });
    else expect((await again).revision).toBe(revision + 1n);
  },

  async 'old ids behind another revision than theirs are a conflict'({ store }) {
    const stream = newStream();
    const written = events(1);
    await store.append(stream, 'no-stream', [event()]);
    await store.append(stream, 0n, written);
    await store.append(stream, 1n, events(2));
    await expectFault(store.append(stream, 'no-stream', written), 'conflict', { actual: 3n });
    await expectFault(store.append(stream, 1n, written), 'conflict', { actual: 3n });
  },

  async 'half-old ids are a conflict in every mode'({ store, adapter }) {
    const stream = newStream();
    const [old] = [event()];
    await store.append(stream, 'no-stream', [old]);
    await store.append(stream, 0n, [event()]);
    for (const expected of ['any', 'stream-exists', 'no-stream'] as const)
      await expectFault(store.append(stream, expected, [old, event()]), 'conflict', { actual: 1n });
    if (adapter.oldIdsAtTheHead === 'conflict')
      for (const expected of ['any', 'stream-exists', 'no-stream', 1n] as const)
        await expectFault(store.append(stream, expected, [event(), old]), 'conflict', { actual: 1n });
    expect(await all(store.readStream(stream))).toHaveLength(2);
  },

  async 'the same id in another stream is a new event'({ store }) {
    const [one, other] = [newStream(), newStream()];
    const written = [event()];
    const first = await store.append(one, 'no-stream', written);
    const second = await store.append(other, 'no-stream', written);
    expect(second.position > first.position).toBe(true);
    expect(idsOf(await all(store.readStream(other)))).toEqual(idsOf(written));
  },
};
