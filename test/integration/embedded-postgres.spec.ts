import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { findBinaries, program, restoreLinks } from '../../libs/read-models/src/embedded-postgres/binaries.js';
import {
  startEmbeddedPostgres,
  type EmbeddedPostgres,
  type EmbeddedPostgresOptions,
} from '../../libs/read-models/src/embedded-postgres/embedded-postgres.js';
import { reachable } from '../../libs/read-models/src/embedded-postgres/homes.js';
import { isServerOf } from '../../libs/read-models/src/embedded-postgres/pid-file.js';
import { faultOf, faultOfFiles } from '../../libs/read-models/src/embedded-postgres/postgres-fault.js';
import { chooseRunAs } from '../../libs/read-models/src/embedded-postgres/run-as.js';

const LAUNCHER = join(process.cwd(), 'dist/libs/read-models/src/embedded-postgres/embedded-postgres.js');

let dataDir: string;
let running: EmbeddedPostgres[];
const data = () => join(dataDir, 'postgres', 'data');

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'soquy-pg-'));
  running = [];
});

afterEach(async () => {
  for (const server of running) await server.stop();
  rmSync(dataDir, { recursive: true, force: true });
});

/** Killed processes lose nothing that the kernel has taken over, so no test here needs the disk to be waited for. */
async function start(options: Partial<EmbeddedPostgresOptions> = {}): Promise<EmbeddedPostgres> {
  const server = await startEmbeddedPostgres({ dataDir, ...options, settings: { fsync: 'off', ...options.settings } });
  running.push(server);
  return server;
}

