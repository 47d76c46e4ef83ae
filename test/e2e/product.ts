import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { EventStore, EventStoreName } from '@soquy/event-store';
import { DEMO_PASSWORD } from '@soquy/platform';
import { startApi, type RunningApi } from '../../apps/api/src/start-api.js';
import { makePeople, OWN_PASSWORD } from '../support/people.js';
import { testLog, type TestLog } from '../support/log.js';
import { ask, copiedDatabase, testDatabase } from '../support/postgres.js';
import { until } from '../support/read-side.js';

process.env.LOG_LEVEL ??= 'error';

export type Json = Record<string, any>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Json;
}

/** One signed-in person, over real HTTP. */
export interface Client {
  /** What each of its requests carries: the session's cookie and the token against forged requests. */
  readonly own: Readonly<Record<string, string>>;
  get(path: string, headers?: Record<string, string>): Promise<Answer>;
  /** Records with a fresh Idempotency-Key unless one is given. */
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Answer>;
}

export interface Product {
  readonly url: string;
  readonly databaseUrl: string;
  /** Its log, as another process sees it. */
  openLog(): Promise<EventStore>;
  /** The read side has taken in all that was recorded so far. */
  level(): Promise<void>;
  as(username: string, password?: string): Promise<Client>;
  stop(): Promise<void>;
}

interface Asked {
  readonly demo: boolean;
  readonly accounts?: boolean;
  /** Where its log is, unless all tests run on another store. */
  readonly eventStore?: EventStoreName;
}

/** The whole product on a database of its own; `demo` begins with the scenarios loaded; `accounts` does without. */
export async function startProduct({ demo, accounts = false, eventStore = 'postgres' }: Asked): Promise<Product> {
  const keepsLogElsewhere = (process.env.TEST_EVENT_STORE ?? eventStore) !== 'postgres';
  const database = demo && !keepsLogElsewhere ? await copiedDatabase('demo', loadDemo) : await testDatabase();
  const log = await testLog(eventStore, database.url);
  const dataDir = await mkdtemp(join(tmpdir(), 'soquy-'));
  const api = await startApi({ host: '127.0.0.1', port: 0, databaseUrl: database.url, demo, dataDir, ...log.settings });
  const stop = async () => {
    await api.close();
    await database.drop();
    await log.drop();
    await rm(dataDir, { recursive: true, force: true });
  };
  try {
    await api.loaded;
    await level(database.url, log);
    if (accounts) await makePeople(database.url);
  } catch (error) {
    await stop();
    throw error;
  }
  return {
    url: api.url,
    databaseUrl: database.url,
    openLog: () => log.open(),
    level: () => level(database.url, log),
    as: (username, password = demo ? DEMO_PASSWORD : OWN_PASSWORD) => signIn(api, username, password),
    stop,
  };
}

async function level(databaseUrl: string, log: TestLog): Promise<void> {
  const store = await log.open();
  try {
    const head = (await store.head()) ?? '';
    const reached = `select coalesce(bool_and(coalesce(position, '') >= '${head}'), false) as level from rm.projection`;
    await until(async () => (await ask<{ level: boolean }>(databaseUrl, reached))[0]!.level);
  } finally {
    await store.close();
  }
}

/** Loaded once for the whole run; a product that starts on a copy finds it as after a restart. */
async function loadDemo(databaseUrl: string): Promise<void> {
  const dataDir = await mkdtemp(join(tmpdir(), 'soquy-'));
  const api = await startApi({ host: '127.0.0.1', port: 0, databaseUrl, demo: true, dataDir, eventStore: 'postgres' });
  try {
    await api.loaded;
    await level(databaseUrl, await testLog('postgres', databaseUrl));
  } finally {
    await api.close();
    await rm(dataDir, { recursive: true, force: true });
  }
}

let keys = 0;

export async function signIn({ url }: Pick<RunningApi, 'url'>, username: string, password: string): Promise<Client> {
  const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ username, password }) };
  const session = await fetch(`${url}/api/v1/sessions`, sent);
  if (session.status !== 201) throw new Error(`${username} cannot sign in: ${session.status} ${await session.text()}`);
  const cookie = session.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ');
  const { csrfToken } = (await session.json()) as Json;
  const ask = async (path: string, init: RequestInit): Promise<Answer> => {
    const answer = await fetch(path.startsWith('/') ? `${url}${path}` : `${url}/api/v1/${path}`, init);
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json');
    return { status: answer.status, headers: answer.headers, body: json ? (JSON.parse(text) as Json) : { text } };
  };
  return {
    own: { cookie, 'x-csrf-token': csrfToken as string },
    get: (path, headers = {}) => ask(path, { headers: { cookie, ...headers } }),
    post: (path, body, headers = {}) =>
      ask(path, {
        method: 'POST',
        headers: {
          cookie,
          'content-type': 'application/json',
          'x-csrf-token': csrfToken,
          'idempotency-key': `test-${process.pid}-${++keys}`,
          ...headers,
        },
        body: typeof body === 'string' ? body : JSON.stringify(body),
      }),
  };
}
