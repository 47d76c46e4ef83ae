import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DEMO_PASSWORD } from '@soquy/platform';
import { readPidFile } from '../../libs/read-models/src/embedded-postgres/pid-file.js';
import { signIn, type Client } from '../e2e/product.js';

const ROOT = process.cwd();
const START_LIMIT_MS = 90_000;

/** The built product as `npm start` runs it, on a data folder of its own, to be killed and started again. */
export class RunningProduct {
  readonly dataDir = mkdtempSync(join(tmpdir(), 'soquy-faults-'));
  private child: ChildProcess | undefined;
  private output = '';
  url = '';

  async start(): Promise<void> {
    const { PORT: _, DATABASE_URL: __, npm_lifecycle_event: ___, ...inherited } = process.env;
    this.output = '';
    const env = { ...inherited, DATA_DIR: this.dataDir, LOG_LEVEL: 'error', DEMO: 'on' };
    this.child = spawn(process.execPath, [join(ROOT, 'apps/cli/bin/start.mjs')], { cwd: ROOT, env });
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.on('data', (part) => (this.output += String(part)));
    this.url = await this.until(async () => /http:\/\/\S+/.exec(this.output)?.[0]);
  }

  get appPid(): number {
    return this.child!.pid!;
  }

  get databasePid(): number {
    return readPidFile(join(this.dataDir, 'postgres', 'data'))!.pid;
  }

  isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** A signed-in officer, once the product takes recordings. */
  officer(): Promise<Client> {
    return this.until(async () => {
      const client = await signIn(this, 'officer', DEMO_PASSWORD).catch(() => undefined);
      const probe = await client?.post('training-classes', {}).catch(() => undefined);
      return probe?.status === 400 ? client : undefined;
    });
  }

  kill(pid: number): void {
    try {
      process.kill(pid, 'SIGKILL');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
    }
  }

  /** Runs `soquy` against the same data folder. */
  async soquy(...args: string[]): Promise<{ code: number | null; output: string }> {
    const env = { ...process.env, DATA_DIR: this.dataDir, LOG_LEVEL: 'error', DATABASE_URL: '' };
    const child = spawn(process.execPath, [join(ROOT, 'apps/cli/bin/soquy.mjs'), ...args], { cwd: ROOT, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (output += String(part)));
    return new Promise((resolve) => child.once('close', (code) => resolve({ code, output })));
  }

  async remove(): Promise<void> {
    if (this.isRunning()) {
      this.child!.kill('SIGTERM');
      await this.until(async () => (this.isRunning() ? undefined : true));
    }
    rmSync(this.dataDir, { recursive: true, force: true });
  }

  private async until<T>(found: () => Promise<T | undefined>): Promise<T> {
    for (const deadline = Date.now() + START_LIMIT_MS; ; await delay(50)) {
      const value = await found();
      if (value !== undefined) return value;
      if (Date.now() > deadline) throw new Error(`waited in vain; the product said: ${this.output.slice(-2_000)}`);
    }
  }
}
