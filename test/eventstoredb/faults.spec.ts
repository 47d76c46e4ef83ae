import { setTimeout as wait } from 'node:timers/promises';
import { status } from '@grpc/grpc-js';
import type { Ending } from './faults.js';
import { all, BATCH, event, events, served, UNARY, until } from './raw-client.js';

const HURRIED = { deadline: 300 };

describe('an append under a fault', () => {
  const here = served();
  const append = (way: object = UNARY) => here.client.appendToStream('class-1', event(), { ...way });
  const stored = () => here.server.stored().length;

  it.each([
    ['busy', 'unavailable'],
    ['not-ready', 'unavailable'],
    ['unavailable', 'unavailable'],
    ['timeout', 'timeout'],
    ['deadline', 'deadline-exceeded'],
    ['cancelled', 'cancelled'],
    ['access-denied', 'access-denied'],
    ['unauthenticated', 'access-denied'],
    ['no-leader-info', 'unknown'],
    ['unknown', 'unknown'],
    ['cut', 'unavailable'],
  ] as const)('%s fails as %s, with and without the write, and once only', async (ending, type) => {
    here.server.faults.next('append', ending);
    await expect(append()).rejects.toMatchObject({ type });
    expect(stored()).toBe(0);
    here.server.faults.next('append', { written: ending });
    await expect(append()).rejects.toMatchObject({ type });
    expect(stored()).toBe(1);
    await append();
    expect([stored(), here.server.faults.struck('append')]).toEqual([2, 2]);
    expect(here.server.calls.begun('append')).toBe(3);
  });

  it.each([
    ['busy', 'unknown', /Server Is Busy/],
    ['not-ready', 'unknown', /Server Is Not Ready/],
    ['timeout', 'deadline-exceeded', /.*/],
    ['access-denied', 'access-denied', /.*/],
    ['unknown', 'unknown', /.*/],
    ['unavailable', 'unavailable', /.*/],
    ['cut', 'unavailable', /.*/],
  ] as const)('%s, batched, fails as %s', async (ending: Ending, type, message) => {
    here.server.faults.next('batchAppend', ending);
    const failure = await append(BATCH).catch((error: unknown) => error as Error & { type: string });
    expect(failure).toMatchObject({ type });
    expect((failure as Error).message).toMatch(message);
    expect(stored()).toBe(0);
    here.server.faults.next('batchAppend', { written: ending });
    await expect(append(BATCH)).rejects.toMatchObject({ type });
    expect(stored()).toBe(1);
    await append(BATCH);
    expect(stored()).toBe(2);
  });

  it('hangs until the caller gives up, and nothing was written', async () => {
    here.server.faults.next('append', 'hang');
    await expect(append({ ...UNARY, ...HURRIED })).rejects.toMatchObject({ type: 'deadline-exceeded' });
    expect(stored()).toBe(0);
    await until(() => here.server.calls.open('append') === 0);
  });

  it('loses its answer: the write stands although the caller gave up', async () => {
    here.server.faults.next('append', { written: 'hang' });
    await expect(append({ ...UNARY, ...HURRIED })).rejects.toMatchObject({ type: 'deadline-exceeded' });
    expect(stored()).toBe(1);
  });

  it('batched and hanging is never answered, beyond its deadline, and those beside it are', async () => {
    await append(BATCH);
    here.server.faults.next('batchAppend', 'hang');
    let settled = false;
    const hanging = append({ ...BATCH, ...HURRIED }).finally(() => (settled = true));
    hanging.catch(() => undefined);
    await append(BATCH);
    await wait(500);
    expect(settled).toBe(false);
    here.server.cutConnections();
    await expect(hanging).rejects.toMatchObject({ type: 'unavailable' });
  });

  it('comes late: written when nobody waits any more', async () => {
    here.server.faults.next('append', { late: 500 });
    await expect(append({ ...UNARY, ...HURRIED })).rejects.toMatchObject({ type: 'deadline-exceeded' });
    expect(stored()).toBe(0);
    await until(() => stored() === 1);
  });

  it('is only delayed', async () => {
    here.server.faults.next('append', { delay: 200 });
    const begun = Date.now();
    await append();
    expect(Date.now() - begun).toBeGreaterThanOrEqual(190);
  });

  it('is one of several planned, in their order, and others pass', async () => {
    const two = here.server.faults.next('append', 'busy', 2);
    const one = here.server.faults.next('append', 'timeout');
    await all(here.client.readAll());
    expect(two.left).toBe(2);
    for (const type of ['unavailable', 'unavailable', 'timeout']) await expect(append()).rejects.toMatchObject({ type });
    await Promise.all([two.over, one.over]);
    await append();
    expect([two.struck, one.struck]).toEqual([2, 1]);
  });

  it('strikes until it is stopped or all are cleared', async () => {
    const always = here.server.faults.always('append', 'busy');
    for (let n = 0; n < 3; n += 1) await expect(append()).rejects.toMatchObject({ type: 'unavailable' });
    expect(always.struck).toBe(3);
    always.stop();
    await append();
    here.server.faults.always('append', 'busy');
    here.server.faults.deny('class-');
    here.server.faults.clear();
    await append();
    expect([stored(), here.server.faults.struck()]).toEqual([2, 0]);
  });
});

