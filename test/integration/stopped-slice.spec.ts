import { ask } from '../support/postgres.js';
import { startProduct, type Json, type Product } from '../e2e/product.js';

let product: Product;

beforeAll(async () => {
  product = await startProduct({ demo: false, accounts: true });
}, 60_000);
afterAll(() => product.stop());

const ready = async () => {
  const answer = await fetch(`${product.url}/health/ready`);
  return { status: answer.status, body: (await answer.json()) as Json };
};

const run = (sql: string) => ask(product.databaseUrl, sql);

test('one slice that has stopped leaves the product ready for everything else, and is named', async () => {
  expect(await ready()).toMatchObject({ status: 200, body: { status: 'ok' } });
  await run("update rm.projection set state = 'stopped' where slice = 'loans'");
  expect(await ready()).toEqual({
    status: 200,
    body: {
      status: 'degraded',
      checks: { store: 'ok', database: 'ok', 'read side': 'degraded' },
      degraded: { 'read side': ['loans'] },
    },
  });
  const metrics = await (await fetch(`${product.url}/metrics`)).text();
  expect(metrics).toMatch(/^soquy_read_side_lag_seconds\{slice="loans",state="stopped"\} /m);
  const officer = await product.as('officer-tra-vinh');
  const held = { kind: 'craft', title: 'Lớp đan lát', effectiveOn: '2026-03-02', learners: { value: 10 } };
  const { status, body } = await officer.post('held-training-classes', held);
  expect(status).toBe(201);
  const figure = await officer.get(`figures/training.classes?minPosition=${body.position}`);
  expect([figure.status, figure.body.value]).toEqual([200, 1]);
});
