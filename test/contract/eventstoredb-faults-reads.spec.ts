import { setTimeout as sleep } from 'node:timers/promises';
import { BOUND_MS, ENDINGS, inWorld } from './eventstoredb-world.js';
import { all, event, events, idsOf, newStream } from './samples.js';

describe('a read from EventStoreDB', () => {
  test.each(ENDINGS)(
    'that ends with %s in the middle is completed without repeat',
    async (ending) =>
      await inWorld(async ({ store, server }) => {
        const stream = newStream();
        const written = events(700);
        // Not at once: a busy machine needs longer for so large a call than these stores wait.
        for (let start = 0; start < written.length; start += 100)
          await store.append(stream, start === 0 ? 'no-stream' : BigInt(start - 1), written.slice(start, start + 100));
        server.faults.next('read', { after: 100, then: ending });
        server.faults.next('read', ending);
        expect(idsOf(await all(store.readStream(stream)))).toEqual(idsOf(written));
        for (const method of ['read', 'readAll'] as const) server.faults.next(method, ending);
        expect(await store.lastRevision(stream)).toBe(699n);
        expect(await store.head()).toBeDefined();
      })(),
  );

  test(
    'that another call interrupts by throwing the client away does not look finished',
    inWorld(async ({ store, server }) => {
      const stream = newStream();
      const written = events(600);
      await store.append(stream, 'no-stream', written);
      server.faults.next('append', 'hang');
      const append = store.append(newStream(), 'no-stream', [event()]);
      await sleep(0.1 * BOUND_MS);
      server.faults.next('read', 'hang');
      expect(idsOf(await all(store.readStream(stream)))).toEqual(idsOf(written));
      await append;
      expect(store.stats().recycles).toBeGreaterThan(0);
    }),
  );

  test(
    'left early leaves nothing open on the server',
    inWorld(async ({ store, server }) => {
      const stream = newStream();
      for (let round = 0; round < 40; round++) await store.append(stream, 'any', [event({ text: 'x'.repeat(1_000_000) })]);
      for (let round = 0; round < 5; round++)
        for await (const { revision } of store.readStream(stream)) if (revision === 1n) break;
      await sleep(200);
      expect(server.calls.open('read')).toBe(0);
    }),
  );

  test(
    'passes over what others keep in the log',
    inWorld(async ({ store, server }) => {
      const stream = newStream();
      const { position } = await store.append(stream, 'no-stream', events(2));
      server.write(stream, { type: 'notOurs', data: { a: 1 } });
      server.write('Shopping_cart-1', { type: 'ItemAdded', data: { a: 1 } });
      expect(await all(store.readStream(stream))).toHaveLength(2);
      expect(await store.head()).toBe(position);
      expect((await all(store.feed({ follow: false }))).at(-1)).toEqual({ kind: 'caught-up', position });
      expect(store.stats().foreignEvents).toBeGreaterThanOrEqual(2);
    }),
  );
});
