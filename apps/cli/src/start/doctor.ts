import type { Words } from '@soquy/kernel';
import { describeSettings, type Settings } from '@soquy/platform';
import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { openDatabase } from './database.js';
import { FIRST_PORT, tryPort } from './ports.js';
import { readStartSettings, type Environment } from './start-settings.js';

/** One thing looked at: what was found, and whether the product can run with it. */
export interface Check {
  readonly name: Words;
  readonly ok: boolean;
  readonly found: string;
}

const LEAST_DISK_BYTES = 1024 ** 3;
const LEAST_POSTGRES = 15;
const NOTICE_LIMIT_MS = 2_000;

/** Looks at everything a start depends on and prints it, secrets masked. Answers the exit code: 0 when all is well. */
export async function doctor(env: Environment, root: string, print: (line: string) => void = console.log): Promise<number> {
  const language = /^en/i.test(env.LC_ALL || env.LANG || '') ? 'en' : 'vi';
  const checks = await examine(env, root);
  for (const { name, ok, found } of checks) print(`${ok ? 'ok  ' : 'FAIL'}  ${name[language]}: ${found}`);
  return checks.every(({ ok }) => ok) ? 0 : 1;
}

export async function examine(env: Environment, root: string): Promise<readonly Check[]> {
  const settings = readStartSettings(env, root);
  return [
    { name: { vi: 'Node.js', en: 'Node.js' }, ok: true, found: process.version },
    ...settingsFound(env, settings),
    diskCheck(settings.dataDir),
    await portCheck(settings),
    ...(await databaseChecks(settings)),
  ];
}

/** Every setting by its variable, as it will be taken; secrets are masked. */
function settingsFound(env: Environment, settings: Settings): readonly Check[] {
  return describeSettings(settings, env).map(({ variable, value, words }) => ({
    name: { vi: `${variable} (${words.vi})`, en: `${variable} (${words.en})` },
    ok: true,
    found: value || '-',
  }));
}

function diskCheck(dataDir: string): Check {
  const name = { vi: 'Thư mục dữ liệu', en: 'Data folder' };
  let folder = dataDir;
  while (!existsSync(folder)) folder = dirname(folder);
  const { bavail, bsize } = statfsSync(folder);
  const free = `${Math.floor((bavail * bsize) / 1024 ** 2)} MB`;
  try {
    accessSync(folder, constants.W_OK);
    return { name, ok: bavail * bsize >= LEAST_DISK_BYTES, found: `${dataDir}, ${free} trống / free` };
  } catch {
    return { name, ok: false, found: `${folder} không ghi được / cannot be written` };
  }
}

async function portCheck({ host, port }: Settings): Promise<Check> {
  const name = { vi: 'Cổng', en: 'Port' };
  try {
    const free = await tryPort(host, port ?? FIRST_PORT);
    const other = port === undefined ? 'lấy cổng kế tiếp / the next one is taken' : 'đã bị dùng / taken';
    const found = `${host}:${port ?? FIRST_PORT} ${free === undefined ? other : 'trống / free'}`;
    return { name, ok: free !== undefined || port === undefined, found };
  } catch (error) {
    return { name, ok: false, found: (error as Error).message };
  }
}

async function databaseChecks(settings: Settings): Promise<readonly Check[]> {
  const name = { vi: 'Cơ sở dữ liệu', en: 'Database' };
  try {
    const { url, stop } = await openDatabase(settings);
    try {
      return [await versionCheck(name, url), await listenCheck(url)];
    } finally {
      await stop();
    }
  } catch (error) {
    return [{ name, ok: false, found: (error as Error).message || String(error) }];
  }
}

async function versionCheck(name: Words, url: string): Promise<Check> {
  const version = await withClient(url, async (client) => {
    const { rows } = await client.query<{ server_version: string }>('show server_version');
    return rows[0]!.server_version;
  });
  return { name, ok: Number.parseInt(version) >= LEAST_POSTGRES, found: `PostgreSQL ${version}` };
}

/** A connection pooler that hands out a connection a transaction loses notices; the feed would then only poll. */
function listenCheck(url: string): Promise<Check> {
  const name = { vi: 'Báo tin (LISTEN)', en: 'Notices (LISTEN)' };
  return withClient(url, (listener) =>
    withClient(url, async (sender) => {
      const heard = new Promise<boolean>((resolve) => listener.once('notification', () => resolve(true)));
      await listener.query('listen soquy_doctor');
      await sender.query('notify soquy_doctor');
      const ok = await Promise.race([heard, delay(NOTICE_LIMIT_MS, false)]);
      return { name, ok, found: ok ? 'đến nơi / arrive' : 'không đến: cần kết nối thẳng / lost: a direct connection is needed' };
    }),
  );
}

async function withClient<T>(connectionString: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 5_000 });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
