import { PostgresEventStore } from '@soquy/event-store';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { testDatabase } from '../support/postgres.js';
import { agencyEvent, recordClass } from '../support/recorded-classes.js';

// What Node or a package warns of today is gone with its next release. Here a warning ends the process.
const NODE_OPTIONS = '--throw-deprecation';
const ROOT = process.cwd();

let folder: string;
let databases: Awaited<ReturnType<typeof testDatabase>>[];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'soquy-deprecations-'));
  databases = [await testDatabase(), await testDatabase()];
});
afterAll(async () => {
  for (const { drop } of databases) await drop();
  rmSync(folder, { recursive: true });
});

function ended(args: readonly string[], DATABASE_URL: string) {
  const env = { ...process.env, NODE_OPTIONS, DATABASE_URL, LANG: 'en' };
  const { status, stderr } = spawnSync(process.execPath, args, { cwd: ROOT, env, encoding: 'utf8' });
  return { status, warned: stderr.includes('DeprecationWarning'), stderr };
}

test('backup, restore, rebuild and verify call nothing that is on its way out', async () => {
  const [from, to] = databases.map(({ url }) => url) as [string, string];
  const store = await PostgresEventStore.open({ connectionString: from });
  await store.append('agency-tra-vinh', 'no-stream', [agencyEvent()]);
  for (let held = 0; held < 300; held++) await recordClass(store, `20${10 + (held % 15)}-03-01`, 30, 10_000_000);
  await store.close();
  const soquy = (url: string, ...args: string[]) => ended([join(ROOT, 'apps/cli/bin/soquy.mjs'), ...args], url);
  const file = join(folder, 'log.backup');
  for (const [url, ...args] of [
    [from, 'backup', file],
    [to, 'restore', file],
    [to, 'rebuild'],
    [to, 'verify'],
    [to, 'status'],
    [to, 'figures', 'show', 'training.cost', '--group-by', 'year'],
  ] as const) {
    const { status, warned, stderr } = soquy(url, ...args);
    expect([args[0], status, warned, warned ? stderr : '']).toEqual([args[0], 0, false, '']);
  }
});

test('a connection that is asked three things at once would be found', () => {
  const script = `import pg from 'pg';
    const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
    await client.connect();
    await Promise.all(['select 1', 'select 2', 'select 3'].map((sql) => client.query(sql)));
    await client.end();`;
  const found = ended(['--input-type=module', '-e', script], databases[0]!.url);
  expect([found.status, found.warned]).toEqual([1, true]);
});
