import 'reflect-metadata';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { soquy } from './soquy.js';
import { stopRequest } from './start/stop-request.js';

/** From the built file up to the project's folder: `dist/apps/cli/src`. */
const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
const { env, argv, stdin } = process;

// The reader of a pipe may have seen enough, like `head`.
process.stdout.on('error', ({ code }: NodeJS.ErrnoException) => process.exit(code === 'EPIPE' ? 0 : 1));
const stopping = new AbortController();
void stopRequest(env).then(() => stopping.abort());

process.exit(
  await soquy(argv.slice(2), {
    env,
    root,
    // npm runs scripts in the project's folder and says where it was called from.
    folder: (env.npm_lifecycle_event && env.INIT_CWD) || process.cwd(),
    print: (line) => console.log(line),
    complain: (line) => console.error(line),
    input: stdin,
    signal: stopping.signal,
  }),
);
