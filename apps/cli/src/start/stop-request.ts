import { readFileSync } from 'node:fs';
import type { Environment } from './start-settings.js';

const LOOK_MS = 300;

/**
 * Resolves with its name when something asks this process to stop: Ctrl-C, SIGTERM, a closed terminal, or the death of the
 * npm that started it (npm passes signals to its shell only). A second signal ends the process at once.
 */
export function stopRequest(env: Environment): Promise<string> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      let asked = false;
      process.on(signal, () => {
        if (asked) process.exit(130);
        asked = true;
        resolve(signal);
      });
    }
    if (!env.npm_lifecycle_event) return;
    const starters = ancestry();
    const look = setInterval(() => {
      if (ancestry() !== starters) resolve('npm');
    }, LOOK_MS);
    look.unref();
  });
}

/** Who started this process: npm itself, or the shell that npm runs scripts in, and then npm behind it. */
function ancestry(): string {
  const parent = process.ppid;
  if (process.platform !== 'linux') return String(parent);
  try {
    const [, behind] = /\) \S+ (\d+)/.exec(readFileSync(`/proc/${parent}/stat`, 'utf8')) ?? [];
    const isNpm = /^(npm|node)/.test(readFileSync(`/proc/${behind}/comm`, 'utf8'));
    return isNpm ? `${parent} ${behind}` : String(parent);
  } catch {
    return String(parent);
  }
}
