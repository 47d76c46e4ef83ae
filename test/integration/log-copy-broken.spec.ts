import { openEventStore, type EventStore, type Expected, type NewEvent } from '@soquy/event-store';
import pg from 'pg';
import { LOG_LOCK } from '../../libs/event-store/src/postgres/append-burst.sql.js';
import { event, replay } from '../contract/samples.js';
import { fill, outcome } from '../support/backup-target.js';
import { around, contents, copy, logsOfEachTest } from '../support/log-copying.js';
import type { OpenedLog } from '../support/log-place.js';
import { eventually } from '../support/platform.js';
import { testDatabase } from '../support/postgres.js';

const log = logsOfEachTest();

const postgres = (connectionString: string) => openEventStore({ eventStore: 'postgres', connectionString });

it('finds what an append of a killed copy has written late, also where that one was cut otherwise', async () => {
  const [from, to] = [(await log('memory')).store, (await log('eventstoredb')).store];
  await fill(from);
  let late = 0;
  const landing = Object.assign(Object.create(to) as EventStore, {
    append: async (stream: string, expected: Expected, added: readonly NewEvent[]) => {
      if (added.length > 1 && late++ === 0) await to.append(stream, expected, added.slice(0, 1));
      return to.append(stream, expected, added);
    },
  });
  await copy(from, landing);
  expect(late).toBeGreaterThan(0);
  expect(await contents(to)).toEqual(await contents(from));
});

it('waits for what PostgreSQL is still writing for a killed copy', async () => {
  const { url, drop } = await testDatabase();
  const [from, to, killed] = [(await log('memory')).store, await postgres(url), await postgres(url)];
  const holder = new pg.Client({ connectionString: url });
  await holder.connect();
  try {
    await fill(from);
    const [first, second] = await replay(from);
    await holder.query('select pg_advisory_lock($1)', [LOG_LOCK]);
    const late = killed.append(first!.stream, 'no-stream', [first!, second!]);
    await eventually(
      async () => (await holder.query(`select from pg_locks where locktype = 'advisory' and not granted`)).rowCount,
      (waiting) => waiting === 1,
    );
    const copied = copy(from, to);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await holder.query('select pg_advisory_unlock($1)', [LOG_LOCK]);
    await late;
    expect(await copied).toMatchObject({ there: 2, copied: 17 });
    expect(await contents(to)).toEqual(await contents(from));
  } finally {
    await holder.end();
    await to.close();
    await killed.close();
    await drop();
  }
});

it('what a store gives back changed is told', async () => {
  const [from, to] = [(await log('memory')).store, (await log('memory')).store];
  await fill(from);
  const forgetful = Object.assign(Object.create(to) as EventStore, {
    append: (stream: string, expected: Expected, added: readonly NewEvent[]) =>
      to.append(
        stream,
        expected,
        added.map((one) => ({ ...one, metadata: { ...one.metadata, requestId: '' } })),
      ),
  });
  expect(await outcome(copy(from, forgetful))).toMatch(/does not equal the source[^]*\n19 [0-9a-f]{64}\n19 [0-9a-f]{64}$/);
});

it('is read as it is written: a long log is never held in memory', async () => {
  const [from, to] = [(await log('memory')).store, (await log('memory')).store];
  for (let nth = 0; nth < 12_000; nth++) await from.append(`loan-${nth % 7}`, nth < 7 ? 'no-stream' : 'stream-exists', [event()]);
  let [read, written, most] = [0, 0, 0];
  const source = Object.assign(Object.create(from) as EventStore, {
    feed: async function* (options: Parameters<EventStore['feed']>[0]) {
      for await (const item of from.feed(options)) {
        if (item.kind === 'events') read += item.events.length;
        most = Math.max(most, read - written);
        yield item;
      }
    },
  });
  await copy(
    source,
    around(to, (append) => append().finally(() => (written += 1))),
  );
  expect([written, most <= 2_001]).toEqual([12_000, true]);
});

describe('an EventStoreDB that fails while it is written to', () => {
  it.each([
    ['answers lost after the write', ({ faults }: Server) => faults.next('append', { written: 'cut' }, 3)],
    ['answers that never come', ({ faults }: Server) => faults.next('append', { written: 'hang' }, 1)],
    ['writes that come late', ({ faults }: Server) => faults.next('append', { late: 5_000 }, 1)],
    ['a server that is busy', ({ faults }: Server) => faults.next('append', 'cut', 4)],
  ])('%s: everything is there once and in order', async (_, fault) => {
    const [from, { store, server }] = [(await log('postgres')).store, await log('eventstoredb')];
    await fill(from);
    fault(server!);
    await copy(from, store);
    expect(server!.faults.struck()).toBeGreaterThan(0);
    expect(await contents(store)).toEqual(await contents(from));
  });

  it('restarts at any moment do no harm', async () => {
    const [from, { store, server }] = [(await log('memory')).store, await log('eventstoredb')];
    for (let nth = 0; nth < 150; nth++) await from.append(`loan-${nth % 7}`, nth < 7 ? 'no-stream' : 'stream-exists', [event()]);
    let running = true;
    const restarting = (async () => {
      for (; running; await new Promise((resolve) => setTimeout(resolve, 60))) await server!.restart();
    })();
    await copy(from, store).finally(() => (running = false));
    await restarting;
    expect(await contents(store)).toEqual(await contents(from));
  });
});

type Server = NonNullable<OpenedLog['server']>;
