import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ReadSide } from '@soquy/read-models';
import { GO_ON, grantCode, WAITING } from '../support/grant-code.js';
import { grantEvent, grantLife, uuid } from '../support/grant-slice.js';
import { ask } from '../support/postgres.js';
import { ReadSideBench, rowsOf, sumOf, until } from '../support/read-side.js';

/** Threads start slowly on a busy machine. */
jest.setTimeout(300_000);

describe('a rebuild in threads', () => {
  let bench: ReadSideBench;
  beforeEach(async () => (bench = await ReadSideBench.withThreads()));
  afterEach(() => bench.close());

  const query = (sql: string, values: unknown[] = []) => ask<Record<string, unknown>>(bench.url, sql, values);
  const detached = () =>
    query(`select relname from pg_class where relkind = 'r' and relname ~ '_b[0-9]+$' and not relispartition order by 1`);

  /** A log of 40 grants with rows of version 1, and no runner that goes on with them. */
  const projected = async (grants = 40): Promise<ReadSide> => {
    const side = await bench.start(await bench.side([grantCode()]));
    expect(await side.models.waitFor(await bench.record(grants), 40_000)).toBe(true);
    await side.runner.stop();
    return side;
  };

  /** The old rows answer, nothing is left of the rebuild, and the next one does what this one did not. */
  const isAsBefore = async (side: ReadSide) => {
    expect(await detached()).toEqual([]);
    expect(await sumOf(side, 'grant.paid')).toBe(40_000_000);
    const next = await bench.side([grantCode({ version: 2, twice: true })]);
    await next.rebuild();
    expect(await sumOf(next, 'grant.paid')).toBe(40_000_040);
    expect((await next.verify())[0]).toMatchObject({ differing: 0, objects: 40 });
  };

  it('folds the whole log in them, and what came meanwhile where it was asked for', async () => {
    await projected();
    const side = await bench.side([grantCode({ inThreadsOnly: true, version: 2 })]);
    const [rebuilt] = await side.rebuild();
    expect(rebuilt).not.toHaveProperty('failure');
    expect(await rowsOf(side, 'facts')).toHaveLength(160);
    expect(bench.warnings).toEqual([]);
  });

  it('is not worth them for a short log', async () => {
    await projected();
    bench.fromEvents = 161;
    const side = await bench.side([grantCode({ inThreadsOnly: true, version: 2 })]);
    expect((await side.rebuild())[0]).toMatchObject({ failure: { stream: 'grant-0', message: 'assertion: not in a thread' } });
  });

  it('stops a slice where one thread would stop, and only that slice', async () => {
    await bench.record(40);
    const last = await bench.record(10, { category: 'fair', first: 100 });
    const broken = Array.from({ length: 20 }, (_, index) => `Máy số ${(index + 3) * 10}`);
    const side = await bench.side([grantCode({ broken }), grantCode({ category: 'fair' })]);
    const [grants, fairs] = await side.rebuild();
    expect(grants).toMatchObject({
      failure: { eventId: uuid(33), stream: 'grant-3', message: 'assertion: no summary for Máy số 30' },
    });
    expect(fairs).not.toHaveProperty('failure');
    expect((await side.status()).map(({ state, position }) => [state, position])).toEqual([
      ['stopped', undefined],
      ['running', last],
    ]);
  });

  it('stops it at the first of several events whose rows the database refuses', async () => {
    await bench.record(20);
    for (const id of [990, 1_010]) {
      const [event] = grantLife(id, () => '2026-01-01');
      const metadata = { ...event!.metadata, agencyId: null as never };
      await bench.store.append(`grant-${id}`, 'no-stream', [{ ...event!, metadata }]);
    }
    await bench.record(10, { category: 'fair', first: 300 });
    const side = await bench.side([grantCode(), grantCode({ category: 'fair' })]);
    const [grants, fairs] = await side.rebuild();
    expect(grants).toMatchObject({ failure: { eventId: uuid(990), message: expect.stringContaining('agency_id') } });
    expect(fairs).not.toHaveProperty('failure');
    expect(await rowsOf(side, 'facts')).toHaveLength(40);
  });

  it('tries events again that were passed over: those that pass now count', async () => {
    const side = await bench.side([grantCode({ broken: ['Máy số 50', 'Máy số 60'] })]);
    const position = await bench.record(10);
    const passOver = async () => {
      await until(async () => (await side.status())[0]?.failure !== undefined);
      await side.skip('grants', 'unreadable', 'p-admin');
    };
    side.runner.start();
    await passOver();
    await until(async () => (await side.status())[0]?.failure?.eventId === uuid(63));
    await side.skip('grants', 'unreadable', 'p-admin');
    expect(await side.models.waitFor(position)).toBe(true);
    await side.runner.stop();
    const mended = await bench.side([grantCode({ broken: ['Máy số 60'] })]);
    expect((await mended.rebuild())[0]).not.toHaveProperty('failure');
    expect((await mended.status())[0]!.skipped).toMatchObject([{ eventId: uuid(63) }]);
    expect((await mended.verify())[0]).toMatchObject({ differing: 0 });
  });

  it('begins anew in one thread when one of them is lost', async () => {
    await projected();
    const side = await bench.side([grantCode({ version: 2, twice: true, gone: { title: 'Máy 70', what: 'thread' } })]);
    expect((await side.rebuild())[0]).not.toHaveProperty('failure');
    expect(bench.warnings).toEqual([expect.stringContaining('A rebuild begins anew without threads')]);
    expect(await detached()).toEqual([]);
    expect(await sumOf(side, 'grant.paid')).toBe(40_000_040);
  });

  describe('while a thread is in the midst of it', () => {
    let folder: string;
    beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'soquy-threads-'))));
    afterEach(() => rmSync(folder, { recursive: true }));

    const goOn = () => writeFileSync(join(folder, GO_ON), '');
    /** A rebuild of which one thread waits in an event. */
    const underWay = async () => {
      const waits = { title: 'Máy 70', folder };
      const side = await bench.side([grantCode({ version: 2, twice: true, waits })]);
      const ended = side.rebuild().then(
        () => undefined,
        (error: unknown) => error,
      );
      while (!existsSync(join(folder, WAITING))) await sleep(20);
      return { side, ended };
    };

    it('comes to nothing when its connection is cut', async () => {
      const before = await projected();
      const { ended } = await underWay();
      await query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'soquy-rebuild-share' and datname = current_database()`,
      );
      goOn();
      expect(await ended).toBeInstanceOf(Error);
      await isAsBefore(before);
    });

    it('comes to nothing when the application ends', async () => {
      const before = await projected();
      const { side, ended } = await underWay();
      const closed = side.close();
      goOn();
      expect(await ended).toBeInstanceOf(Error);
      await closed;
      await isAsBefore(before);
    });
  });

  it('leaves the old rows as they are when the process is killed, and what it left is dropped', async () => {
    const before = await projected();
    const child = spawn(process.execPath, [join(__dirname, '../support/rebuild-killed.mjs'), bench.url], { stdio: 'inherit' });
    const [, signal] = (await once(child, 'exit')) as [number | null, string | null];
    expect(signal).toBe('SIGKILL');
    expect(await sumOf(before, 'grant.paid')).toBe(40_000_000);
    expect((await before.verify())[0]).toMatchObject({ differing: 0, objects: 40 });
    expect(await detached()).toHaveLength(3);
    before.runner.start();
    await until(async () => (await detached()).length === 0);
    await isAsBefore(before);
  });
});

it('takes a fact that comes late into rows that a thread has written', async () => {
  const bench = await ReadSideBench.withThreads();
  const side = await bench.side([grantCode()]);
  await bench.record(20);
  await side.rebuild();
  side.runner.start();
  const { position } = await bench.store.append('grant-7', 3n, [
    grantEvent(990, { type: 'GrantPaid', data: { amountVnd: 5, paidOn: '2026-01-01' } }),
  ]);
  expect(await side.models.waitFor(position, 40_000)).toBe(true);
  expect((await side.verify())[0]).toMatchObject({ differing: 0 });
  await bench.close();
});
