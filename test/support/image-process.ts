import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { Replayed } from './image-replay.js';

const START_LIMIT_MS = 45_000;
const STOP_LIMIT_MS = 30_000;

/** A container's process, started from the replayed image with the image's own environment and nothing of this shell. */
export class ImageProcess {
  readonly child: ChildProcess;
  readonly ended: Promise<readonly [number | null, NodeJS.Signals | null]>;
  output = '';

  constructor({ workdir, env }: Replayed, [program, ...args]: readonly string[], given: Readonly<Record<string, string>>) {
    const nodeHere = program === 'node' ? process.execPath : program!;
    // This machine's node comes after the image's own folder, wherever it lies.
    const path = [join(workdir, 'docker/bin'), dirname(process.execPath), '/usr/bin', '/bin'].join(':');
    this.child = spawn(nodeHere, args, { cwd: workdir, env: { ...env, PATH: path, ...given } });
    this.ended = once(this.child, 'close') as Promise<[number | null, NodeJS.Signals | null]>;
    for (const stream of [this.child.stdout!, this.child.stderr!]) stream.on('data', (part) => (this.output += String(part)));
  }

  /** Waits for a sign of life; throws with what the process said when it ends before or never shows one. */
  async until(shown: (output: string) => boolean | Promise<boolean>): Promise<void> {
    for (const deadline = Date.now() + START_LIMIT_MS; !(await shown(this.output)); await delay(50)) {
      const isOver = this.child.exitCode !== null || this.child.signalCode !== null;
      if (isOver || Date.now() > deadline)
        throw new Error(`${isOver ? 'ended' : 'waited in vain'}: ${this.output.slice(-2_000)}`);
    }
  }

  /** Asks it to end, as `docker stop` does; answers the exit code and how long it took. */
  async stop(): Promise<{ readonly code: number | null; readonly seconds: number }> {
    const asked = performance.now();
    this.child.kill('SIGTERM');
    // A process that never ends would hold the whole run; killed, it has no exit code and is found out by that.
    const timer = setTimeout(() => this.child.kill('SIGKILL'), STOP_LIMIT_MS);
    const [code] = await this.ended;
    clearTimeout(timer);
    return { code, seconds: (performance.now() - asked) / 1000 };
  }
}
