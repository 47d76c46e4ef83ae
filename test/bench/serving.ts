import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const START_LIMIT_MS = 60_000;

/** Runs a file of `served/` in a process of its own while it is used; whoever loads it does so from another. */
export async function withServer<Result>(name: string, databaseUrl: string, use: (url: URL) => Promise<Result>): Promise<Result> {
  const [script, file] = ['serve.mjs', `${name}.ts`].map((path) => new URL(`./served/${path}`, import.meta.url));
  const child = fork(fileURLToPath(script!), [file!.href, databaseUrl], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  const ended = once(child, 'exit');
  const failed = ended.then(([code]) => Promise.reject(new Error(`${name} ended with ${code}`)));
  failed.catch(() => undefined);
  try {
    const [url] = (await Promise.race([once(child, 'message', { signal: AbortSignal.timeout(START_LIMIT_MS) }), failed])) as [
      string,
    ];
    return await Promise.race([use(new URL(url)), failed]);
  } finally {
    if (child.connected) child.disconnect();
    else child.kill();
    await ended;
  }
}
