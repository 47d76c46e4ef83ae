import { openEventStore, type EventStore, type EventStoreName } from '@soquy/event-store';
import { ensureAppSchema } from '@soquy/platform';
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { DataSource } from 'typeorm';
import { event, events } from '../contract/samples.js';
import { testDatabase } from './postgres.js';
import { logPlace } from './log-place.js';

const TABLES = ['account', 'session', 'api_key', 'reactor_checkpoint', 'stream_snapshot'];

export type Target = Awaited<ReturnType<typeof openTarget>>;

/** A database to back up or to restore into: its log, its tables beside the log, and how they are looked at. */
export async function openTarget(eventStore: EventStoreName = 'postgres') {
  const { url, drop } = await testDatabase();
  const place = eventStore === 'postgres' ? undefined : await logPlace(eventStore);
  const store = await openEventStore(place?.address ?? { eventStore, connectionString: url });
  const database = await new DataSource({ type: 'postgres', url }).initialize();
  await ensureAppSchema(database);
  const query = (sql: string, values: unknown[] = []) => database.query<Record<string, unknown>[]>(sql, values);

  const addAccount = async (username: string, disabledAt: string | null = null): Promise<string> => {
    const id = randomUUID();
    const values = [id, username, `hash of "${username}" \\ đ`, '[ "tra-vinh",  "soc-trang" ]', disabledAt];
    await query(`insert into app.account values ($1, $2, $3, 'officer', $4, '2026-11-21 03:00:00.123456+07', $5)`, values);
    return id;
  };

  /** Five rows that belong into a backup, one that is derived. */
  const fillTables = async (): Promise<void> => {
    const id = await addAccount('ba');
    await addAccount('an', '2026-11-21T03:00:00Z');
    await query(`insert into app.session values ('token hash', $1, now(), now(), 'infinity')`, [id]);
    await query(`insert into app.api_key values ($1, 'key hash', $2, 'Máy chủ báo cáo', now(), null)`, [randomUUID(), id]);
    await query(`insert into app.reactor_checkpoint values ('reservations', 'p-00000000000000000007')`);
    await query(`insert into app.stream_snapshot values ('loan-1', 3, 'code', '{}')`);
  };

  const rows = async (): Promise<Record<string, unknown[]>> =>
    Object.fromEntries(
      await Promise.all(
        TABLES.map(async (table) => {
          const found = await query(`select t::text as row from app.${table} t order by 1`);
          return [table, found.map(({ row }) => row)] as const;
        }),
      ),
    );

  const fillLog = (): Promise<void> => fill(store);

  const close = async (): Promise<void> => {
    await store.close();
    await database.destroy();
    await drop();
    await place?.stop();
  };
  /** What a backup and a restore are told. */
  const parts = { store, eventStore, databaseUrl: url };
  return { url, store, parts, query, addAccount, fillTables, fillLog, rows, close };
}

/** What is hard to carry: streams in turns and in runs, large events, text of every kind. 19 events in 10 runs. */
export async function fill(store: EventStore): Promise<void> {
  const nested = [{ a: null, b: [1.5, -0.25, 1e21] }];
  const odd = { text: 'Quỹ "hỗ trợ" – đào tạo\n\u2028😀', nfd: 'Hòa'.normalize('NFD'), nested };
  await store.append('fund-tra-vinh', 'no-stream', [event(odd), ...events(3)]);
  for (let round = 0n; round < 3n; round++)
    for (const stream of ['loan-1', 'loan-2']) await store.append(stream, round ? round * 2n - 1n : 'no-stream', events(2));
  for (let nth = 0n; nth < 3n; nth++)
    await store.append('grant-1', nth ? nth - 1n : 'no-stream', [event({ text: 'đ'.repeat(300_000) })]);
}

/** The lines of a backup file. */
export const linesOf = (file: string): string[] => gunzipSync(readFileSync(file)).toString().trimEnd().split('\n');

/** `done`, or what the work was refused with. */
export const outcome = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'done',
    (error: unknown) => `${(error as Error).name}: ${(error as Error).message}`,
  );
