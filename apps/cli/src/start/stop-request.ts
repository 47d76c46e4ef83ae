import type { Environment } from './start-settings.js';

const PARENT_LOOK_MS = 300;

/**
 * Resolves with its name when something asks this process to stop: Ctrl-C, SIGTERM, a closed terminal, or the death of the
 * npm that started it (npm passes signals to its shell only). A second signal ends the process at once.
 */
export function stopRequest(env: Environment, initialParent = process.ppid): Promise<string> {
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
    const look = setInterval(() => {
      if (process.ppid !== initialParent) resolve('npm');
    }, PARENT_LOOK_MS);
    look.unref();
  });
}
