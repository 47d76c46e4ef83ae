import { openEventStore } from '@soquy/event-store';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyLog } from '../../apps/cli/src/log/copy-log.js';
import { startApi, type RunningApi } from '../../apps/api/src/start-api.js';
import { event, replay } from '../contract/samples.js';
import { commandLine } from '../support/command-line.js';
import { logPlace, type LogPlace } from '../support/log-place.js';
import { ask, testDatabase } from '../support/postgres.js';
import { until } from '../support/read-side.js';

let folder: string;
let database: Awaited<ReturnType<typeof testDatabase>>;
const places: LogPlace[] = [];
const running: RunningApi[] = [];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'soquy-elsewhere-'));
  database = await testDatabase();
  for (let nth = 0; nth < 3; nth++) places.push(await logPlace('eventstoredb'));
});
afterAll(async () => {
  for (const api of running) await api.close();
  for (const { stop } of places) await stop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

const urlOf = (nth: number) => places[nth]!.address.connectionString;

const settingsOf = (nth: number): Parameters<typeof startApi>[0] => ({
  ...{ host: '127.0.0.1', port: 0, databaseUrl: database.url, dataDir: folder, demo: false, logLevel: 'fatal' },
  ...{ eventStore: 'eventstoredb', eventStoreUrl: urlOf(nth) },
});

/** Until the first data are recorded. */
async function started(nth: number): Promise<RunningApi> {
  const api = await startApi(settingsOf(nth));
  running.push(api);
  await api.loaded;
  return api;
}

async function stopped(): Promise<void> {
  for (const api of running.splice(0)) await api.close();
}

const query = <Row extends object>(sql: string) => ask<Row>(database.url, sql);

async function inLogs<T>(work: (...stores: Awaited<ReturnType<typeof openEventStore>>[]) => Promise<T>): Promise<T> {
  const stores = await Promise.all(places.map(({ address }) => openEventStore(address)));
  try {
    return await work(...stores);
  } finally {
    for (const store of stores) await store.close();
  }
}

const firstNamed = async () =>
  (await query<{ first_event: string | null }>('select first_event from app.log_in_use'))[0]!.first_event;

it('a log that was empty at the start is known by its first event as soon as there is one', async () => {
  await started(0);
  expect(await firstNamed()).toBe((await inLogs((store) => replay(store!)))[0]!.id);
});

it('a start on a copy in another cluster is refused, shorter or longer than the log in use', async () => {
  const head = (await inLogs((store) => replay(store!))).at(-1)!.position;
  const reached = `select coalesce(bool_and(position >= '${head}'), false) as level from rm.projection`;
  await until(async () => (await query<{ level: boolean }>(reached))[0]!.level);
  await stopped();
  await inLogs(async (from, to, longer) => {
    await copyLog({ from: from!, to: to! });
    await copyLog({ from: from!, to: longer! });
    for (let nth = 0; nth < 30; nth++) await longer!.append(`later-${nth}`, 'no-stream', [event({ text: 'x'.repeat(5_000) })]);
  });
  for (const nth of [1, 2]) await expect(started(nth)).rejects.toThrow(/begins as the one in use but is another/);
  await stopped();
  await started(0);
  await stopped();
});

it('nothing is recorded in another log that was out of reach at the start', async () => {
  const { address, server } = await logPlace('eventstoredb').then((place) => (places.push(place), place));
  const other = await openEventStore(address);
  await other.append('loan-1', 'no-stream', [event()]);
  await server!.down();
  const api = await startApi(settingsOf(places.length - 1));
  running.push(api);
  await server!.up();
  await expect(api.loaded).rejects.toThrow(/another/);
  await stopped();
  expect(await replay(other)).toHaveLength(1);
  await other.close();
  await started(0);
  await stopped();
});

it('another copy is moved to by the way the sentence says', async () => {
  const env = { DATABASE_URL: database.url, EVENTSTORE_URL: urlOf(2), EVENT_STORE: 'eventstoredb', LANG: 'en' };
  for (const to of ['postgres', 'eventstoredb'] as const) {
    const from = to === 'postgres' ? 'eventstoredb' : 'postgres';
    for (const words of [
      ['copy', '--from', from, '--to', to],
      ['use', to],
    ]) {
      const { code, err } = await commandLine({ env, folder })('log', ...words);
      expect([words, code, err]).toEqual([words, 0, expect.anything()]);
    }
  }
  await started(2);
  await stopped();
});
