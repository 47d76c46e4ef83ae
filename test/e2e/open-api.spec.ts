import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { startProduct, type Json } from './product.js';

/** What callers rely on. `OPENAPI=write npx jest test/e2e/open-api` writes it anew; the change is then seen where it is reviewed. */
const COMMITTED = join(process.cwd(), 'apps/docs/openapi.json');

type Operation = {
  readonly operationId: string;
  readonly parameters?: readonly Json[];
  readonly requestBody?: Json;
  readonly responses: Json;
};

let served: Json;
let operations: readonly (readonly [route: string, operation: Operation])[];

beforeAll(async () => {
  const product = await startProduct({ demo: false });
  served = (await (await fetch(`${product.url}/api/v1/openapi.json`)).json()) as Json;
  await product.stop();
  operations = Object.entries(served.paths as Record<string, Record<string, Operation>>).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => [`${method.toUpperCase()} ${path}`, operation] as const),
  );
});

/** What a reference inside the document points to; anything else as it is. */
function found(value: Json): Json {
  const path = (value.$ref as string | undefined)?.split('/').slice(1);
  return path ? path.reduce((at, name) => at[name] as Json, served) : value;
}

it('the committed OpenAPI document is the one that is served', () => {
  if (process.env.OPENAPI === 'write') writeFileSync(COMMITTED, `${JSON.stringify(served, undefined, 2)}\n`);
  expect(served).toEqual(JSON.parse(readFileSync(COMMITTED, 'utf8')));
});

it('is OpenAPI 3.1, and every operation answers with something', () => {
  expect(served.openapi).toMatch(/^3\.1\./);
  expect(operations.length).toBeGreaterThan(80);
  expect(operations.filter(([, { responses }]) => Object.keys(responses).length === 0)).toEqual([]);
});

it('refers only to what is there', () => {
  const named = [...JSON.stringify(served).matchAll(/"\$ref":"([^"]+)"/g)].map(([, ref]) => ref!);
  expect(named.length).toBeGreaterThan(200);
  expect([...new Set(named)].filter((ref) => found({ $ref: ref }) === undefined)).toEqual([]);
});

it('calls every operation by a name of its own, as programs call functions', () => {
  const names = operations.map(([, { operationId }]) => operationId);
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  expect(names.filter((name) => !/^[A-Za-z][A-Za-z0-9]+$/.test(name))).toEqual([]);
  expect(names).toEqual(
    expect.arrayContaining(['listTrainingClasses', 'getTrainingClass', 'getTrainingClassTimeline', 'PlanTrainingClass']),
  );
});

/** Whether a typed client learns anything of it. */
const isTold = (schema: Json | undefined): boolean =>
  schema !== undefined &&
  Boolean(schema.properties ?? schema.oneOf ?? schema.anyOf ?? schema.items ?? schema.additionalProperties);

it('tells the shape of every answer in JSON, and of what is answered instead', () => {
  const untold = operations.flatMap(([route, { responses }]) =>
    Object.entries(responses as Record<string, Json>).flatMap(([status, response]) => {
      const { content } = found(response);
      const bare = !content && status !== '204' && status !== '304';
      const schema = (content as Json | undefined)?.['application/json']?.schema as Json | undefined;
      const dumb = (content as Json | undefined)?.['application/json'] && !isTold(schema && found(schema));
      return bare || dumb ? [`${route} ${status}`] : [];
    }),
  );
  expect(untold).toEqual([]);
  const silent = operations.filter(
    ([, { responses }]) => !found((responses as Json).default ?? {}).content?.['application/problem+json'],
  );
  expect(silent.map(([route]) => route)).toEqual([]);
});

it('says once what many routes say alike', () => {
  expect(JSON.stringify(served).length).toBeLessThan(400_000);
  const inline = operations.flatMap(([, { parameters = [] }]) =>
    parameters.filter(({ $ref }) => !$ref).map((one) => JSON.stringify(one)),
  );
  expect(inline.filter((one, index) => inline.indexOf(one) !== index)).toEqual([]);
});
