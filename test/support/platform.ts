import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { EventStore, StoredEvent } from '@soquy/event-store';
import { fixedRules, workingDays, type StockQuestion } from '@soquy/kernel';
import {
  AccountService,
  Clock,
  createDemoAccounts,
  DEMO_PASSWORD,
  Knowledge,
  platformApp,
  platformEntities,
  PlatformModule,
  readSettings,
  type Composition,
  type ReferenceBook,
  type SliceModule,
} from '@soquy/platform';
import { programmes } from '@soquy/programmes';
import { DataSource } from 'typeorm';
import { DepotModule } from './depot-slice.js';
import { ParcelModule } from './parcel-slice.js';
import { testLog, type TestLog } from './log.js';
import { testDatabase } from './postgres.js';
import { standIn, standIns } from './stand-in.js';

export type Json = Record<string, any>;

export interface Answer {
  readonly status: number;
  readonly headers: Record<string, string | string[] | undefined>;
  readonly body: Json;
  readonly text: string;
}

export interface Ask {
  readonly method?: 'GET' | 'POST' | 'DELETE' | 'PUT' | 'PATCH';
  readonly payload?: string | object | Buffer;
  readonly headers?: Record<string, string>;
}

/** Reads the log itself, so it is never behind; `blocked` and `fault` are set by specs. */
export class FakeKnowledge extends Knowledge {
  blocked = 0;
  fault: Error | undefined;
  asked: { questions: Readonly<Record<string, StockQuestion>>; notBefore: string | undefined }[] = [];

  constructor(private readonly store: EventStore) {
    super();
  }

  async stocks(questions: Readonly<Record<string, StockQuestion>>, { notBefore }: { on: string; notBefore: string | undefined }) {
    if (this.fault) throw this.fault;
    this.asked.push({ questions, notBefore });
    return Object.fromEntries(Object.keys(questions).map((name) => [name, this.blocked]));
  }

  streamOfEvent(eventId: string): Promise<string | undefined> {
    return this.first(({ id }) => id === eventId);
  }

  streamOfCorrection(correctionId: string): Promise<string | undefined> {
    return this.first(({ data }) => (data as Json).correctionId === correctionId);
  }

  private async first(wanted: (event: StoredEvent) => boolean): Promise<string | undefined> {
    for await (const item of this.store.feed({ follow: false }))
      for (const event of item.kind === 'events' ? item.events : []) if (wanted(event)) return event.stream;
    return undefined;
  }
}

/** Stands still unless a spec moves it. */
export class TestClock extends Clock {
  instant = new Date('2026-11-21T03:00:00Z');

  now(): Date {
    return this.instant;
  }

  pass(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}

interface Options {
  readonly environment?: Record<string, string>;
  readonly slices?: readonly SliceModule[];
  /** Shared by several applications, as processes share a server. */
  readonly log?: TestLog;
  readonly patienceMs?: number;
  readonly imports?: Composition['imports'];
}

/** The one real slice among them: what `snapshot` is for can hardly be said with less. */
const organisations = programmes.find(({ feature }) => feature.decider.category === 'organisation')!;

const book: ReferenceBook = { rules: fixedRules({}), calendar: workingDays(new Set()), places: { on: () => undefined } };

/** The platform over test slices: a real application, the log in memory, accounts on PostgreSQL. */
export async function testPlatform({ environment = {}, slices, log: shared, patienceMs = 30_000, imports = [] }: Options = {}) {
  const database = await testDatabase();
  const dataSource = await new DataSource({ type: 'postgres', url: database.url, entities: platformEntities }).initialize();
  const settings = readSettings({ LOG_LEVEL: 'silent', PUBLIC_BOARDS: 'off', ...environment });
  const log = shared ?? (await testLog('memory', database.url));
  const store = await log.open();
  const [knowledge, clock] = [new FakeKnowledge(store), new TestClock()];
  const root = PlatformModule.with({
    settings,
    slices: slices ?? [organisations, DepotModule, ParcelModule],
    ports: {
      eventStore: { useValue: store },
      knowledge: { useValue: knowledge },
      referenceBook: { useValue: book },
      dataSource: { useValue: dataSource },
      clock: { useValue: clock },
    },
    imports,
    settlerTimes: { tickMs: 10, faultMs: 20, patienceMs },
  });
  const app = await platformApp(root, settings);
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
  const accounts = app.get(AccountService);
  if (!settings.production) await createDemoAccounts(accounts, settings);
  const close = async () => {
    await app.close();
    await store.close();
    if (!shared) await log.drop();
    await dataSource.destroy();
    await database.drop();
  };
  return { app, store, log, knowledge, clock, dataSource, accounts, settings, close, ask: asker(app), as: signerIn(app) };
}

export type TestPlatform = Awaited<ReturnType<typeof testPlatform>>;

const asker =
  (app: NestFastifyApplication) =>
  async (url: string, { method = 'GET', payload, headers = {} }: Ask = {}): Promise<Answer> => {
    const type = payload === undefined ? {} : { 'content-type': 'application/json' };
    const answer = await app.inject({ method, url, headers: { ...type, ...headers }, ...(payload !== undefined && { payload }) });
    const isJson = String(answer.headers['content-type']).includes('json');
    return {
      status: answer.statusCode,
      headers: answer.headers as Answer['headers'],
      body: isJson && answer.payload ? answer.json<Json>() : {},
      text: answer.payload,
    };
  };

let keys = 0;

/** Signs in and records as that person, with a fresh key unless one is given. */
const signerIn =
  (app: NestFastifyApplication) =>
  async (username: string, password = DEMO_PASSWORD) => {
    const ask = asker(app);
    const session = await ask('/api/v1/sessions', { method: 'POST', payload: { username, password } });
    const cookie = String(session.headers['set-cookie']).split(';')[0]!;
    const own = { cookie, 'x-csrf-token': session.body.csrfToken as string };
    return {
      own,
      get: (url: string, headers: Record<string, string> = {}) => ask(url, { headers: { cookie, ...headers } }),
      post: (path: string, payload: string | object, headers: Record<string, string> = {}) =>
        ask(`/api/v1/${path}`, {
          method: 'POST',
          payload,
          headers: { ...own, 'idempotency-key': `test-key-${++keys}`, ...headers },
        }),
    };
  };

export type Person = Awaited<ReturnType<ReturnType<typeof signerIn>>>;

/** For the tests of a file: a platform, and people who signed in to it; what a test mocks is itself again after it. */
export function withPlatform<Name extends string>(names: readonly Name[], options: Options = {}) {
  let platform: TestPlatform;
  let people: Readonly<Record<Name, Person>>;
  beforeAll(async () => {
    platform = await testPlatform(options);
    const signedIn = await Promise.all(names.map(async (name) => [name, await platform.as(name)] as const));
    people = Object.fromEntries(signedIn) as Record<Name, Person>;
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => platform?.close());
  return { platform: standIn(() => platform), ...standIns(names, (name) => people[name]) };
}

export async function eventsOf(store: EventStore, stream: string): Promise<StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const event of store.readStream(stream)) events.push(event);
  return events;
}

/** Waits until something holds; fails with what it last saw. */
export async function eventually<T>(look: () => Promise<T>, holds: (seen: T) => boolean, milliseconds = 20_000): Promise<T> {
  const end = Date.now() + milliseconds;
  for (;;) {
    const seen = await look();
    if (holds(seen)) return seen;
    if (Date.now() > end)
      throw new Error(
        `still ${JSON.stringify(seen, (_, value: unknown) => (typeof value === 'bigint' ? String(value) : value))}`,
      );
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
