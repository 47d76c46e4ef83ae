import pg from 'pg';
import { PostgresEventStore, type PostgresStoreOptions } from '@soquy/event-store';
import { testDatabase } from '../support/postgres.js';
import { eventually } from './eventstoredb-world.js';
import { all, event, events, expectFault, faultOf, newStream } from './samples.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let admin: pg.Client;
let store: PostgresEventStore;

const reopened = async (options: Partial<PostgresStoreOptions>) => {
  await store.close();
  store = await PostgresEventStore.open({ connectionString: database.url, ...options });
};

beforeEach(async () => {
  database = await testDatabase();
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  store = await PostgresEventStore.open({ connectionString: database.url });
  await store.health();
});
afterEach(async () => {
  await store.close();
  await admin.end();
  await database.drop();
});

/** Some other process holds the log, until the function given back is called. */
async function holdLog(): Promise<() => Promise<unknown>> {
  await admin.query('begin');
  await admin.query('select pg_advisory_xact_lock($1)', [0x736f717579]);
  return () => admin.query('commit');
}

test('waiting appends share transactions, each judged by itself', async () => {
  const taken = newStream();
  await store.append(taken, 'no-stream', [event()]);
  const appends = Array.from({ length: 100 }, (_, nth) => store.append(nth % 10 ? newStream() : taken, 'no-stream', events(2)));
  const outcomes = await Promise.allSettled(appends);
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(90);
  const { bursts, ...stats } = store.stats();
  expect(stats).toEqual({ appends: 91, events: 181, conflicts: 10, repeats: 0, retries: 0, refused: 0, waiting: 0 });
  expect(bursts).toBeLessThan(15);
});

test('a repeat is counted apart', async () => {
  const written = [event()];
  await store.append('loan-1', 'no-stream', written);
  await store.append('loan-1', 'no-stream', written);
  expect(store.stats()).toMatchObject({ appends: 2, events: 1, repeats: 1 });
});

test('a burst carries at most 256 requests and 2 MiB', async () => {
  await Promise.all(Array.from({ length: 257 }, () => store.append(newStream(), 'no-stream', [event()])));
  expect(store.stats().bursts).toBe(2);
  const large = () => [event({ text: 'x'.repeat(700_000) })];
  await Promise.all(Array.from({ length: 6 }, () => store.append(newStream(), 'no-stream', large())));
  expect(store.stats().bursts).toBe(5);
});

test('appends to one stream keep their order over several bursts', async () => {
  const written = events(20);
  await Promise.all(written.map((one) => store.append('loan-1', 'any', [one])));
  expect((await all(store.readStream('loan-1'))).map(({ id }) => id)).toEqual(written.map(({ id }) => id));
});

test('a request the database refuses fails alone', async () => {
  await admin.query(`alter table es.event add constraint poisoned check (type <> 'LoanPoisoned')`);
  const streams = Array.from({ length: 40 }, () => newStream());
  const bad = [3, 4, 31];
  const appends = streams.map((stream, index) =>
    store.append(stream, 'no-stream', [event(), event({}, { type: bad.includes(index) ? 'LoanPoisoned' : 'LoanApproved' })]),
  );
  const outcomes = await Promise.allSettled(appends);
  for (const [index, outcome] of outcomes.entries())
    if (bad.includes(index)) expect(outcome).toMatchObject({ status: 'rejected', reason: { kind: 'unexpected' } });
    else expect(outcome).toMatchObject({ status: 'fulfilled', value: { revision: 1n } });
  for (const index of bad) expect(await store.lastRevision(streams[index]!)).toBeUndefined();
});

test('more appends than may wait are unavailable at once; the others get through', async () => {
  await reopened({ waitingAppends: 20 });
  const release = await holdLog();
  const appends = Array.from({ length: 30 }, () => store.append(newStream(), 'no-stream', [event()]));
  for (const refused of appends.slice(20)) await expectFault(refused, 'unavailable');
  expect(store.stats()).toMatchObject({ waiting: 20, refused: 10 });
  await release();
  await Promise.all(appends.slice(0, 20));
  expect(store.stats().waiting).toBe(0);
});

test('a busy log is tried again until it is free', async () => {
  await reopened({ answerWithinMs: 10_000 });
  const release = await holdLog();
  const append = store.append('loan-1', 'no-stream', [event()]);
  await eventually(() => store.stats().retries > 0);
  await release();
  expect((await append).revision).toBe(0n);
});

test('an append that cannot be confirmed in time fails; what it wrote, its repeat finds', async () => {
  await reopened({ answerWithinMs: 600 });
  const written = [event()];
  const release = await holdLog();
  const fault = await faultOf(store.append('loan-1', 'no-stream', written));
  expect(fault).toMatchObject({ kind: 'unavailable', message: expect.stringMatching(/600 ms.*PostgreSQL/) as string });
  await expectFault(store.health(), 'unavailable');
  await release();
  expect((await store.append('loan-1', 'no-stream', written)).revision).toBe(0n);
  expect(await all(store.readStream('loan-1'))).toHaveLength(1);
});

test('an append that its caller gave up fails at once and holds nobody up', async () => {
  const release = await holdLog();
  const leaving = new AbortController();
  const left = store.append('loan-1', 'no-stream', [event()], { signal: leaving.signal });
  const staying = store.append('loan-2', 'no-stream', [event()]);
  leaving.abort();
  await expectFault(left, 'unavailable');
  await release();
  expect((await staying).revision).toBe(0n);
});

test('closing confirms what waits', async () => {
  const appends = Array.from({ length: 50 }, () => store.append(newStream(), 'no-stream', [event()]));
  await store.close();
  await Promise.all(appends);
});

test('the writer needs no more than one connection, and reading no more than it is given', async () => {
  await reopened({ readConnections: 3 });
  await Promise.all(Array.from({ length: 40 }, () => store.append(newStream(), 'any', [event()])));
  await Promise.all(Array.from({ length: 40 }, () => store.head()));
  const { rows } = await admin.query(
    `select application_name as name, count(*)::int from pg_stat_activity
     where datname = current_database() and application_name like 'soquy %' group by 1 order by 1`,
  );
  expect(rows).toEqual([
    { name: 'soquy reader', count: 3 },
    { name: 'soquy writer', count: 1 },
  ]);
});
