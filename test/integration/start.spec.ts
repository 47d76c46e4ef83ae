import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isServerOf, readPidFile } from '../../libs/read-models/src/embedded-postgres/pid-file.js';

const STARTED = join(process.cwd(), 'test/support/started.mjs');

let dataDir: string;
let children: ChildProcess[];

beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'soquy-start-'));
  children = [];
});

afterEach(async () => {
  for (const child of children) if (isRunning(child)) child.kill('SIGKILL');
  await until(() => !isDatabaseUp());
  rmSync(dataDir, { recursive: true, force: true });
});

const isRunning = (child: ChildProcess) => child.exitCode === null && child.signalCode === null;
const data = () => join(dataDir, 'postgres', 'data');
const isDatabaseUp = () => isServerOf(data(), readPidFile(data())?.pid ?? 0);

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  for (const deadline = Date.now() + 60_000; !(await isTrue()); await delay(50))
    if (Date.now() > deadline) throw new Error('waited in vain');
}

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  /** Exit code, once it has ended. */
  readonly ended: Promise<number | null>;
  /** The address of the line that says what to do next. */
  readonly url: () => Promise<string>;
}

function launch(env: NodeJS.ProcessEnv = {}, command: readonly string[] = [process.execPath, STARTED]): Started {
  const { PORT: _, DATABASE_URL: __, npm_lifecycle_event: ___, ...inherited } = process.env;
  const child = spawn(command[0]!, command.slice(1), { env: { ...inherited, DATA_DIR: dataDir, DEMO: 'off', ...env } });
  children.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += String(part)));
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve));
  const found = () => /http:\/\/\S+/.exec(text)?.[0];
  return {
    child,
    ended,
    output: () => text,
    url: async () => {
      await until(() => Boolean(found()) || !isRunning(child));
      return found() ?? `no address in: ${text}`;
    },
  };
}

const visits = async (url: string) => ((await (await fetch(url)).json()) as { visits: number }).visits;

async function occupied(): Promise<{ port: number; server: Server }> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return { port: (server.address() as AddressInfo).port, server };
}

