import pg from 'pg';
import type { NewEvent } from '@soquy/event-store';
import { startProduct, type Answer, type Client, type Json, type Product } from '../e2e/product.js';
import { until } from '../support/read-side.js';

let product: Product;
let admin: Client;
let database: pg.Client;

beforeAll(async () => {
  product = await startProduct({ demo: false, accounts: true });
  admin = await product.as('admin');
  database = new pg.Client({ connectionString: product.databaseUrl });
  await database.connect();
});
afterAll(async () => {
  await database.end();
  await product.stop();
});

const codeOf = ({ status, body }: Answer) => [status, body.code];
const list = async (): Promise<Json> => (await admin.get('projections')).body;
const of = async (slice: string): Promise<Json> => ((await list()).items as Json[]).find((item) => item.slice === slice)!;
const post = (slice: string, act: string, body: Json = {}) => admin.post(`projections/${slice}/${act}`, body);

let strangers = 0;

/** An event that no code of ours knows, in a stream of loans: the slice stops there. */
async function recordStranger(): Promise<NewEvent> {
  const id = `00000000-0000-4000-8000-00000000000${++strangers}`;
  const at = { recordedAt: new Date().toISOString(), effectiveOn: '2026-03-02', postingPeriod: '2026-03', budgetYear: 2026 };
  const trace = { commandId: id, commandHash: 'x', requestId: id, $correlationId: id, $causationId: id, schemaVersion: 1 };
  const actor = { personId: 'system', role: 'admin' };
  const event = { id, type: 'LoanDreamt', data: {}, metadata: { ...at, ...trace, actor, agencyId: 'tra-vinh' } };
  const store = await product.openLog();
  await store.append(`loan-${id}`, 'no-stream', [event]);
  await store.close();
  await until(async () => (await of('loans')).state === 'stopped');
  return event;
}

const held = { kind: 'craft', title: 'Lớp đan lát', effectiveOn: '2026-03-02', learners: { value: 10 } };

test('all slices are listed, level with the log', async () => {
  await until(async () => ((await list()).items as Json[]).every(({ lagEvents }) => lagEvents === 0));
  const { items, log } = await list();
  expect((items as Json[]).length).toBeGreaterThan(10);
  for (const item of items as Json[]) expect(item).toMatchObject({ state: 'live', lagSeconds: 0, skipped: [] });
  expect((items as Json[]).map(({ position }) => position)).toContain(log.position);
  const { version, codeVersion } = await of('loans');
  expect(version).toBe(codeVersion);
});

test('what stopped tells why and how far it is behind; resumed it tries again; skipped it goes on, and why stays on record', async () => {
  const stranger = await recordStranger();
  const officer = await product.as('officer-tra-vinh');
  expect((await officer.post('held-training-classes', held)).status).toBe(201);
  const stopped = await of('loans');
  const error = { eventId: stranger.id, type: 'LoanDreamt', message: expect.any(String), at: expect.stringMatching(/^20\d\d-/) };
  expect(stopped).toMatchObject({ state: 'stopped', error });
  expect(stopped.lagEvents).toBeGreaterThan(1);
  await until(async () => (await of('training-classes')).lagEvents === 0);

  const resumed = await post('loans', 'resumptions');
  expect([resumed.status, resumed.body.done, Object.keys(resumed.body.words as object)]).toEqual([200, 'resumed', ['vi', 'en']]);
  await until(async () => (await of('loans')).state === 'stopped');

  const reason = 'Ghi nhầm từ một bản thử';
  const { status, body } = await post('loans', 'skips', { reason });
  expect([status, body.done, body.event]).toEqual([
    200,
    'skipped',
    expect.objectContaining({ eventId: stranger.id, reason, by: 'admin' }),
  ]);
  expect(body.words.en).toContain('passes over LoanDreamt');
  await until(async () => (await of('loans')).lagEvents === 0);
  expect(await of('loans')).toMatchObject({ state: 'live', skipped: [{ eventId: stranger.id, reason, by: 'admin' }] });
  expect(codeOf(await post('loans', 'resumptions'))).toEqual([409, 'ProjectionNotStopped']);
  expect(codeOf(await post('loans', 'skips', { reason }))).toEqual([409, 'ProjectionNotStopped']);
});

