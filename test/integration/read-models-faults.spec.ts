import { MemoryEventStore, StoreFault, type FeedItem, type FeedOptions } from '@soquy/event-store';
import type { ProjectedSlice } from '@soquy/read-models';
import { setTimeout as sleep } from 'node:timers/promises';
import { grantEvent, grantLife, grantSlice, uuid } from '../support/grant-slice.js';
import { ask } from '../support/postgres.js';
import { ReadSideBench, rowsOf, sumOf, until } from '../support/read-side.js';

/** Cannot take in events of one title until it is mended. */
function fragileSlice(category: string, broken: { title: string | undefined }, version = 1): ProjectedSlice {
  const slice = grantSlice(category, version);
  return {
    ...slice,
    summary: (state) => {
      const summary = slice.summary(state);
      if (summary.title === broken.title) throw new Error(`assertion: no summary for ${summary.title}`);
      return summary;
    },
  };
}

/** A store whose connection breaks now and then. */
class UnsteadyStore extends MemoryEventStore {
  faults = 0;
  reads = 0;
  /** A stream that comes after all others. */
  late: string | undefined;

  override async *feed(options: FeedOptions): AsyncGenerator<FeedItem, void, undefined> {
    for await (const item of super.feed(options)) {
      if (this.faults > 0 && this.faults--) throw new StoreFault('unavailable', 'the connection was lost');
      yield item;
    }
  }

  override async *readStream(...given: Parameters<MemoryEventStore['readStream']>) {
    this.reads += 1;
    if (given[0] === this.late) await sleep(100);
    if (this.faults > 0 && this.faults--) throw new StoreFault('unavailable', 'the connection was lost');
    yield* super.readStream(...given);
  }
}

