import { ask } from '../support/postgres.js';
import { ReadSideBench, until } from '../support/read-side.js';

const YOUNGER = ['programme_id', 'fund_id', 'organisation_id', 'correlation_id', 'trace', 'search'];

let bench: ReadSideBench;

beforeEach(async () => {
  bench = await ReadSideBench.open();
});
afterEach(() => bench.close());

const query = <Row extends object>(sql: string) => ask<Row>(bench.url, sql);

const found = () =>
  query<{ search: string | null }>('select search from rm.facts where build in (select build from rm.projection)');

it('read tables of an earlier release are built anew once, and can then be searched', async () => {
  const before = await bench.start(await bench.side());
  const last = await bench.record(5);
  expect(await before.models.waitFor(last, 40_000)).toBe(true);
  await before.close();
  await query(`alter table rm.objects drop column quiet_until`);
  await query(`alter table rm.facts ${YOUNGER.map((name) => `drop column ${name}`).join(', ')}`);
  await query(`comment on schema rm is 'earlier'`);

  const after = await bench.side();
  expect((await after.status()).map(({ version }) => version)).toEqual([0]);
  expect((await found()).map(({ search }) => search)).toEqual(Array.from({ length: 20 }, () => null));
  after.runner.start();
  await until(async () => (await found()).every(({ search }) => search !== null));
  expect(await found()).toHaveLength(20);
  expect((await after.verify()).map(({ differing }) => differing)).toEqual([0]);

  await query(`comment on schema rm is 'earlier'`);
  const [{ version } = {}] = await (await bench.side()).status();
  expect(version).toBeGreaterThan(0);
});
