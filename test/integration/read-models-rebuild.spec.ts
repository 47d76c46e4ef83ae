import { setTimeout as sleep } from 'node:timers/promises';
import { grantCode } from '../support/grant-code.js';
import { grantEvent, grantLife } from '../support/grant-slice.js';
import { ask } from '../support/postgres.js';
import { ReadSideBench, rowsOf, sumOf, until } from '../support/read-side.js';

/** The next version of the code counts a payment twice. */
const NEXT = { version: 2, twice: true };

interface StoredObject {
  readonly object_id: string;
  readonly effective_from: string;
  readonly known_from: string;
  readonly known_to: string | null;
  readonly row: object | null;
}

/** Which rows leave their state to another depends on what was written together; what they say does not. */
function said(rows: readonly object[]): readonly object[] {
  const objects = rows as readonly StoredObject[];
  const key = ({ object_id, effective_from }: StoredObject, knownFrom: string | null) =>
    JSON.stringify([object_id, effective_from, knownFrom]);
  const states = new Map(objects.filter(({ row }) => row).map((one) => [key(one, one.known_from), one.row]));
  return objects.map((one) => ({ ...one, row: one.row ?? states.get(key(one, one.known_to)) }));
}

/** Threads start slowly on a busy machine. */
jest.setTimeout(300_000);

const WAYS = [
  ['in one thread', () => ReadSideBench.open()],
  ['in threads', () => ReadSideBench.withThreads()],
] as const;

/** Tables of entries, by build, whether they are part of what is read or not. */
function builds({ url }: ReadSideBench) {
  const sql = `select relname as name, relispartition as attached from pg_class where relkind = 'r' and relname ~ '^entries_b' order by 1`;
  return ask<{ name: string; attached: boolean }>(url, sql);
}

/** Rows without an order change theirs when a row is written again and the database has gathered statistics. */
async function reordered({ url }: ReadSideBench, goesOn: () => boolean): Promise<void> {
  const one = '(select slice from rm.projection order by random() limit 1)';
  for (; goesOn(); await sleep(5)) {
    await ask(url, `update rm.projection set position = position where slice = ${one}`);
    await ask(url, 'analyze rm.projection');
  }
}

