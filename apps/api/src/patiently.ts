import { setTimeout as pause } from 'node:timers/promises';
import { Problem } from '@soquy/platform';

const PAUSE_MS = 500;
const MOST_TRIES = 120;

/** Tries again for a minute while the log or the read side cannot answer: loading data must not end over a restart of the database. */
export async function patiently<T>(work: () => Promise<T>, signal: AbortSignal): Promise<T> {
  for (let tries = 1; ; tries++) {
    try {
      return await work();
    } catch (error) {
      const passing = error instanceof Problem && error.status === 503;
      if (!passing || signal.aborted || tries === MOST_TRIES) throw error;
      await pause(PAUSE_MS, undefined, { signal });
    }
  }
}
