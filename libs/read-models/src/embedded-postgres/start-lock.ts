import { createHash } from 'node:crypto';
import { rmSync } from 'node:fs';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { busy } from './postgres-fault.js';

const PATIENCE_MS = 120_000;

/**
 * Lets one process at a time look at a data folder and start a server in it: two that both find a dead server's pid file
 * could otherwise both start. The lock is a listening socket, which the system frees when its owner dies.
 */
export async function withStartLock<T>(home: string, work: () => Promise<T>): Promise<T> {
  const name = lockName(home);
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const held = await listen(name);
    if (held)
      try {
        return await work();
      } finally {
        await new Promise((done) => held.close(done));
      }
    if (Date.now() > deadline) throw busy(home);
    await delay(50);
  }
}

function lockName(home: string): string {
  const name = `soquy-${createHash('sha256').update(home).digest('hex').slice(0, 24)}`;
  if (process.platform === 'linux') return `\0${name}`;
  return process.platform === 'win32' ? `\\\\?\\pipe\\${name}` : join(tmpdir(), name);
}

function listen(name: string): Promise<Server | undefined> {
  return new Promise((resolve, reject) => {
    const server = createServer((caller) => caller.destroy());
    server.once('listening', () => resolve(server));
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') reject(error);
      else removeIfDead(name, () => resolve(undefined));
    });
    server.listen(name);
  });
}

/** Only a socket that is a file outlives its owner. */
function removeIfDead(name: string, done: () => void): void {
  if (name.startsWith('\0') || name.startsWith('\\')) return done();
  const caller = connect(name)
    .once('connect', () => (caller.destroy(), done()))
    .once('error', () => (rmSync(name, { force: true }), done()));
}
