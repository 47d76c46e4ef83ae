import { existsSync, readFileSync, readlinkSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running server says of itself in `postmaster.pid`. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly status: 'starting' | 'stopping' | 'ready' | 'unknown';
}

const pathOf = (data: string) => join(data, 'postmaster.pid');

export function readPidFile(data: string): PidFile | undefined {
  if (!existsSync(pathOf(data))) return undefined;
  const lines = readFileSync(pathOf(data), 'utf8').split('\n');
  const status = lines[7]?.trim();
  return {
    pid: Number(lines[0]),
    port: Number(lines[3]),
    status: status === 'starting' || status === 'stopping' || status === 'ready' ? status : 'unknown',
  };
}

/**
 * Whether that pid is still the server of that folder: neither gone, nor a zombie that nobody has reaped yet, nor another
 * program that was given the number since (in containers the same small numbers come back after every restart).
 */
export function isServerOf(data: string, pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid)) return false;
  if (process.platform !== 'linux') return true;
  try {
    if (!/\(postgres\) [^ZX]/.test(readFileSync(`/proc/${pid}/stat`, 'utf8'))) return false;
  } catch {
    return false;
  }
  try {
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(data);
  } catch {
    return true; // Another account's process: its folder is not ours to see, and taking it for dead would be worse.
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ESRCH';
  }
}

/**
 * Puts our own pid into a dead server's file. PostgreSQL takes a pid file of its parent for stale, yet still checks whether
 * any process uses the old shared memory; deleting the file would skip that check.
 */
export function declareStale(data: string): void {
  const [, ...rest] = readFileSync(pathOf(data), 'utf8').split('\n');
  writeFileSync(pathOf(data), [process.pid, ...rest].join('\n'));
}