async function ask(url: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return Object.values(rows[0] ?? {})[0];
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  it('makes a cluster that sorts bytewise, checks its pages and asks for the password', async () => {
    const { url, adopted } = await start();
    expect(adopted).toBe(false);
    expect(await ask(url, `select datlocale from pg_database where datname = 'postgres'`)).toBe('C.UTF-8');
    expect(await ask(url, 'show data_checksums')).toBe('on');
    expect(await ask(url, 'show listen_addresses')).toBe('127.0.0.1');
    const wrong = new URL(url);
    wrong.password = 'wrong';
    await expect(ask(wrong.toString(), 'select 1')).rejects.toThrow('password authentication failed');
    expect(statSync(join(dataDir, 'postgres', 'password')).mode & 0o777).toBe(0o600);
    expect(statSync(data()).mode & 0o777).toBe(0o700);
  });

  it('keeps data over a stop and starts on the asked port with the asked settings', async () => {
    const first = await start();
    await ask(first.url, 'create table kept as select 42 as answer');
    await first.stop();
    await expect(ask(first.url, 'select 1')).rejects.toThrow('ECONNREFUSED');
    expect(existsSync(join(data(), 'postmaster.pid'))).toBe(false);
    const second = await start({ port: first.port, settings: { work_mem: '5MB' } });
    expect(second).toMatchObject({ port: first.port, adopted: false });
    expect(await ask(second.url, 'select answer from kept')).toBe(42);
    expect(await ask(second.url, 'show work_mem')).toBe('5MB');
  });

  it('is adopted by a second start, which does not stop it', async () => {
    const first = await start();
    const second = await start();
    expect(second).toMatchObject({ adopted: true, pid: first.pid, port: first.port, url: first.url });
    await second.stop();
    expect(await ask(first.url, 'select 1')).toBe(1);
  });

  it('is started once when two start at the same moment', async () => {
    const [one, other] = await Promise.all([start(), start()]);
    expect([one.adopted, other.adopted].sort()).toEqual([false, true]);
    expect(one.pid).toBe(other.pid);
  });

  it('comes back with every committed row after it was killed', async () => {
    for (let round = 1; round <= 3; round++) {
      const server = await start();
      if (round === 1) await ask(server.url, 'create table booked (round int)');
      await ask(server.url, `insert into booked values (${round})`);
      process.kill(server.pid, 'SIGKILL');
      await server.ended;
    }
    const { url } = await start();
    expect(await ask(url, 'select count(*)::int from booked')).toBe(3);
  });

  it('ends with the process that started it, however that ends, and starts again at once', async () => {
    const script = `const { startEmbeddedPostgres } = await import(${JSON.stringify(LAUNCHER)});
      const { pid, url } = await startEmbeddedPostgres({ dataDir: process.argv[1] });
      console.log(JSON.stringify({ pid, url })); setInterval(() => {}, 1000);`;
    const starter = spawn(process.execPath, ['--input-type=module', '-e', script, dataDir], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const said = await new Promise<string>((resolve) => starter.stdout.once('data', (text) => resolve(String(text))));
    const { pid, url } = JSON.parse(said) as { pid: number; url: string };
    await ask(url, 'create table kept as select 42 as answer');
    starter.kill('SIGKILL');
    const next = await start();
    await next.stop();
    const after = await start();
    expect(after.pid).not.toBe(pid);
    expect(await ask(after.url, 'select answer from kept')).toBe(42);
  });

  it('takes the pid of another program in its pid file for what it is', async () => {
    const first = await start();
    process.kill(first.pid, 'SIGKILL');
    await first.ended;
    const file = join(data(), 'postmaster.pid');
    const stranger = spawn('sleep', ['60']);
    writeFileSync(file, readFileSync(file, 'utf8').replace(String(first.pid), String(stranger.pid)));
    expect(isServerOf(data(), stranger.pid!)).toBe(false);
    const second = await start();
    stranger.kill();
    expect(second.adopted).toBe(false);
  });

  it('throws away a folder that a killed first start left half made', async () => {
    mkdirSync(join(dataDir, 'postgres', 'data.tmp'), { recursive: true });
    writeFileSync(join(dataDir, 'postgres', 'data.tmp', 'half'), 'made');
    const { url } = await start();
    expect(await ask(url, 'select 1')).toBe(1);
    expect(existsSync(join(dataDir, 'postgres', 'data.tmp'))).toBe(false);
  });

  it.each([
    ['in place', 0o755],
    ['in a shared place, where that account cannot enter the folder', 0o700],
  ])('runs under another account where user namespaces are forbidden, %s', async (_, mode) => {
    chmodSync(dataDir, mode);
    const { url, stop } = await start({ runAs: chooseRunAs({ namespaces: false }) });
    await ask(url, 'create table kept as select 42 as answer');
    await stop();
    // The machine may allow namespaces later: the same account goes on with its files, or they change hands.
    const again = await start();
    expect(await ask(again.url, 'select answer from kept')).toBe(42);
    const signpost = join(dataDir, 'postgres', 'moved-to');
    if (existsSync(signpost)) rmSync(readFileSync(signpost, 'utf8'), { recursive: true });
  });

  it('runs from a copy of its programs where its account cannot reach them', () => {
    const [bundled] = findBinaries();
    const hidden = join(dataDir, 'hidden');
    cpSync(bundled!.root, hidden, { recursive: true, verbatimSymlinks: true });
    chmodSync(hidden, 0o700);
    const shared = mkdtempSync(join(tmpdir(), 'soquy-shared-'));
    chmodSync(shared, 0o755);
    const account = process.getuid?.() === 0 ? { account: { uid: 65534, gid: 65534 } } : {};
    const { root } = reachable({ ...bundled!, root: hidden }, { prefix: [], ...account }, shared);
    const version = spawnSync(program(root, 'postgres'), ['--version'], { ...account.account, cwd: '/', encoding: 'utf8' });
    rmSync(shared, { recursive: true });
    expect(version.stdout).toContain('PostgreSQL');
  });

  it('makes the library links that an install without scripts leaves out', () => {
    mkdirSync(join(dataDir, 'native', 'lib'), { recursive: true });
    writeFileSync(join(dataDir, 'native', 'lib', 'libpq.so.5.18'), 'library');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    writeFileSync(join(dataDir, 'native', 'pg-symlinks.json'), JSON.stringify(links));
    restoreLinks(dataDir);
    restoreLinks(dataDir);
    expect(readFileSync(join(dataDir, 'native', 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
  });
});

describe('what stands in the way of the embedded PostgreSQL', () => {
  it('is data of a release that is not here', async () => {
    await (await start()).stop();
    writeFileSync(join(data(), 'PG_VERSION'), '99\n');
    await expect(start()).rejects.toMatchObject({ kind: 'other-version' });
  });

  it('is a lost password file', async () => {
    await (await start()).stop();
    rmSync(join(dataDir, 'postgres', 'password'));
    await expect(start()).rejects.toMatchObject({ kind: 'password-lost' });
  });

  it('is an asked port that another program holds', async () => {
    const holder = mkdtempSync(join(tmpdir(), 'soquy-pg-'));
    const other = await start({ dataDir: holder });
    await expect(start({ port: other.port })).rejects.toMatchObject({ kind: 'port-taken' });
    await other.stop();
    rmSync(holder, { recursive: true });
  });

  it('is a setting that PostgreSQL does not know, told in its own words', async () => {
    await expect(start({ settings: { no_such_setting: '1' } })).rejects.toThrow('no_such_setting');
  });

  it('is a full disk or a folder without the right to write, told in both languages', () => {
    const full = faultOf('initdb: error: could not write file: No space left on device', '/data');
    expect(full).toMatchObject({
      kind: 'disk-full',
      words: { en: expect.stringContaining('The disk that holds /data is full') },
    });
    const denied = faultOfFiles(Object.assign(new Error('mkdir'), { code: 'EACCES' }), '/data');
    expect(denied).toMatchObject({ kind: 'not-writable', words: { vi: expect.stringContaining('Không ghi được vào /data') } });
    expect(faultOf('out of shared memory', '/data')).toMatchObject({ kind: 'failed', detail: 'out of shared memory' });
  });
});

it('leaves no server behind when its starter lets go of it', async () => {
  const { pid, stop, ended } = await start();
  await stop();
  await ended;
  expect(() => process.kill(pid, 0)).toThrow('ESRCH');
});
