import { EventStoreDbServer } from '../eventstoredb/server.js';
import { startProduct, type Client, type Json, type Product } from './product.js';

/** Days and instants of the past at which the demo's reports were made, and today. */
const FRAMES = ['', 'effectiveTo=2012-12-31', 'effectiveTo=2021-06-30&knownAt=2021-05-01T00:00:00Z', 'period=2020'];
const GROUPINGS = ['agency', 'object', 'month'];
const LISTS = ['loans', 'training-classes', 'machinery-grants', 'organisations', 'funds'];

/** Places in a log and what is named after them differ from store to store, as instants and requests do; nothing else may. */
const PLACES = new Set(['position', 'figureId', 'knownAt', 'lagSeconds', 'recordedAt', 'requestId', 'traceId']);
const plainly = (answer: Json): Json =>
  JSON.parse(JSON.stringify(answer, (name, value: unknown) => (PLACES.has(name) ? undefined : value))) as Json;

let products: readonly Product[];
let readers: readonly Client[];

beforeAll(async () => {
  products = await Promise.all(
    (['postgres', 'eventstoredb'] as const).map((eventStore) => startProduct({ demo: true, eventStore })),
  );
  readers = await Promise.all(products.map((product) => product.as('leader')));
}, 300_000);
afterAll(() => Promise.all(products.map((product) => product.stop())));

/** Also that the question is refused alike, where a metric does not take it. */
async function assertSame(path: string): Promise<Json> {
  const answers = await Promise.all(readers.map((reader) => reader.get(path)));
  const [onPostgres, onEventStoreDb] = answers.map(({ status, body }) => [path, status, plainly(body)]);
  expect(onEventStoreDb).toEqual(onPostgres);
  return answers[1]!.body;
}

describe('the product on EventStoreDB', () => {
  it.each([...FRAMES.entries()])('answers every figure as on PostgreSQL, whole and by group (%i: %s)', async (turn, frame) => {
    const { items } = (await readers[0]!.get('figures')).body as { items: { metric: string }[] };
    expect(items.length).toBeGreaterThan(30);
    for (const [index, { metric }] of items.entries()) {
      expect(await assertSame(`figures/${metric}?${frame}`)).toMatchObject({ metric });
      await assertSame(`figures/${metric}?${frame}&groupBy=${GROUPINGS[(index + turn) % GROUPINGS.length]}`);
    }
  });

  it.each(LISTS)('lists %s as on PostgreSQL', async (list) => {
    const { items } = await assertSame(`${list}?limit=200`);
    expect(items.length).toBeGreaterThan(0);
  });

  it('opens a number down to the events in its log', async () => {
    const { figureId } = (await readers[1]!.get('figures/fund.lent?agency=soc-trang&effectiveTo=2012-12-31')).body;
    const { body } = await readers[1]!.get(`figures/${figureId}/evidence`);
    expect(body).toMatchObject({ matches: true, value: 2_440_000_000 });
    expect(body.items[0].position).toMatch(/^e-/);
  });

  it('is ready, and its metrics tell what the adapter did', async () => {
    const [ready, metrics] = await Promise.all(['health/ready', 'metrics'].map((path) => fetch(`${products[1]!.url}/${path}`)));
    expect(ready!.status).toBe(200);
    expect(await metrics!.text()).toMatch(/soquy_store_appends\{what="appends"\} [1-9]/);
  });

  it('is refused by a start that names the other store', async () => {
    const { startApi } = await import('../../apps/api/src/start-api.js');
    const { databaseUrl } = products[1]!;
    const start = startApi({ host: '127.0.0.1', port: 0, databaseUrl, eventStore: 'postgres' });
    await expect(start).rejects.toThrow(/belongs to a log in eventstoredb[^]*soquy log copy/);
  });
});

describe('a server that fails under the product', () => {
  const HELD = { kind: 'craft', title: 'Lớp đan lát', effectiveOn: '2026-03-02', learners: { value: 10 } };
  const before = process.env.EVENTSTORE_URL;
  let server: EventStoreDbServer;
  let product: Product;

  beforeAll(async () => {
    server = await EventStoreDbServer.start();
    process.env.EVENTSTORE_URL = server.url;
    product = await startProduct({ demo: false, accounts: true, eventStore: 'eventstoredb' });
  });
  afterAll(async () => {
    if (before === undefined) delete process.env.EVENTSTORE_URL;
    else process.env.EVENTSTORE_URL = before;
    await product.stop();
    await server.stop();
  });

  it('is not ready without it, books nothing it did not confirm, and goes on when it is back', async () => {
    const officer = await product.as('officer-tra-vinh');
    await server.down();
    const unavailable = await officer.post('held-training-classes', HELD, { 'idempotency-key': 'while-it-is-down' });
    expect([unavailable.status, unavailable.headers.get('retry-after')]).toEqual([503, expect.any(String)]);
    expect((await fetch(`${product.url}/health/ready`)).status).toBe(503);
    await server.up();
    const again = await officer.post('held-training-classes', HELD, { 'idempotency-key': 'while-it-is-down' });
    expect(again.status).toBe(201);
    const { body } = await officer.get(`figures/training.classes?minPosition=${again.body.position}`);
    expect(body).toMatchObject({ value: 1, meta: { position: again.body.position } });
    expect((await fetch(`${product.url}/health/ready`)).status).toBe(200);
  });
});
