import type { ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { program, type Binaries } from './binaries.js';
import { placesIn } from './cluster.js';
import { readPidFile } from './pid-file.js';
import { faultOf } from './postgres-fault.js';
import { handOver, spawnAs, type RunAs } from './run-as.js';

const MOST_LOG_BYTES = 10 * 1024 * 1024;
/** Redo after a crash takes seconds, on a slow disk minutes. */
const START_LIMIT_MS = 300_000;
const FAST_STOP_MS = 30_000;
const POLL_MS = 10;

export interface Launch {
  readonly home: string;
  readonly binaries: Binaries;
  readonly runAs: RunAs;
  readonly port: number;
  readonly settings: Readonly<Record<string, string>>;
}

/** Starts postgres and waits until it answers; throws a fault with what it wrote if it gives up. */
export async function launch({ home, binaries, runAs, port, settings }: Launch): Promise<ChildProcess> {
  const { data, log } = placesIn(home);
  keepLogSmall(log);
  const from = existsSync(log) ? statSync(log).size : 0;
  const output = openSync(log, 'a', 0o600);
  handOver(runAs, log);
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_checkpoints: 'off',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const args = ['-D', data, '-p', String(port), ...flags];
  const child = spawnAs(runAs, program(binaries.root, 'postgres'), args, { cwd: home, stdio: ['ignore', 'ignore', output] });
  const failed = new Promise<Error>((resolve) => child.once('error', resolve));
  closeSync(output);
  child.unref();

  const deadline = Date.now() + START_LIMIT_MS;
  for (;;) {
    if (hasEnded(child)) throw faultOf(readFileSync(log, 'utf8').slice(from), home);
    if (child.pid === undefined) throw await failed;
    const said = readPidFile(data);
    if (said?.pid === child.pid && said.status === 'ready') return child;
    if (Date.now() > deadline) {
      child.kill('SIGQUIT');
      throw faultOf(readFileSync(log, 'utf8').slice(from), home);
    }
    await delay(POLL_MS);
  }
}

function keepLogSmall(log: string): void {
  if (existsSync(log) && statSync(log).size > MOST_LOG_BYTES) renameSync(log, `${log}.1`);
}

export const hasEnded = (child: ChildProcess) => child.exitCode !== null || child.signalCode !== null;

/** SIGINT lets clients go and writes a checkpoint; a server that does not heed it is stopped hard and recovers at its next start. */
export async function stopServer(pid: number, isGone: () => boolean): Promise<void> {
  for (const [signal, patience] of [
    ['SIGINT', FAST_STOP_MS],
    ['SIGQUIT', 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    if (isGone()) return;
    send(pid, signal);
    for (const deadline = Date.now() + patience; !isGone() && Date.now() < deadline;) await delay(POLL_MS);
  }
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It ended between the look and the signal.
  }
}

/** A port nobody listens on at the moment. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