describe.each(WAYS)('a rebuild of read rows %s', (_, open) => {
  let bench: ReadSideBench;
  beforeEach(async () => (bench = await open()));
  afterEach(() => bench.close());

  it('is not noticed by readers, who see all rows at every moment', async () => {
    const side = await bench.start(await bench.side([grantCode(), grantCode({ category: 'fair' })]));
    await bench.record(300);
    const position = await bench.record(300, { category: 'fair', first: 500 });
    expect(await side.models.waitFor(position, 40_000)).toBe(true);
    const seen = new Map<string, number>();
    const used = new Set<string>();
    let reading = true;
    const reader = async () => {
      for (; reading; await sleep(5))
        await side.models.read(async ({ manager, builds: live, meta }) => {
          const [sums] = await manager.query(
            `select sum(value)::text as sum, count(*)::int as entries,
              (select count(*)::int from rm.objects where build = any($1) and known_to is null) as objects,
              (select count(*)::int from rm.facts where build = any($1)) as facts from rm.entries where build = any($1)`,
            [live],
          );
          const answer = JSON.stringify({ ...sums, position: meta.position });
          seen.set(answer, (seen.get(answer) ?? 0) + 1);
          used.add(live.join());
        });
    };
    const readers = [reader(), reader(), reordered(bench, () => reading)];
    await side.rebuild();
    await side.rebuild('fairs');
    reading = false;
    await Promise.all(readers);
    expect(seen.size).toBe(1);
    expect(used.size).toBe(3);
    expect((await side.verify()).map(({ differing }) => differing)).toEqual([0, 0]);
  });

  it('has every index of the read tables once', async () => {
    await bench.record(20);
    const side = await bench.side([grantCode()]);
    const [rebuilt] = await side.rebuild();
    const sql = `select count(*)::int as indexes, count(distinct i.inhparent)::int as named,
      (select count(*)::int from pg_index where indrelid = $1::regclass) as wanted
      from pg_index x left join pg_inherits i on i.inhrelid = x.indexrelid where x.indrelid = $2::regclass`;
    for (const table of ['entries', 'objects', 'facts']) {
      const [found] = await ask<{ wanted: number }>(bench.url, sql, [`rm.${table}`, `rm.${table}_b${rebuilt!.build}`]);
      expect(found).toEqual({ indexes: found!.wanted, named: found!.wanted, wanted: found!.wanted });
    }
  });

  it('loses and doubles nothing while facts go on being recorded', async () => {
    const side = await bench.start(await bench.side([grantCode()]));
    await bench.record(200);
    let recording = true;
    const recorder = (async () => {
      let position = '';
      for (let first = 1_000; recording; first += 1) {
        position = await bench.record(1, { first });
        await sleep(2);
      }
      return position;
    })();
    let most = 0;
    const reader = (async () => {
      while (recording) {
        const sum = await sumOf(side, 'grant.requests');
        expect(sum).toBeGreaterThanOrEqual(most);
        most = sum;
      }
    })();
    for (let round = 0; round < 3; round += 1) await side.rebuild();
    recording = false;
    await reader;
    expect(most).toBeGreaterThan(200);
    expect(await side.models.waitFor(await recorder, 40_000)).toBe(true);
    expect((await side.verify())[0]).toMatchObject({ differing: 0 });
  });

  it('keeps the old rows where the new code cannot take in an event', async () => {
    const side = await bench.start(await bench.side([grantCode()]));
    expect(await side.models.waitFor(await bench.record(20), 40_000)).toBe(true);
    const broken = await bench.side([grantCode({ ...NEXT, broken: ['Máy 70'] })]);
    await side.runner.stop();
    const [rebuilt] = await broken.rebuild();
    expect(rebuilt).toMatchObject({
      slice: 'grants',
      failure: { stream: 'grant-7', message: 'assertion: no summary for Máy 70' },
    });
    expect(await sumOf(broken, 'grant.paid')).toBe(20_000_000);
    expect((await broken.status())[0]).toMatchObject({ state: 'stopped', version: 1, failure: { stream: 'grant-7' } });
    expect((await builds(bench)).filter(({ attached }) => !attached)).toEqual([]);
  });

  it('gives the same rows as incremental projecting, whatever was recorded late or taken back', async () => {
    const side = await bench.start(await bench.side([grantCode()]));
    await until(async () => (await side.status()).length === 1);
    for (let index = 0; index < 30; index += 1) {
      const life = grantLife(index * 10, (step) => `2026-03-1${(step * 7 + index) % 9}`);
      const data = { correctionId: life[0]!.id, eventId: life[index % 3]!.id, eventType: 'GrantPaid', approvedOn: '2026-03-10' };
      const events = [...life, grantEvent(index * 10 + 5, { type: 'CorrectionApproved', data })];
      for (const [revision, event] of events.entries())
        await bench.store.append(`grant-${index}`, revision === 0 ? 'no-stream' : BigInt(revision - 1), [event]);
    }
    expect(await side.models.waitFor((await bench.store.head())!, 40_000)).toBe(true);
    const rows = async () => [await rowsOf(side, 'entries'), said(await rowsOf(side, 'objects')), await rowsOf(side, 'facts')];
    const before = await rows();
    await side.rebuild();
    expect(await rows()).toEqual(before);
    expect((await side.verify())[0]).toMatchObject({ differing: 0 });
  });
});

describe('a rebuild that nobody waits for', () => {
  let bench: ReadSideBench;
  beforeEach(async () => (bench = await ReadSideBench.open()));
  afterEach(() => bench.close());

  it('happens by itself in the background when another version of the code starts; the old rows answer meanwhile', async () => {
    const old = await bench.start(await bench.side([grantCode()]));
    const position = await bench.record(100);
    expect(await old.models.waitFor(position, 40_000)).toBe(true);
    const renewed = await bench.side([grantCode(NEXT)]);
    expect(await sumOf(renewed, 'grant.paid')).toBe(100_000_000);
    renewed.runner.start();
    await until(async () => {
      const sum = await sumOf(renewed, 'grant.paid');
      expect([100_000_000, 100_000_100]).toContain(sum);
      return sum === 100_000_100;
    });
    expect((await renewed.status())[0]).toMatchObject({ version: 2, codeVersion: 2 });
    const later = await bench.record(10, { first: 200 });
    expect(await renewed.models.waitFor(later, 40_000)).toBe(true);
    expect(await sumOf(renewed, 'grant.paid')).toBe(110_000_110);
    expect((await renewed.verify())[0]).toMatchObject({ differing: 0 });
  });

  it('drops the old build after the grace period, not before', async () => {
    const side = await bench.start(await bench.side([grantCode()], bench.store, { graceMs: 500 }));
    expect(await side.models.waitFor(await bench.record(10), 40_000)).toBe(true);
    await side.rebuild();
    expect(await builds(bench)).toHaveLength(2);
    await until(async () => (await builds(bench)).length === 1);
    expect(await rowsOf(side, 'facts')).toHaveLength(40);
  });
});
