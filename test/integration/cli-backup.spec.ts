import { PostgresEventStore } from '@soquy/event-store';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandLine } from '../support/command-line.js';
import { testDatabase } from '../support/postgres.js';
import { agencyEvent, recordClass } from '../support/recorded-classes.js';

let folder: string;
let databases: Awaited<ReturnType<typeof testDatabase>>[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'soquy-cli-'));
  databases = [];
});
afterEach(async () => {
  for (const { drop } of databases) await drop();
  rmSync(folder, { recursive: true, force: true });
});

async function place(): Promise<{ url: string; soquy: ReturnType<typeof commandLine> }> {
  const database = await testDatabase();
  databases.push(database);
  return { url: database.url, soquy: commandLine({ env: { DATABASE_URL: database.url, LANG: 'en' }, folder }) };
}

test('what was backed up answers the same figures in a fresh place, and lets the same people in', async () => {
  const [from, to] = [await place(), await place()];
  const store = await PostgresEventStore.open({ connectionString: from.url });
  await store.append('agency-tra-vinh', 'no-stream', [agencyEvent()]);
  await recordClass(store, '2020-03-01', 30, 10_000_000);
  await recordClass(store, '2021-03-01', 25, 9_000_000);
  await store.close();
  await from.soquy('users', 'add', 'ba', '--role', 'admin');

  const backup = await from.soquy('backup', 'so-quy.gz');
  expect(backup.out).toMatch(/Backed up 5 events and 1 row .*so-quy\.gz .*read back, whole\.\nsha256 [0-9a-f]{64}/);
  expect(backup.code).toBe(0);
  expect(statSync(join(folder, 'so-quy.gz')).size).toBeGreaterThan(500);
  const again = await from.soquy('backup', 'so-quy.gz');
  expect([again.code, again.err]).toEqual([1, expect.stringContaining('exists')]);
  const told = JSON.parse((await from.soquy('backup', 'so-quy.gz', '--overwrite', '--json')).out);
  expect(told).toMatchObject({ events: 5, rows: 1, head: 'p-00000000000000000005' });

  const restore = await to.soquy('restore', 'so-quy.gz');
  expect(restore.out).toMatch(/Restored 5 events and 1 row .*agrees\.\nlog sha256/);
  expect(restore.out).toContain(told.logSha256);
  expect(restore.code).toBe(0);
  expect((await to.soquy('status')).out).toMatch(/training-classes +running +p-0+5/);
  const figures = ['figures', 'show', 'training.cost', '--group-by', 'year', '--json'];
  const value = async ({ soquy }: typeof to) => JSON.parse((await soquy(...figures)).out).rows;
  expect(await value(to)).toEqual(await value(from));
  expect((await value(to)).length).toBe(2);
  expect((await to.soquy('verify')).code).toBe(0);
  expect((await to.soquy('users', 'list')).out).toEqual((await from.soquy('users', 'list')).out);

  const more = await to.soquy('restore', 'so-quy.gz');
  expect([more.code, more.err]).toEqual([0, expect.stringContaining('agrees')]);
});

test('a restore that is refused says so and leaves the place empty', async () => {
  const to = await place();
  const missing = await to.soquy('restore', 'none.gz', '--lang', 'vi');
  expect([missing.code, missing.out]).toEqual([1, '']);
  expect(missing.err).toContain('không có tệp hoặc thư mục này');
  expect((await to.soquy('status')).out).toContain('Log up to: –');
  expect(existsSync(join(folder, 'none.gz'))).toBe(false);
});

test('an empty log is the wrong place: nothing replaces a good backup', async () => {
  const { soquy } = await place();
  writeFileSync(join(folder, 'so-quy.gz'), 'a good one');
  const { code, err } = await soquy('backup', 'so-quy.gz', '--overwrite');
  expect([code, err]).toEqual([1, expect.stringContaining('nothing to back up')]);
  expect(readFileSync(join(folder, 'so-quy.gz'), 'utf8')).toBe('a good one');
});
