import { ask } from '../support/postgres.js';
import { until } from '../support/read-side.js';
import { startProduct, type Json, type Product } from '../e2e/product.js';

let product: Product;

beforeAll(async () => {
  product = await startProduct({ demo: false, accounts: true });
});
afterAll(() => product.stop());

const ready = async () => {
  const answer = await fetch(`${product.url}/health/ready`);
  return { status: answer.status, body: (await answer.json()) as Json };
};

const run = (sql: string) => ask(product.databaseUrl, sql);

const stateOfLoans = async () => {
  const metrics = await (await fetch(`${product.url}/metrics`)).text();
  return /^soquy_read_side_lag_seconds\{slice="loans",state="(\w+)"\} /m.exec(metrics)?.[1];
};

test('one slice that has stopped leaves the product ready for everything else, and is named', async () => {
  // On a slow start the first facts may be recorded before the read side looks: it then builds its rows from the log.
  await until(async () => (await stateOfLoans()) === 'running');
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
  expect(await stateOfLoans()).toBe('stopped');
  const officer = await product.as('officer-tra-vinh');
  const held = { kind: 'craft', title: 'Lớp đan lát', effectiveOn: '2026-03-02', learners: { value: 10 } };
  const { status, body } = await officer.post('held-training-classes', held);
  expect(status).toBe(201);
  const figure = await officer.get(`figures/training.classes?minPosition=${body.position}`);
  expect([figure.status, figure.body.value]).toEqual([200, 1]);
});