describe('the start', () => {
  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    'stops application and database in order on %s, and keeps the data',
    async (signal) => {
      const first = launch();
      expect(await visits(await first.url())).toBe(1);
      first.child.kill(signal);
      expect(await first.ended).toBe(0);
      expect(first.output()).toContain('closed');
      expect(isDatabaseUp()).toBe(false);
      const second = launch();
      expect(await visits(await second.url())).toBe(2);
    },
  );

  it('recovers after it was killed, at once', async () => {
    const first = launch();
    expect(await visits(await first.url())).toBe(1);
    first.child.kill('SIGKILL');
    const second = launch();
    expect(await visits(await second.url())).toBe(2);
  });

  it('brings a killed database back under the running application', async () => {
    const { url, output } = launch();
    expect(await visits(await url())).toBe(1);
    process.kill(readPidFile(data())!.pid, 'SIGKILL');
    await until(() => output().includes('starting it again'));
    await until(async () => (await fetch(await url())).ok);
    expect(await visits(await url())).toBe(3);
  });

  it('tells a person at a terminal one sentence of a killed database, and keeps the log beside the data', async () => {
    const { url, output } = launch({ TERMINAL: 'on' });
    const address = await url();
    expect(await visits(address)).toBe(1);
    process.kill(readPidFile(data())!.pid, 'SIGKILL');
    await until(async () => !(await fetch(address)).ok || output().includes('starting it again'));
    await until(async () => (await fetch(address)).ok);
    await delay(3_000);
    const said = output()
      .split('\n')
      .slice(
        output()
          .split('\n')
          .findIndex((line) => line.includes('http://')) + 1,
      );
    expect(said.filter(Boolean)).toEqual([expect.stringMatching(/ended unexpectedly, starting it again \(.*so-quy\.log\)$/)]);
    expect(readFileSync(join(dataDir, 'so-quy.log'), 'utf8')).toMatch(/^\{"level":50,.*"stack":/m);
  });

  it('says at a terminal, once, that there was an error and where its details are', async () => {
    const { url, output } = launch({ TERMINAL: 'on' });
    for (let times = 0; times < 3; times++) await fetch(`${await url()}/broken`);
    await until(() => output().includes('there was an error'));
    expect(output().match(/there was an error, details in .*so-quy\.log/g)).toHaveLength(1);
    expect(output()).not.toContain('nowhere');
    expect(readFileSync(join(dataDir, 'so-quy.log'), 'utf8')).toContain('nowhere');
  });

  it.each<[string, NodeJS.ProcessEnv]>([
    ['elsewhere', {}],
    ['in production', { TERMINAL: 'on', NODE_ENV: 'production' }],
  ])('logs JSON to standard output %s', async (_, env) => {
    const { url, output } = launch(env);
    await fetch(`${await url()}/broken`);
    await until(() => /^\{"level":50,.*nowhere/m.test(output()));
    expect(existsSync(join(dataDir, 'so-quy.log'))).toBe(false);
  });

  it('lets two copies share one database, also when the one that started it stops', async () => {
    const [first, second] = [launch(), launch()];
    const [one, other] = [await first.url(), await second.url()];
    expect(one).not.toBe(other);
    expect(await visits(one)).toBe(1);
    expect(await visits(other)).toBe(2);
    first.child.kill('SIGTERM');
    await first.ended;
    await until(() =>
      fetch(other).then(
        ({ ok }) => ok,
        () => false,
      ),
    );
    expect(await visits(other)).toBeGreaterThan(3);
  });

  it('stops when the npm that started it dies, and also when only the shell between them is left', async () => {
    const shell = ['sh', '-c', `${process.execPath} ${STARTED}; true`];
    const inShell = launch({ npm_lifecycle_event: 'start' }, shell);
    await inShell.url();
    inShell.child.kill('SIGKILL');
    await until(() => inShell.output().includes('closed') && !isDatabaseUp());

    const npm = `require('node:child_process').spawn('sh', ['-c', '${process.execPath} ${STARTED}; true'], { stdio: 'inherit' })`;
    const behind = launch({ npm_lifecycle_event: 'start' }, [process.execPath, '-e', npm]);
    await behind.url();
    behind.child.kill('SIGKILL');
    await until(() => behind.output().includes('closed') && !isDatabaseUp());
  });

  it('takes the next free port when none is set, and says a clear sentence when a set one is taken', async () => {
    const { port, server } = await occupied();
    const taken = launch({ PORT: String(port) });
    expect(await taken.ended).toBe(1);
    expect(taken.output()).toContain(`Port ${port} is taken by another program.`);
    expect(taken.output()).not.toContain('    at ');
    server.close();
    expect(await launch({ PORT: String(port) }).url()).toBe(`http://127.0.0.1:${port}`);
  });

  it('prints the demo accounts with their password in the line that says what to do', async () => {
    const { url, output } = launch({ DEMO: 'on' });
    await url();
    await until(() => output().includes('\n'));
    const [line] = output()
      .split('\n')
      .filter((text) => text.includes('http://'));
    expect(line).toContain('officer-tra-vinh');
    expect(line).toContain('soquy-demo-2026');
  });

  it.each([
    [{ PORT: 'eighty' }, 'PORT=eighty'],
    [{ PORT: '70000' }, 'PORT=70000'],
    [{ DEMO: 'maybe' }, 'DEMO=maybe'],
    [{ DEMO: 'on', NODE_ENV: 'production' }, 'production runs no demo accounts'],
    [{ DATABASE_URL: 'mysql://x' }, 'DATABASE_URL=***'],
    [{ HOST: '203.0.113.7' }, 'HOST=203.0.113.7 cannot be opened'],
    [{ DATA_DIR: '/dev/null/data' }, '/dev/null/data'],
    [{ DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/none' }, 'The database does not answer.'],
    [{ DATA_DIR: '/proc/none/data' }, '/proc/none/data'],
  ])('refuses %j with a sentence', async (env, sentence) => {
    const refused = launch(env);
    expect(await refused.ended).toBe(1);
    expect(refused.output()).toContain(sentence);
    expect(refused.output()).not.toContain('    at ');
  });
});