test('a rebuild goes on in the background, shows, and says how it ended', async () => {
  const { rows } = await database.query("select build from rm.projection where slice = 'training-classes'");
  const begun = await post('training-classes', 'rebuilds');
  expect([begun.status, begun.body.done]).toEqual([202, 'rebuild-begun']);
  await until(async () => (await of('training-classes')).lastRebuild !== undefined);
  await until(async () => (await of('training-classes')).state === 'live');
  const rebuilt = await of('training-classes');
  expect(rebuilt).toMatchObject({ state: 'live', lastRebuild: { at: expect.stringMatching(/^20\d\d-/) } });
  expect([rebuilt.lastRebuild.error, rebuilt.building]).toEqual([undefined, undefined]);
  const after = await database.query("select build from rm.projection where slice = 'training-classes'");
  expect(after.rows[0].build).toBeGreaterThan(rows[0].build as number);
  const figure = await (await product.as('officer-tra-vinh')).get('figures/training.classes');
  expect(figure.body.value).toBe(1);
});

test('a rebuild that cannot take in an event leaves the old rows, and is told with that event', async () => {
  const stranger = await recordStranger();
  await post('loans', 'rebuilds');
  await until(async () => (await of('loans')).lastRebuild !== undefined);
  await until(async () => (await of('loans')).state === 'stopped');
  expect(await of('loans')).toMatchObject({ state: 'stopped', lastRebuild: { error: { eventId: stranger.id } } });
  expect((await post('loans', 'skips', { reason: 'như trên' })).status).toBe(200);
});

test('what another process rebuilds shows here, and is not begun twice', async () => {
  await database.query("select pg_advisory_lock_shared(7205523, hashtext('funds'))");
  expect([(await of('funds')).state, (await of('loans')).state]).toEqual(['building', 'live']);
  expect(codeOf(await post('funds', 'rebuilds'))).toEqual([409, 'ProjectionBuilding']);
  await database.query('select pg_advisory_unlock_all()');
  expect((await of('funds')).state).toBe('live');
});

test('a rebuild that waits for another shows as building at once', async () => {
  await database.query('select pg_advisory_lock(7205522)');
  const begun = await post('funds', 'rebuilds');
  expect(begun.body.projection).toMatchObject({ state: 'building', building: { events: 0 } });
  expect(codeOf(await post('funds', 'rebuilds'))).toEqual([409, 'ProjectionBuilding']);
  await database.query('select pg_advisory_unlock_all()');
  await until(async () => (await of('funds')).state === 'live');
});

test('is for admins alone, and refuses what is malformed or unknown', async () => {
  for (const role of ['officer', 'leader', 'finance']) {
    const other = await product.as(role);
    expect(codeOf(await other.get('projections'))).toEqual([403, 'NotAllowed']);
    for (const act of ['rebuilds', 'resumptions', 'skips'])
      expect([act, ...codeOf(await other.post(`projections/loans/${act}`, {}))]).toEqual([act, 403, 'NotAllowed']);
  }
  for (const act of ['rebuilds', 'resumptions']) {
    expect(codeOf(await post('khong-co', act))).toEqual([404, 'UnknownObject']);
    for (const body of ['[]', '"x"', 'null', '{"a":', '{"slice":"funds"}'])
      expect([act, body, (await admin.post(`projections/loans/${act}`, body)).status]).toEqual([act, body, 400]);
  }
  expect(codeOf(await post('khong-co', 'skips', { reason: 'vì sao' }))).toEqual([404, 'UnknownObject']);
  for (const body of [
    {},
    { reason: ' ' },
    { reason: 1 },
    { reason: 'a\u0007aa' },
    { reason: 'x'.repeat(501) },
    { reason: 'vì sao', by: 'x' },
  ])
    expect([body, ...codeOf(await post('loans', 'skips', body))]).toEqual([body, 400, 'Malformed']);
});
