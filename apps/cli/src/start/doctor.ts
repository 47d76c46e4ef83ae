import type { Words } from '@soquy/kernel';
import { describeSettings, type Settings } from '@soquy/platform';
import { accessSync, constants, existsSync, statfsSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Check } from './check.js';
import { dataFound, demoLeft } from './data-found.js';
import { openDatabase } from './database.js';
import { logChecks } from './log-check.js';
import { FIRST_PORT, tryPort } from './ports.js';
import { readStartSettings, type Environment } from './start-settings.js';
import { withClient } from './with-client.js';

const LEAST_DISK_BYTES = 1024 ** 3;
const LEAST_POSTGRES = 15;
const NOTICE_LIMIT_MS = 2_000;

/** Looks at everything a start depends on and prints it, secrets masked. Answers the exit code: 0 when all is well. */
export async function doctor(env: Environment, root: string, print: (line: string) => void = console.log): Promise<number> {
  const language = /^en/i.test(env.LC_ALL || env.LANG || '') ? 'en' : 'vi';
  const checks = await examine(env, root);
  for (const { name, ok, found } of checks)
    print(`${ok ? 'ok  ' : 'FAIL'}  ${name[language]}: ${typeof found === 'string' ? found : found[language]}`);
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
    return {
      name,
      ok: bavail * bsize >= LEAST_DISK_BYTES,
      found: { vi: `${dataDir}, trống ${free}`, en: `${dataDir}, ${free} free` },
    };
  } catch {
    return { name, ok: false, found: { vi: `${folder} không ghi được`, en: `${folder} cannot be written` } };
  }
}

const FREE = { vi: 'trống', en: 'free' };
const TAKEN = { vi: 'đã bị dùng', en: 'taken' };
const NEXT_ONE = { vi: 'đã bị dùng, sẽ lấy cổng trống kế tiếp', en: 'taken, the next free one serves' };

async function portCheck({ host, port }: Settings): Promise<Check> {
  const name = { vi: 'Cổng', en: 'Port' };
  try {
    const free = await tryPort(host, port ?? FIRST_PORT);
    const words = free !== undefined ? FREE : port === undefined ? NEXT_ONE : TAKEN;
    const place = `${host}:${port ?? FIRST_PORT}`;
    return { name, ok: words !== TAKEN, found: { vi: `${place} ${words.vi}`, en: `${place} ${words.en}` } };
  } catch (error) {
    return { name, ok: false, found: (error as Error).message };
  }
}

async function databaseChecks(settings: Settings): Promise<readonly Check[]> {
  const name = { vi: 'Cơ sở dữ liệu', en: 'Database' };
  try {
    const { url, stop } = await openDatabase(settings);
    try {
      const ofDatabase = [await versionCheck(name, url), await listenCheck(url)];
      return [...ofDatabase, ...(await logChecks(settings, url)), await slicesCheck(url), await demoCheck(settings, url)];
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

const ARRIVE = { vi: 'đến nơi', en: 'arrive' };
const LOST = {
  vi: 'không đến: cần kết nối thẳng, không qua bộ gom kết nối',
  en: 'lost: a direct connection is needed, without a pooler',
};

/** A connection pooler that hands out a connection a transaction loses notices; the feed would then only poll. */
function listenCheck(url: string): Promise<Check> {
  const name = { vi: 'Báo tin (LISTEN)', en: 'Notices (LISTEN)' };
  return withClient(url, (listener) =>
    withClient(url, async (sender) => {
      const heard = new Promise<boolean>((resolve) => listener.once('notification', () => resolve(true)));
      await listener.query('listen soquy_doctor');
      await sender.query('notify soquy_doctor');
      const ok = await Promise.race([heard, delay(NOTICE_LIMIT_MS, false)]);
      return { name, ok, found: ok ? ARRIVE : LOST };
    }),
  );
}

/** Where the read side has not made its tables yet, none has stopped. */
function slicesCheck(url: string): Promise<Check> {
  const name = { vi: 'Bảng số liệu', en: 'Read tables' };
  return withClient(url, async (client) => {
    const { rows: tables } = await client.query<{ there: boolean }>("select to_regclass('rm.projection') is not null as there");
    const sql = "select slice from rm.projection where state = 'stopped' order by slice";
    const { rows } = tables[0]!.there ? await client.query<{ slice: string }>(sql) : { rows: [] };
    const stopped = rows.map(({ slice }) => slice).join(', ');
    const found = { vi: `đang dừng: ${stopped}; xem soquy status`, en: `stopped: ${stopped}; see soquy status` };
    return { name, ok: !stopped, found: stopped ? found : { vi: 'không bảng nào dừng', en: 'none has stopped' } };
  });
}

/** Facts of a demo among real ones are found in every figure; accounts are shut by themselves. */
async function demoCheck(settings: Settings, url: string): Promise<Check> {
  const name = { vi: 'Dữ liệu mẫu', en: 'Demo data' };
  const found = await dataFound(url);
  const left = demoLeft(settings, found);
  const plain = found.demoData ? { vi: 'có', en: 'there' } : { vi: 'không có', en: 'none' };
  const said = (language: keyof Words) => left.map((words) => words[language]).join('; ') || plain[language];
  return { name, ok: left.length === 0 || !found.demoData, found: { vi: said('vi'), en: said('en') } };
}
