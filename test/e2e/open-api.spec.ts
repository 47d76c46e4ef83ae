import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProduct, type Json } from './product.js';

/** What callers rely on. `OPENAPI=write npx jest test/e2e/open-api` writes it anew; the change is then seen where it is reviewed. */
const COMMITTED = join(process.cwd(), 'apps/docs/openapi.json');

type Operation = { readonly parameters?: readonly Json[]; readonly requestBody?: Json; readonly responses: Json };

let served: Json;

beforeAll(async () => {
  const product = await startProduct({ demo: false });
  served = (await (await fetch(`${product.url}/api/v1/openapi.json`)).json()) as Json;
  await product.stop();
}, 60_000);

const operationsOf = ({ paths }: Json): ReadonlyMap<string, Operation> =>
  new Map(
    Object.entries(paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
    ),
  );

it('the committed OpenAPI document is the one that is served', () => {
  if (process.env.OPENAPI === 'write') writeFileSync(COMMITTED, `${JSON.stringify(served, undefined, 2)}\n`);
  expect(served).toEqual(JSON.parse(readFileSync(COMMITTED, 'utf8')));
});

it('is OpenAPI 3.1, and every operation answers with something', () => {
  expect(served.openapi).toMatch(/^3\.1\./);
  const operations = [...operationsOf(served)];
  expect(operations.length).toBeGreaterThan(80);
  expect(operations.filter(([, { responses }]) => Object.keys(responses).length === 0)).toEqual([]);
});
