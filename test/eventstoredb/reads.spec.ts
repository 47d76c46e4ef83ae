import { StreamNotFoundError } from '@eventstore/db-client';
import { setTimeout as wait } from 'node:timers/promises';
import { all, event, events, served, UNARY, until } from './raw-client.js';

describe('reading a stream', () => {
  const here = served();
  const revisions = async (options: Parameters<typeof here.client.readStream>[1]) =>
    (await all(here.client.readStream('class-1', options))).map(({ event }) => Number(event!.revision));
  beforeEach(() => here.client.appendToStream('class-1', events(100), UNARY));

  it.each([
    [{}, [0, 99, 100]],
    [{ fromRevision: 40n, maxCount: 3 }, [40, 42, 3]],
    [{ fromRevision: 98n, maxCount: 10 }, [98, 99, 2]],
    [{ fromRevision: 'end', maxCount: 10 }, [99, 99, 1]],
    [{ direction: 'backwards', fromRevision: 'end', maxCount: 2 }, [99, 98, 2]],
    [{ direction: 'backwards', fromRevision: 5n }, [5, 0, 6]],
    [{ direction: 'backwards', fromRevision: 500n, maxCount: 1 }, [99, 99, 1]],
    [{ direction: 'backwards', fromRevision: 'start', maxCount: 5 }, [0, 0, 1]],
  ] as const)('%o gives from, to and so many', async (options, expected) => {
    const read = await revisions(options);
    expect([read.at(0), read.at(-1), read.length]).toEqual(expected);
  });

  it('behind its end gives nothing', async () => {
    expect(await revisions({ fromRevision: 100n })).toEqual([]);
  });

  it('that is unknown says so', async () => {
    await expect(all(here.client.readStream('class-9'))).rejects.toBeInstanceOf(StreamNotFoundError);
  });

  it('reads an append that was just answered', async () => {
    for (let n = 0; n < 20; n += 1) {
      const { nextExpectedRevision } = await here.client.appendToStream('class-1', event(), UNARY);
      expect(await revisions({ direction: 'backwards', fromRevision: 'end', maxCount: 1 })).toEqual([
        Number(nextExpectedRevision),
      ]);
    }
  });

  it('left early frees the server', async () => {
    const reading = here.client.readStream('class-1', {}, { highWaterMark: 1 });
    for await (const one of reading) if (one.event!.revision === 3n) break;
    await reading.cancel();
    await until(() => here.server.calls.open('read') === 0);
    expect(here.server.calls.begun('read')).toBe(1);
  });

  it('respects what its metadata says of count and age', async () => {
    await here.client.setStreamMetadata('class-1', { maxCount: 4 });
    expect(await revisions({})).toEqual([96, 97, 98, 99]);
    await here.client.setStreamMetadata('class-1', { maxAge: 1000 });
    expect(await revisions({})).toHaveLength(100);
    await here.client.setStreamMetadata('class-1', { maxAge: 0 });
    await wait(5);
    expect(await revisions({})).toEqual([]);
  });
});

describe('reading the log', () => {
  const here = served({ systemEventEvery: 2 });
  const names = async (options: Parameters<typeof here.client.readAll>[0]) =>
    (await all(here.client.readAll(options))).map(({ event }) => `${event!.streamId}@${String(event!.revision)}`);
  beforeEach(async () => {
    for (let n = 0; n < 40; n += 1) await here.client.appendToStream(`class-${String(n % 2)}`, events(1), UNARY);
  });

  it('gives the order of the writes, with what the server wrote for itself in between', async () => {
    const order = await names({});
    expect(order.filter((name) => name.startsWith('class-'))).toHaveLength(40);
    expect(order.filter((name) => name.startsWith('$stats')).length).toBeGreaterThan(3);
    expect(order[0]).toBe('$$$scavenges@0');
    expect((await all(here.client.readAll())).some(({ event }) => event!.type === '$>' && !event!.streamId.startsWith('$'))).toBe(
      true,
    );
  });

  it('starts at a position forwards, before it backwards, and ends after a count', async () => {
    const order = await names({});
    const { position } = (await all(here.client.readAll({ maxCount: 11 }))).at(-1)!.event!;
    expect(await names({ fromPosition: position!, maxCount: 5 })).toEqual(order.slice(10, 15));
    expect(await names({ fromPosition: position!, direction: 'backwards', maxCount: 3 })).toEqual(order.slice(7, 10).reverse());
    expect(await names({ fromPosition: 'end', direction: 'backwards', maxCount: 1 })).toEqual(order.slice(-1));
    expect(await names({ fromPosition: 'end' })).toEqual([]);
  });

  it('from a place where nothing begins is refused, from beyond the end it gives nothing', async () => {
    const { commit, prepare } = here.server.stored()[5]!.position;
    const between = { commit: commit + 1n, prepare };
    await expect(all(here.client.readAll({ fromPosition: between }))).rejects.toThrow(/invalid position/);
    const last = here.server.log.last.commit;
    expect(await names({ fromPosition: { commit: last + 10_000n, prepare: 0n } })).toEqual([]);
  });
});
