import { openEventStore } from '@soquy/event-store';
import { DEMO_PASSWORD } from '@soquy/platform';
import { features } from '@soquy/product';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, type RunningApi } from '../../apps/api/src/start-api.js';
import { signIn, type Client, type Json } from '../e2e/product.js';
import { replay } from '../contract/samples.js';
import { commandLine, type CommandLine } from '../support/command-line.js';
import { logPlace, withoutPositions, type LogPlace } from '../support/log-place.js';
import { ask, testDatabase } from '../support/postgres.js';
import { until } from '../support/read-side.js';

let folder: string;
let database: Awaited<ReturnType<typeof testDatabase>>;
let cluster: LogPlace;
let soquy: CommandLine;
let running: RunningApi | undefined;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'soquy-move-'));
  [database, cluster] = [await testDatabase(), await logPlace('eventstoredb')];
  soquy = called();
});
afterAll(async () => {
  await running?.close();
  await cluster.stop();
  await database.drop();
  rmSync(folder, { recursive: true, force: true });
});

type Store = 'postgres' | 'eventstoredb';
const PEOPLE = ['leader', 'officer', 'finance'] as const;

const called = (env: Record<string, string> = {}) =>
  commandLine({
    env: { DATABASE_URL: database.url, EVENTSTORE_URL: cluster.address.connectionString, LANG: 'en', ...env },
    folder,
  });

/** The product on this database, with its log where it is said to be. */
async function started(eventStore: Store, projector = true): Promise<Record<(typeof PEOPLE)[number], Client>> {
  const api = await startApi({
    ...{ host: '127.0.0.1', port: 0, databaseUrl: database.url, dataDir: folder, demo: true, projector, logLevel: 'fatal' },
    ...{ eventStore, eventStoreUrl: cluster.address.connectionString },
  });
  running = api;
  await api.loaded;
  const [leader, officer, finance] = await Promise.all(PEOPLE.map((name) => signIn(api, name, DEMO_PASSWORD)));
  return { leader: leader!, officer: officer!, finance: finance! };
}

async function stopped(): Promise<void> {
  await running?.close();
  running = undefined;
}

const logIn = async (eventStore: Store) => {
  const connectionString = eventStore === 'postgres' ? database.url : cluster.address.connectionString;
  const store = await openEventStore({ eventStore, connectionString });
  try {
    return await replay(store);
  } finally {
    await store.close();
  }
};

const firstOf = async (type: string) => (await logIn('eventstoredb')).find((event) => event.type === type);

const query = <Row extends object>(sql: string) => ask<Row>(database.url, sql);

const FRAMES = ['', 'effectiveTo=2021-06-30&knownAt=2021-05-01T00:00:00Z', 'groupBy=agency&effectiveTo=2021-04-30'];

/** A few at a time, so that the product is busy but none waits long. */
const AT_ONCE = 6;

/** What names a place of the log: it differs from store to store, and so do the links that carry it. */
const PLACES = new Set(['position', 'figureId', 'lagSeconds', 'next']);
const withoutPlaces = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (key, inner: unknown) => (PLACES.has(key) ? undefined : inner)));

async function answered(client: Client, path: string): Promise<Json> {
  const { status, body } = await client.get(path);
  expect([path, status, body.code]).toEqual([path, 200, undefined]);
  return body;
}