describe('the read side when something goes wrong', () => {
  const store = () => bench.store as UnsteadyStore;
  let bench: ReadSideBench;
  beforeEach(async () => (bench = await ReadSideBench.open(new UnsteadyStore())));
  afterEach(() => bench.close());

  const query = (sql: string, values: unknown[] = []) => ask<Record<string, unknown>>(bench.url, sql, values);

  it('stops a slice at the event it cannot take in, and only that slice', async () => {
    const broken = { title: 'Máy 50' as string | undefined };
    const side = await bench.side([fragileSlice('grant', broken), grantSlice('fair')]);
    await bench.start(side);
    const position = await bench.record(10);
    const last = await bench.record(10, { category: 'fair', first: 100 });
    expect(await side.models.waitFor(last)).toBe(true);
    const [grants, fairs] = await side.status();
    expect(fairs).toMatchObject({ slice: 'fairs', state: 'running', position: last });
    expect(grants).toMatchObject({
      slice: 'grants',
      state: 'stopped',
      failure: { eventId: uuid(50), type: 'GrantRequested', stream: 'grant-5', message: 'assertion: no summary for Máy 50' },
    });
    expect(grants!.position! < grants!.failure!.position).toBe(true);
    expect(await sumOf(side, 'grant.requests')).toBe(15);

    broken.title = undefined;
    await side.resume('grants');
    expect(await side.models.waitFor(last)).toBe(true);
    expect(await sumOf(side, 'grant.requests')).toBe(20);
    expect((await side.status())[0]).toMatchObject({ state: 'running', failure: undefined });
    expect(position < last).toBe(true);
    expect((await side.verify()).map(({ differing }) => differing)).toEqual([0, 0]);
    await expect(side.resume('grants')).rejects.toThrow('has not stopped');
  });

  it('passes over an event for good when an operator says so, and keeps who and why', async () => {
    const side = await bench.side([fragileSlice('grant', { title: 'Máy số 50' })]);
    await bench.start(side);
    const position = await bench.record(10);
    await until(async () => (await side.status())[0]?.state === 'stopped');
    const skipped = await side.skip('grants', 'the name is unreadable', 'p-admin');
    expect(skipped).toMatchObject({ eventId: uuid(53), reason: 'the name is unreadable', by: 'p-admin' });
    expect(await side.models.waitFor(position)).toBe(true);
    expect((await side.status())[0]!.skipped).toEqual([skipped]);
    const { position: later } = await bench.store.append('grant-5', 3n, [
      grantEvent(990, { type: 'GrantRenamed', data: { title: 'Máy xay', renamedOn: '2026-06-15' } }),
    ]);
    expect(await side.models.waitFor(later)).toBe(true);
    expect((await side.verify())[0]).toMatchObject({ differing: 0, objects: 10 });
    expect(await rowsOf(side, 'facts')).toHaveLength(40);
    const [rebuilt] = await side.rebuild('grants');
    expect(rebuilt).not.toHaveProperty('failure');
    expect((await side.status())[0]!.skipped).toEqual([skipped]);
    expect((await side.verify())[0]).toMatchObject({ differing: 0 });
  });

  const refusedByTheDatabase = async () => {
    const [event] = grantLife(990, () => '2026-01-01');
    await bench.record(100);
    await bench.store.append('grant-990', 'no-stream', [
      { ...event!, metadata: { ...event!.metadata, agencyId: null as never } },
    ]);
    return await bench.record(700, { category: 'fair', first: 100 });
  };

  it('finds the event whose rows the database refuses, among a page of good ones', async () => {
    const side = await bench.side([grantSlice('grant'), grantSlice('fair')]);
    await bench.start(side);
    await side.runner.stop();
    const last = await refusedByTheDatabase();
    side.runner.start();
    expect(await side.models.waitFor(last, 40_000)).toBe(true);
    const [grants, fairs] = await side.status();
    expect(fairs).toMatchObject({ state: 'running', position: last });
    expect(grants).toMatchObject({
      state: 'stopped',
      failure: { eventId: uuid(990), message: expect.stringContaining('agency_id') },
    });
    expect(await rowsOf(side, 'facts')).toHaveLength(3_200);
  });

  it('finds it in a rebuild too, and rebuilds the others', async () => {
    const side = await bench.side([grantSlice('grant'), grantSlice('fair')]);
    const last = await refusedByTheDatabase();
    side.runner.start();
    expect(await side.models.waitFor(last, 40_000)).toBe(true);
    await until(async () => (await side.status()).every(({ state }) => state !== 'rebuilding'));
    const [grants, fairs] = await side.status();
    expect(fairs).toMatchObject({ state: 'running', version: 1, position: last });
    expect(grants).toMatchObject({ state: 'stopped', version: 0, failure: { eventId: uuid(990) } });
    await side.skip('grants', 'recorded without an agency', 'p-admin');
    expect(await side.models.waitFor(last, 40_000)).toBe(true);
    await until(async () => (await side.status()).every(({ state }) => state === 'running'));
    expect((await side.status())[0]).toMatchObject({ version: 1, position: last });
    expect((await side.verify()).map(({ differing }) => differing)).toEqual([0, 0]);
  });

  it('survives lost connections to the database and to the log', async () => {
    const side = await bench.start(await bench.side());
    let position = await bench.record(20);
    expect(await side.models.waitFor(position)).toBe(true);
    for (let round = 1; round <= 4; round += 1) {
      await query(
        `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'soquy-projector' and datname = current_database()`,
      );
      store().faults = 2;
      position = await bench.record(20, { first: round * 20 });
      expect(await side.models.waitFor(position, 40_000)).toBe(true);
    }
    expect(await sumOf(side, 'grant.paid')).toBe(100_000_000);
    expect((await side.verify())[0]).toMatchObject({ differing: 0, objects: 100 });
  });

  it('is written once by two processes that both follow the log', async () => {
    const [one, two] = [await bench.side(), await bench.side()];
    one.runner.start();
    two.runner.start();
    for (let round = 0; round < 10; round += 1) {
      const position = await bench.record(5, { first: round * 5 });
      expect(await one.models.waitFor(position, 40_000)).toBe(true);
      if (round === 4) await one.runner.stop();
      if (round === 7) one.runner.start();
    }
    expect(await sumOf(two, 'grant.paid')).toBe(50_000_000);
    expect(await rowsOf(two, 'facts')).toHaveLength(200);
    expect((await two.verify())[0]).toMatchObject({ differing: 0 });
  });

  it('brings the tables up to date when several processes start at once', async () => {
    await Promise.all(Array.from({ length: 6 }, () => bench.side()));
    expect(await query('select count(*)::int as tables from pg_tables where schemaname = $1', ['rm'])).toEqual([{ tables: 5 }]);
  });

  it('shows in a verification what was changed behind its back', async () => {
    const side = await bench.start(await bench.side());
    await side.models.waitFor(await bench.record(10));
    await query(`update rm.entries set value = 7 where event_id = $1 and metric = 'grant.paid'`, [uuid(32)]);
    await query(`update rm.objects set status = 'none' where object_id = '4' and known_to is null and effective_to = 'infinity'`);
    await query(`delete from rm.facts where event_id = $1`, [uuid(51)]);
    await query(`update rm.entries set object_id = 'ghost' where event_id = $1 and metric = 'grant.requests'`, [uuid(60)]);
    store().late = 'grant-3';
    const [found] = await side.verify('grants');
    const named = found!.differences.map(({ objectId, what, metric }) => [objectId, what, metric ?? ''].join(' ').trim());
    expect(named).toEqual(['3 entries grant.paid', '4 objects', '5 facts', '6 entries grant.requests', 'ghost entries']);
    await side.rebuild();
    expect(await side.verify()).toEqual([expect.objectContaining({ differing: 0 })]);
  });

  it('reads an object back from the log when its past is no longer in memory', async () => {
    const side = await bench.start(await bench.side());
    let revision = -1n;
    const paid = (id: number, paidOn: string) => grantEvent(id, { type: 'GrantPaid', data: { amountVnd: 1, paidOn } });
    for (let id = 1; id <= 60; id += 1) {
      const day = `2026-0${1 + Math.floor(id / 20)}-${String(10 + (id % 19)).padStart(2, '0')}`;
      ({ revision } = await bench.store.append('grant-1', revision < 0n ? 'no-stream' : revision, [paid(id, day)]));
    }
    const { position } = await bench.store.append('grant-1', revision, [paid(99, '2026-01-11')]);
    expect(await side.models.waitFor(position)).toBe(true);
    expect(store().reads).toBeGreaterThan(0);
    expect((await side.verify())[0]).toMatchObject({ differing: 0 });
  });
});
