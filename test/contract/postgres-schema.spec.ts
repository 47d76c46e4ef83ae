import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { PostgresEventStore } from '@soquy/event-store';
import { testDatabase } from '../support/postgres.js';
import { event, events, eventsOf, expectFault, newStream, replay, until } from './samples.js';

let database: Awaited<ReturnType<typeof testDatabase>>;
let admin: pg.Client;

beforeEach(async () => {
  database = await testDatabase();
  admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
});
afterEach(async () => {
  await admin.end();
  await database.drop();
});

const opened = async <Result>(use: (store: PostgresEventStore) => Promise<Result>, url = database.url): Promise<Result> => {
  const store = await PostgresEventStore.open({ connectionString: url, answerWithinMs: 4_000 });
  try {
    return await use(store);
  } finally {
    await store.close();
  }
};

test('an empty log has no head, and a feed over it is caught up nowhere', () =>
  opened(async (store) => {
    expect(await store.head()).toBeUndefined();
    const items = await until(store.feed({ follow: true }), ({ length }) => length === 1);
    expect(items).toEqual([{ kind: 'caught-up', position: undefined }]);
  }));

test('positions carry its prefix, start at 1 and have no gaps; one beyond the log is refused', () =>
  opened(async (store) => {
    await Promise.allSettled(Array.from({ length: 30 }, (_, nth) => store.append(newStream(), nth % 3 ? 0n : 'any', events(2))));
    const places = (await replay(store)).map(({ position }) => position);
    expect(places).toEqual(Array.from({ length: 20 }, (_, index) => `p-${String(index + 1).padStart(20, '0')}`));
    for (const follow of [true, false])
      await expectFault(
        until(store.feed({ after: 'p-00000000000000000021', follow }), () => true),
        'bad-position',
      );
  }));

test('any number of processes may bring the schema up to date at once, and again', async () => {
  const stream = newStream();
  await Promise.all(Array.from({ length: 8 }, () => opened((store) => store.append(stream, 'any', [event()]))));
  await opened(async (store) => expect(await store.lastRevision(stream)).toBe(7n));
  const { rows } = await admin.query('select no from es.version');
  expect(rows).toEqual([{ no: 1 }]);
});

test.each([
  ['update', `update es.event set data = '{}'`],
  ['update of nothing', 'update es.event set revision = 9 where false'],
  ['delete', 'delete from es.event'],
  ['truncate', 'truncate es.event'],
  ['renaming a stream', `update es.stream set name = 'loan-other'`],
  ['deleting a stream', 'delete from es.stream'],
  ['truncating streams', 'truncate es.stream cascade'],
])('nobody changes what is written: %s', async (_, sql) => {
  const written = await opened(async (store) => {
    await store.append(newStream(), 'no-stream', events(3));
    return await replay(store);
  });
  await expect(admin.query(sql)).rejects.toThrow('only grows');
  await admin.query('set session_replication_role = replica');
  await expect(admin.query(sql)).rejects.toThrow('only grows');
  expect(await opened((store) => replay(store))).toEqual(written);
});

test('a schema of a newer release is refused in clear words', async () => {
  await opened((store) => store.health());
  await admin.query('insert into es.version (no) values (99)');
  await expect(opened((store) => store.health())).rejects.toMatchObject({
    kind: 'unexpected',
    message: expect.stringContaining('start a newer one') as string,
  });
});

test('a role that may only read and write the log needs no right to create', async () => {
  const role = `r_${process.pid}_${Date.now()}`;
  const url = new URL(database.url);
  await opened((store) => store.health());
  await admin.query(`create role ${role} login password '${decodeURIComponent(url.password) || role}'; grant usage on schema es to ${role};
    grant select on all tables in schema es to ${role}; grant insert on es.event, es.stream to ${role}`);
  url.username = role;
  try {
    await opened(
      async (store) => expect((await store.append(newStream(), 'no-stream', [event()])).revision).toBe(0n),
      url.toString(),
    );
  } finally {
    await admin.query(`drop owned by ${role}; drop role ${role}`);
  }
});

test('what waiting cannot mend is said at once', async () => {
  const url = new URL(database.url);
  url.pathname = '/no_such_database';
  await expect(opened((store) => store.health(), url.toString())).rejects.toMatchObject({ kind: 'access-denied' });
});

test('a standby cannot take appends, and health says so', () =>
  opened(async (store) => {
    await store.health();
    await admin.query(
      `do $$ begin execute format('alter database %I set default_transaction_read_only = on', current_database()); end $$`,
    );
    await opened(async (other) => expectFault(other.health(), 'unavailable'));
  }));

test('a feed is woken when something is appended, and looks by itself where no wake-up comes', () =>
  opened(async (store) => {
    await store.append('loan-1', 'no-stream', [event()]);
    const following = until(store.feed({ after: (await store.head())!, follow: true }), (items) => eventsOf(items).length === 2);
    await sleep(300);
    await store.append('loan-1', 0n, [event()]);
    const silently = until(store.feed({ after: (await store.head())!, follow: true }), (items) => eventsOf(items).length === 1);
    await sleep(300);
    await admin.query(`insert into es.event select position + 2, stream_no, revision + 2, stream, bytes, log_bytes + 2 * bytes, gen_random_uuid(), type, data, metadata
                       from es.event where position = 1`);
    await Promise.all([following, silently]);
  }));

/** A feed that looked by itself alone would take a second each time; a busy machine may delay all of them but one. */
test('a wake-up takes milliseconds', () =>
  opened(async (store) => {
    const times: number[] = [];
    const start = await store.append('loan-1', 'no-stream', [event()]);
    let sent = 0;
    for await (const { kind } of store.feed({ after: start.position, follow: true })) {
      if (kind === 'events') times.push(performance.now() - sent);
      if (times.length === 10) break;
      setTimeout(() => {
        sent = performance.now();
        void store.append('loan-1', 'any', [event()]);
      }, 20);
    }
    expect(Math.min(...times.slice(1))).toBeLessThan(500);
  }));