describe('a read under a fault', () => {
  const here = served();
  beforeEach(() => here.client.appendToStream('class-1', events(200), UNARY));

  async function read(source: AsyncIterable<unknown>) {
    let count = 0;
    try {
      for await (const _ of source) count += 1;
      return { count, type: undefined };
    } catch (error) {
      return { count, type: (error as { type?: string }).type };
    }
  }

  it.each(['read', 'readAll'] as const)('%s fails before it begins', async (method) => {
    const source = () => (method === 'read' ? here.client.readStream('class-1') : here.client.readAll());
    for (const [ending, type] of [
      ['busy', 'unavailable'],
      ['timeout', 'timeout'],
      ['cut', 'unavailable'],
    ] as const) {
      here.server.faults.next(method, ending);
      expect(await read(source())).toEqual({ count: 0, type });
    }
    expect(await read(source())).toMatchObject({ type: undefined });
  });

  it('is broken off by an error after so many events', async () => {
    here.server.faults.next('read', { after: 70, then: 'unavailable' });
    expect(await read(here.client.readStream('class-1'))).toEqual({ count: 70, type: 'unavailable' });
  });

  it('loses its connection after so many events', async () => {
    here.server.faults.next('readAll', { after: 50, then: 'cut' });
    expect(await read(here.client.readAll())).toEqual({ count: 50, type: 'unavailable' });
  });

  it('ends early as if it were whole', async () => {
    here.server.faults.next('read', { after: 33, then: 'end' });
    expect(await read(here.client.readStream('class-1'))).toEqual({ count: 33, type: undefined });
  });

  it('goes silent in the middle', async () => {
    here.server.faults.next('read', { after: 10, then: 'hang' });
    const reading = here.client.readStream('class-1');
    let count = 0;
    reading.on('data', () => (count += 1));
    await until(() => count === 10);
    await wait(200);
    expect([count, here.server.calls.open('read')]).toEqual([10, 1]);
    await reading.cancel();
    await until(() => here.server.calls.open('read') === 0);
  });

  it('never begins', async () => {
    here.server.faults.next('read', 'hang');
    const reading = here.client.readStream('class-1');
    let count = 0;
    reading.on('data', () => (count += 1));
    await wait(200);
    expect([count, here.server.calls.open('read')]).toEqual([0, 1]);
    await reading.cancel();
    await until(() => here.server.calls.open('read') === 0);
  });
});

describe('other calls under a fault', () => {
  const here = served({ nodes: 2 });

  it('deleting fails', async () => {
    here.server.write('class-1', { type: 'A', data: {} });
    here.server.faults.next('delete', 'timeout');
    here.server.faults.next('tombstone', 'access-denied');
    await expect(here.client.deleteStream('class-1')).rejects.toMatchObject({ type: 'timeout' });
    await expect(here.client.tombstoneStream('class-1')).rejects.toMatchObject({ type: 'access-denied' });
    expect(await all(here.client.readStream('class-1'))).toHaveLength(1);
  });

  it('asking for members and for features fails', async () => {
    here.server.faults.next('gossip', 'unavailable', 2);
    here.server.faults.next('features', 'unavailable');
    await expect(here.client.appendToStream('class-1', event())).rejects.toMatchObject({ code: status.UNAVAILABLE });
    await here.client.appendToStream('class-1', event());
    expect([here.server.faults.struck('gossip'), here.server.faults.struck('features')]).toEqual([2, 1]);
  });

  it('a fault can be meant for one node', async () => {
    const planned = here.server.faults.always('append', 'busy', 1);
    await here.client.appendToStream('class-1', event(), { ...UNARY, requiresLeader: true });
    expect(planned.struck).toBe(0);
  });
});
