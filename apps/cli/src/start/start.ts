import type { Settings } from '@soquy/platform';
import { setTimeout as delay } from 'node:timers/promises';
import { sentenceOf } from '../complaint.js';
import { keepDatabase } from './database.js';
import { dataFound } from './data-found.js';
import { nextSteps } from './next-steps.js';
import { choosePort } from './ports.js';
import { readStartSettings, type Environment } from './start-settings.js';
import { stopRequest } from './stop-request.js';
import { Terminal } from './terminal.js';

/** The application, as the start sees it. */
export type StartApi = (settings: {
  host: string;
  port: number;
  databaseUrl: string;
  demo: boolean;
  dataDir: string;
}) => Promise<{ url: string; close: () => Promise<void> }>;

export interface StartParts {
  readonly env: Environment;
  /** The project's folder: relative paths in settings start there. */
  readonly root: string;
  readonly startApi: StartApi;
  /** A person reads what is printed. */
  readonly isTerminal: boolean;
}

type Closer = () => Promise<void>;

/** How long open requests and the database may take to end. */
const STOP_LIMIT_MS = 40_000;
const MOST_PORT_RACES = 10;
/** A database that is away at this moment must not end a start for the sake of a sentence. */
const NOTHING_FOUND = { accounts: [], demoData: false };

/** Runs database and application until asked to stop, then stops them in the opposite order; answers the exit code. */
export async function start(parts: StartParts): Promise<number> {
  const closers: Closer[] = [];
  let fail: (error: unknown) => void = () => undefined;
  const failed = new Promise<never>((_, reject) => (fail = reject));
  const asked = stopRequest(parts.env);
  const begun = begin(parts, closers, fail).catch(fail);
  let code = 0;
  try {
    await Promise.race([asked, failed]);
    console.log('Sổ Quỹ: đang dừng / stopping ...');
    await within(begun); // Asked while still starting: nothing may be left half open.
  } catch (error) {
    report(error);
    code = 1;
  }
  await within(closeAll(closers));
  return code;
}

async function begin(parts: StartParts, closers: Closer[], onLost: (error: unknown) => void): Promise<void> {
  const { env, root, startApi, isTerminal } = parts;
  const settings = readStartSettings(env, root);
  const { host, dataDir, demo } = settings;
  await choosePort(host, settings.port); // A taken port is told before a database is made for nothing.
  const terminal = new Terminal((line) => console.log(line));
  const database = await keepDatabase(settings, terminal, onLost);
  closers.push(database.stop);
  if (isTerminal && !settings.production) terminal.takeLog(settings);
  const api = await onFreePort(settings, (port) => startApi({ host, port, databaseUrl: database.url, demo, dataDir }));
  closers.push(api.close);
  const found = await dataFound(database.url).catch(() => NOTHING_FOUND);
  nextSteps(api.url, settings, found).forEach((line) => terminal.say(line));
}

/** Two starts at the same moment find the same port free; the later one then looks for the next. */
async function onFreePort<T>({ host, port: asked }: Settings, listen: (port: number) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt++)
    try {
      return await listen(await choosePort(host, asked));
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === 'EADDRINUSE';
      if (!isTaken || attempt === MOST_PORT_RACES) throw error;
    }
}

async function closeAll(closers: readonly Closer[]): Promise<void> {
  for (const close of [...closers].reverse()) await close().catch(report);
}

const within = (work: Promise<void>) => Promise.race([work, delay(STOP_LIMIT_MS, undefined, { ref: false })]);

/** What a person can remedy is a sentence; our own bugs keep their stack. */
function report(error: unknown): void {
  const isForPeople = error instanceof Error && 'words' in error;
  const sentence = sentenceOf(error);
  if (sentence) console.error(`${sentence.vi}\n${sentence.en}\n${(error as Error).message}`);
  else console.error(isForPeople ? error.message : error);
}