/** Every figure in every frame, evidence of some, every list. */
async function everything(leader: Client): Promise<Map<string, unknown>> {
  const found = new Map<string, unknown>();
  const ask = async (path: string) => {
    const body = await answered(leader, path);
    found.set(path, withoutPlaces(body));
    return body;
  };
  const cards = (await ask('figures')).items as readonly { metric: string }[];
  const figure = async (metric: string, frame: string, opened: boolean) => {
    const { figureId } = await ask(`figures/${metric}?${frame}`);
    if (!opened || !figureId) return;
    const evidence = await answered(leader, `figures/${figureId}/evidence?limit=50`);
    expect([metric, frame, evidence.matches]).toEqual([metric, frame, true]);
    found.set(`evidence of ${metric}?${frame}`, withoutPlaces(evidence));
  };
  const all = cards.flatMap(({ metric }, index) => FRAMES.map((frame) => () => figure(metric, frame, index % 7 === 0)));
  const queue = [
    ...all,
    ...features.map(
      ({ noun }) =>
        () =>
          ask(`${noun}?limit=200`),
    ),
  ];
  const worker = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) await next();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return new Map([...found].sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Until all read rows have caught up with what is recorded: each kind has rows of its own, and some come later than others. */
async function level(): Promise<void> {
  const { position } = (await logIn(await inUse())).at(-1)!;
  const reached = `select coalesce(bool_and(coalesce(position, '') >= '${position}'), false) as level from rm.projection`;
  await until(async () => (await query<{ level: boolean }>(reached))[0]!.level);
}

const inUse = async () => (await query<{ store: Store }>('select store from app.log_in_use'))[0]!.store;

async function moved(to: Store, from: Store): Promise<void> {
  const source = called({ EVENT_STORE: from });
  const copied = await source('log', 'copy', '--to', to, '--json');
  expect([copied.code, copied.err]).toEqual([0, '']);
  const sums = JSON.parse(copied.out) as Json;
  expect(sums.target).toEqual(sums.source);
  const used = await source('log', 'use', to);
  expect([used.code, used.err, used.out]).toEqual([
    0,
    expect.stringMatching(/^From now on start with EVENT_STORE=/m),
    expect.stringContaining(sums.source.logSha256),
  ]);
  expect(await inUse()).toBe(to);
}

const DAY = { effectiveOn: '2026-09-01' };
let before: Map<string, unknown>;
let oldFigure: string;

it('the log is copied while the product runs, and the data stay where they are as long as it does', async () => {
  const { leader, officer } = await started('postgres');
  const { figureId } = await answered(leader, 'figures/training.classes');
  const [{ eventId }] = (await answered(leader, `figures/${figureId}/evidence?limit=1`)).items as [Json];
  const asked = await officer.post('corrections', { eventId, reason: 'Ghi nhầm hồ sơ' });
  const approved = await leader.post(`corrections/${asked.body.objectId}/approvals`, {});
  expect(approved.status).toBe(201);
  await level();
  before = await everything(leader);
  oldFigure = (await answered(leader, 'figures/training.classes')).figureId as string;

  const live = await soquy('log', 'copy', '--to', 'eventstoredb');
  expect([live.code, live.err]).toEqual([0, '']);
  expect(live.out).toMatch(/Copied [\d,]+ events \(0 were there\)[^]*both logs are equal\.\nsource: .*\ntarget: /);
  const early = await soquy('log', 'use', 'eventstoredb');
  expect([early.code, early.err]).toEqual([1, expect.stringMatching(/The product is running on this data.*\n.*soquy-app/)]);
  expect(await inUse()).toBe('postgres');
  await stopped();
});

it('moved on to the copy, the data refuse the old log, and nothing is decided by rows that are not there yet', async () => {
  await moved('eventstoredb', 'postgres');
  const beside = await query('select 1 from app.stream_snapshot union all select 1 from app.reactor_checkpoint');
  const [schema] = await query<{ rm: string | null }>(`select to_regnamespace('rm')::text as rm`);
  expect([beside, schema!.rm]).toEqual([[], null]);
  await expect(started('postgres')).rejects.toThrow(
    /belongs to a log in eventstoredb, but EVENT_STORE=postgres.*soquy log copy, then soquy log use/,
  );

  const { leader, officer, finance } = await started('eventstoredb', false);
  const { meta } = await answered(leader, 'figures/training.cost');
  expect([meta.position, meta.lagSeconds > 0]).toEqual([undefined, true]);
  const [fund, event] = await Promise.all(['FundOpened', 'RepaymentReceived'].map(firstOf));
  const back = { source: 'borrowed', amountVnd: 1_000_000, ...DAY };
  const returned = await finance.post(`funds/${fund!.stream.slice('fund-'.length)}/capital-returns`, back);
  const corrected = await officer.post('corrections', { eventId: event!.id, reason: 'Ghi nhầm hồ sơ' });
  expect([returned.status, corrected.status]).toEqual([503, 503]);
  await stopped();
});

it('on EventStoreDB all figures, lists and evidence are what they were on PostgreSQL', async () => {
  const log = await logIn('eventstoredb');
  const { leader } = await started('eventstoredb');
  await level();
  expect(await everything(leader)).toEqual(before);
  const { status, body } = await leader.get(`figures/${oldFigure}/evidence`);
  expect([status, body.errors]).toEqual([400, [expect.objectContaining({ pointer: '/figureId', code: 'isForeign' })]]);
  const now = withoutPositions(await logIn('eventstoredb'));
  expect(now).toEqual(withoutPositions(log));
  expect(now).toEqual(withoutPositions(await logIn('postgres')));
});

it('and back: what was recorded on the cluster comes along', async () => {
  const [leader, officer] = (await Promise.all(PEOPLE.map((name) => signIn(running!, name, DEMO_PASSWORD)))) as [Client, Client];
  const planned = { kind: 'craft', title: 'Truyền nghề đan lát', agencyId: 'tra-vinh', ...DAY };
  const { status, body } = await officer.post('training-classes', planned);
  expect([status, body]).toEqual([201, expect.objectContaining({ position: expect.stringMatching(/^e-/) })]);
  await level();
  const onCluster = await everything(leader);
  expect(onCluster).not.toEqual(before);
  await stopped();
  const verified = await called({ EVENT_STORE: 'eventstoredb' })('verify');
  expect([verified.code, verified.out]).toEqual([0, expect.stringContaining('agrees')]);

  await moved('postgres', 'eventstoredb');
  const again = await started('postgres');
  await level();
  expect(await everything(again.leader)).toEqual(onCluster);
  await stopped();
  expect(withoutPositions(await logIn('postgres'))).toEqual(withoutPositions(await logIn('eventstoredb')));
  expect((await soquy('verify')).code).toBe(0);
}, 240_000);
