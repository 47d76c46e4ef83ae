import { PostgresEventStore } from '@soquy/event-store';
import { createReadModels } from '@soquy/read-models';
import pg from 'pg';
import { features } from '@soquy/product';
import { commandLine, type CommandLine } from '../support/command-line.js';
import { testDatabase } from '../support/postgres.js';
import { agencyEvent, recordClass, strangeEvent } from '../support/recorded-classes.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let store: PostgresEventStore;
let soquy: CommandLine;
let closers: (() => Promise<unknown>)[];

beforeEach(async () => {
  closers = [];
  database = await testDatabase();
  store = await PostgresEventStore.open({ connectionString: database.url });
  soquy = commandLine({ env: { DATABASE_URL: database.url, LANG: 'en' } });
  await store.append('agency-tra-vinh', 'no-stream', [agencyEvent()]);
  await recordClass(store, '2020-03-01', 30, 10_000_000);
  await recordClass(store, '2021-03-01', 25, 9_000_000);
});
afterEach(async () => {
  for (const close of closers) await close();
  await store.close();
  await database.drop();
});

const figure = async (...args: string[]) => {
  const { code, out, err } = await soquy('figures', 'show', ...args, '--json');
  if (code !== 0) throw new Error(err);
  return JSON.parse(out);
};
const query = async (sql: string) => {
  const client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const { rows } = await client.query(sql);
  await client.end();
  return rows;
};

describe('figures on the command line', () => {
  it('are up to the head of the log without a running product, on any day', async () => {
    expect((await figure('training.classes')).value).toBe(2);
    expect((await figure('training.cost', '--agency', 'tra-vinh', '--as-of', '2020-12-31')).value).toBe(10_000_000);
    await recordClass(store, '2022-03-01', 20, 8_000_000);
    expect((await figure('training.learners')).value).toBe(75);
  });

  it('open down to their events, are told for people too, and refused as the API refuses', async () => {
    const { figureId } = await figure('training.cost');
    const evidence = await soquy('figures', 'evidence', figureId);
    expect(evidence.out).toContain('19,000,000');
    expect(evidence.out).toContain('agrees');
    expect(evidence.code).toBe(0);
    const { code, out, err } = await soquy('figures', 'show', 'training.cost', '--lang', 'vi');
    expect(out).toContain('19.000.000');
    expect([code, err]).toEqual([0, '']);
    expect((await soquy('figures', 'show', 'training.nothing')).code).toBe(1);
    expect((await soquy('figures', 'show', 'training.cost', '--as-of', '2020-13-01')).code).toBe(2);
    expect((await soquy('figures', 'list')).out).toContain('training.learners');
  });

  it('come from the product where one runs', async () => {
    const product = createReadModels({ connectionString: database.url, store, slices: features });
    closers.push(() => product.close());
    await product.migrate();
    product.runner.start();
    await product.models.waitFor((await store.head())!, 20_000);
    await recordClass(store, '2022-03-01', 20, 8_000_000);
    expect((await figure('training.classes')).value).toBe(3);
    expect(JSON.parse((await soquy('status', '--json')).out).projected).toBe(true);
  });

  it('are told to be old where the running product does not keep up', async () => {
    expect((await figure('training.classes')).value).toBe(2);
    const other = new pg.Client({ connectionString: database.url, application_name: 'soquy-projector' });
    closers.push(() => other.end());
    await other.connect();
    await recordClass(store, '2022-03-01', 20, 8_000_000);
    const { code, out, err } = await soquy('figures', 'show', 'training.classes', '--json');
    expect(JSON.parse(out).value).toBe(2);
    expect(err).toContain('have not caught up with the log');
    expect(code).toBe(0);
  });
});

describe('what an operator asks', () => {
  it('status: how far log and rows are', async () => {
    const fresh = await soquy('status');
    expect(fresh.out).toContain('Log up to: p-00000000000000000005');
    expect(fresh.out).toMatch(/training-classes +not built/);
    await figure('training.classes');
    const level = await soquy('status');
    expect(level.out).toMatch(/training-classes +running +p-00000000000000000005 +0/);
    expect(level.code).toBe(0);
    expect(JSON.parse((await soquy('status', '--json')).out)).toMatchObject({ head: 'p-00000000000000000005', projected: false });
  });

  it('verify: agrees, or shows what differs', async () => {
    const agrees = await soquy('verify');
    expect(agrees.out).toMatch(/training-classes +p-0+5 +2 +agrees/);
    expect(agrees.code).toBe(0);
    await query(`update rm.entries set value = value + 1 where metric = 'training.cost' and value = 9000000`);
    const differs = await soquy('verify', 'training-classes');
    expect(differs.out).toMatch(/1 DIFFERENCES[^]*training\.cost/);
    expect(differs.out).not.toContain('loans');
    expect(differs.code).toBe(1);
  });

  it('rebuild: makes new rows from the log', async () => {
    expect((await soquy('verify', 'training-classes')).code).toBe(0);
    await query('update rm.entries set value = 7');
    const rebuilt = await soquy('rebuild', 'training-classes');
    expect([rebuilt.code, rebuilt.out]).toEqual([0, 'training-classes: rebuilt']);
    expect((await soquy('verify', 'training-classes')).code).toBe(0);
    expect((await figure('training.cost')).value).toBe(19_000_000);
  });

  it('projections: goes on behind an event nobody can take in, for a reason', async () => {
    await figure('training.classes');
    const stream = await recordClass(store, '2020-04-01', 10, 1_000_000);
    await store.append(stream, 1n, [strangeEvent()]);
    const old = await soquy('figures', 'show', 'training.classes', '--json');
    expect(old.err).toContain('the rows of training-classes have stopped');
    const stopped = await soquy('status');
    expect(stopped.out).toMatch(/training-classes +STOPPED .*TrainingClassBlessed/);
    expect(stopped.code).toBe(1);
    expect((await soquy('projections', 'resume', 'training-classes')).code).toBe(0);
    await figure('training.classes');
    expect((await soquy('status')).code).toBe(1);

    const skipped = await soquy('projections', 'skip', 'training-classes', '--reason', 'written by a newer release');
    expect([skipped.code, skipped.err]).toEqual([0, expect.stringContaining('passes over TrainingClassBlessed')]);
    const again = await soquy('projections', 'skip', 'training-classes', '--reason', 'again');
    expect([again.code, again.err]).toEqual([1, expect.stringContaining('has not stopped')]);
    expect((await figure('training.classes')).value).toBe(3);
    const { slices } = JSON.parse((await soquy('status', '--json')).out);
    const { skipped: onRecord } = slices.find(({ slice }: { slice: string }) => slice === 'training-classes');
    expect(onRecord).toEqual([expect.objectContaining({ reason: 'written by a newer release', by: expect.stringMatching(/./) })]);
  });
});
