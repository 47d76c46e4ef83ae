import type { Cases } from '../store-adapter.js';
import { all, event, events, expectFault, faultOf, idsOf, newStream } from '../samples.js';

export const appending: Cases = {
  async 'no-stream creates a stream, and is a conflict with the actual revision where one is'({ store }) {
    const stream = newStream();
    const first = await store.append(stream, 'no-stream', events(2));
    expect(first.revision).toBe(1n);
    expect(await store.head()).toBe(first.position);
    await expectFault(store.append(stream, 'no-stream', [event()]), 'conflict', { actual: 1n });
  },

  async 'an exact revision appends behind it'({ store }) {
    const stream = newStream();
    const first = await store.append(stream, 'no-stream', [event()]);
    const second = await store.append(stream, first.revision, events(3));
    expect(second.revision).toBe(3n);
    expect(second.position > first.position).toBe(true);
  },

  async 'a stale revision is a conflict with the actual one'({ store }) {
    const stream = newStream();
    await store.append(stream, 'no-stream', events(3));
    await expectFault(store.append(stream, 0n, [event()]), 'conflict', { actual: 2n });
  },

  async 'a future revision is a conflict with the actual one, or with none'({ store }) {
    const stream = newStream();
    expect(await faultOf(store.append(stream, 0n, [event()]))).toMatchObject({ kind: 'conflict', actual: undefined });
    await store.append(stream, 'no-stream', [event()]);
    await expectFault(store.append(stream, 1n, [event()]), 'conflict', { actual: 0n });
  },

  async 'stream-exists appends to any revision but to no new stream'({ store }) {
    const stream = newStream();
    expect(await faultOf(store.append(stream, 'stream-exists', [event()]))).toMatchObject({
      kind: 'conflict',
      actual: undefined,
    });
    await store.append(stream, 'no-stream', events(2));
    expect((await store.append(stream, 'stream-exists', [event()])).revision).toBe(2n);
  },

  async 'any creates and appends'({ store }) {
    const stream = newStream();
    expect((await store.append(stream, 'any', [event()])).revision).toBe(0n);
    expect((await store.append(stream, 'any', events(2))).revision).toBe(2n);
  },

  async 'of 50 racing creators exactly one wins'({ store, open }) {
    const stream = newStream();
    const stores = [store, await open()];
    const racers = Array.from({ length: 50 }, (_, racer) => stores[racer % 2]!.append(stream, 'no-stream', events(2)));
    const outcomes = await Promise.allSettled(racers);
    const lost = outcomes.filter((outcome) => outcome.status === 'rejected');
    expect(lost).toHaveLength(49);
    for (const { reason } of lost) expect(reason).toMatchObject({ kind: 'conflict', actual: 1n });
    expect(await all(store.readStream(stream))).toHaveLength(2);
  },

  async 'racing appends at one revision: one wins each round, and nothing of the others stays'({ store }) {
    const stream = newStream();
    const won: string[] = [];
    for (let revision = -1n; revision < 9n; revision++) {
      const racers = Array.from({ length: 8 }, () => event());
      const outcomes = await Promise.allSettled(
        racers.map((racer) => store.append(stream, revision < 0n ? 'no-stream' : revision, [racer])),
      );
      const winners = racers.filter((_, index) => outcomes[index]!.status === 'fulfilled');
      expect(winners).toHaveLength(1);
      won.push(winners[0]!.id);
    }
    expect(idsOf(await all(store.readStream(stream)))).toEqual(won);
  },

  async 'appends with any to one stream at once all succeed with revisions of their own'({ store }) {
    const stream = newStream();
    const outcomes = await Promise.all(Array.from({ length: 40 }, () => store.append(stream, 'any', [event()])));
    const revisions = outcomes.map(({ revision }) => Number(revision)).sort((one, other) => one - other);
    expect(revisions).toEqual(Array.from({ length: 40 }, (_, index) => index));
    expect(new Set(outcomes.map(({ position }) => position)).size).toBe(40);
  },

  async 'all events of one append become visible together'({ store, open }) {
    const stream = newStream();
    const reader = await open();
    let writing = true;
    const writer = (async () => {
      for (let round = 0; round < 20; round++) await store.append(stream, 'any', events(25));
      writing = false;
    })();
    const seen: number[] = [];
    while (writing) {
      seen.push(Number((await reader.lastRevision(stream)) ?? -1n) + 1, (await all(reader.readStream(stream))).length);
      await new Promise(setImmediate);
    }
    await writer;
    expect(seen.filter((count) => count % 25 !== 0)).toEqual([]);
    expect(await all(reader.readStream(stream))).toHaveLength(500);
  },

  async 'a failed append leaves nothing'({ store }) {
    const stream = newStream();
    const { position } = await store.append(stream, 'no-stream', [event()]);
    const unknown = newStream();
    await expectFault(store.append(stream, 5n, events(3)), 'conflict');
    await expectFault(store.append(unknown, 'stream-exists', events(3)), 'conflict');
    await expectFault(store.append(unknown, 'no-stream', [event(), event({ amountVnd: NaN })]), 'invalid');
    expect(await store.head()).toBe(position);
    expect(await store.lastRevision(stream)).toBe(0n);
    expect(await store.lastRevision(unknown)).toBeUndefined();
    expect((await store.append(unknown, 'no-stream', [event()])).revision).toBe(0n);
  },

  async 'a caller who no longer waits is told so'({ store }) {
    const stream = newStream();
    await expectFault(store.append(stream, 'no-stream', [event()], { signal: AbortSignal.abort() }), 'unavailable');
    expect(await store.lastRevision(stream)).toBeUndefined();
    const late = new AbortController();
    const append = store.append(stream, 'no-stream', [event()], { signal: late.signal });
    late.abort();
    await append.catch((error: unknown) => expect(error).toMatchObject({ kind: 'unavailable' }));
    expect((await store.append(newStream(), 'no-stream', [event()])).revision).toBe(0n);
  },
};
