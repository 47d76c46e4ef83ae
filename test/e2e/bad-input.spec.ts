import pg from 'pg';
import { example, exampleObject, recordingRoutes, SOME_UUID, type RecordingRoute } from './open-api-examples.js';
import { startProduct, type Answer, type Client, type Json, type Product } from './product.js';

let product: Product;
let routes: RecordingRoute[];
let database: pg.Client;
const clients = new Map<string, Client>();

beforeAll(async () => {
  product = await startProduct({ demo: true });
  for (const role of ['officer', 'credit-officer', 'fund-manager', 'finance', 'leader', 'admin'])
    clients.set(role, await product.as(role));
  routes = recordingRoutes((await clients.get('leader')!.get('openapi.json')).body);
  database = new pg.Client({ connectionString: product.databaseUrl });
  await database.connect();
}, 240_000);
afterAll(async () => {
  await database.end();
  await product.stop();
});

async function logHead(): Promise<string> {
  const { rows } = await database.query<{ head: string }>('select coalesce(max(position), 0)::text as head from es.event');
  return rows[0]!.head;
}

const urlOf = ({ path }: RecordingRoute) => path.replace(/\{\w+\}/g, SOME_UUID);
const allowed = ({ roles }: RecordingRoute) => clients.get(roles[0]!)!;
const valid = ({ schema, schemas }: RecordingRoute) => exampleObject(schema, schemas);

/** Undefined for a clear "no" in the form of a problem; otherwise what came instead of it. */
function flawOf(what: string, { status, headers, body }: Answer, statuses: readonly number[]): string | undefined {
  const clear =
    statuses.includes(status) &&
    headers.get('content-type')?.split(';')[0] === 'application/problem+json' &&
    [body.code, body.title, body.detail, body.traceId].every((text) => typeof text === 'string' && text !== '');
  return clear ? undefined : `${what} -> ${status} ${JSON.stringify(body).slice(0, 300)}`;
}

function expectProblem(what: string, answer: Answer, statuses: readonly number[]): void {
  expect(flawOf(what, answer, statuses)).toBeUndefined();
}

/** Runs cases against every route and proves that the log did not grow; names all routes that answered otherwise. */
async function refusedEverywhere(
  cases: (
    route: RecordingRoute,
  ) => Iterable<readonly [what: string, body: unknown, statuses: readonly number[], headers?: Record<string, string>]>,
): Promise<void> {
  const before = await logHead();
  const flaws: string[] = [];
  let tried = 0;
  for (const route of routes)
    for (const [what, body, statuses, headers] of cases(route)) {
      const flaw = flawOf(`${route.name}: ${what}`, await allowed(route).post(urlOf(route), body, headers), statuses);
      if (flaw !== undefined) flaws.push(flaw);
      tried++;
    }
  expect(flaws).toEqual([]);
  expect(tried).toBeGreaterThanOrEqual(routes.length);
  expect(await logHead()).toBe(before);
}

const MALFORMED = [400] as const;

it('finds the recording routes in the document', () => {
  expect(routes.length).toBeGreaterThan(30);
  for (const route of routes) expect([route.name, clients.has(route.roles[0]!)]).toEqual([route.name, true]);
});

it('refuses bodies that are no JSON object', () =>
  refusedEverywhere(() => [
    ['array', [], MALFORMED],
    ['text', '"x"', MALFORMED],
    ['null', 'null', MALFORMED],
    ['broken', '{"a":', MALFORMED],
    ['empty', '', MALFORMED],
  ]));

it('refuses unknown and missing fields', () =>
  refusedEverywhere(function* (route) {
    yield ['unknown field', { ...valid(route), khongCo: 1 }, MALFORMED];
    yield ['__proto__', `{"__proto__": {"x": 1}, ${JSON.stringify(valid(route)).slice(1)}`, MALFORMED];
    for (const field of (route.schema.required ?? []) as string[]) {
      const { [field]: _, ...rest } = valid(route);
      yield [`without ${field}`, rest, MALFORMED];
    }
  }));

it('refuses wrong types, negative and fractional numbers, impossible days, control characters', () =>
  refusedEverywhere(function* (route) {
    for (const [field, schema] of Object.entries(route.schema.properties as Json)) {
      for (const [what, value] of wrongValues(schema as Json, route.schemas))
        yield [`${field}: ${what}`, bodyWith(route, field, value), MALFORMED];
    }
  }));

/** A raw JSON text lets numbers through that no JavaScript value would become. */
function bodyWith(route: RecordingRoute, field: string, value: unknown): string {
  const body = JSON.stringify({ ...valid(route), [field]: 'PLACE-OF-VALUE' });
  return body.replace(
    '"PLACE-OF-VALUE"',
    typeof value === 'object' && value !== null && 'raw' in value ? String((value as Json).raw) : JSON.stringify(value),
  );
}

function* wrongValues(schema: Json, schemas: Json): Iterable<readonly [string, unknown]> {
  const resolved = schema.$ref ? (schemas[schema.$ref.split('/').at(-1)] as Json) : schema;
  const { type, format } = resolved;
  if (type === 'integer') {
    for (const value of [-1, 1.5, '1', true, [], {}]) yield [JSON.stringify(value), value];
    yield ['1e400', { raw: '1e400' }];
    yield ['beyond safe', { raw: '9007199254740993' }];
  } else if (format === 'date') {
    for (const value of ['2026-02-30', '2026-13-01', '20260301', '01/03/2026', '2026-03-01T00:00:00Z', '', 20260301, null, {}])
      yield [JSON.stringify(value), value];
  } else if (type === 'string') {
    for (const value of [1, true, {}, [], 'a\u0000b', 'a\u0007b', 'x'.repeat(20_000)])
      yield [JSON.stringify(value).slice(0, 20), value];
    yield ['lone surrogate', { raw: '"\\ud800"' }];
  } else if (type === 'object') {
    for (const value of ['x', 1, [], { khongCo: 1, ...(example(resolved, schemas) as Json) }])
      yield [JSON.stringify(value).slice(0, 30), value];
  } else if (type === 'array') {
    for (const value of ['x', 1, {}, [null], [[]]]) yield [JSON.stringify(value), value];
  } else if (type === 'boolean') {
    for (const value of ['true', 1, {}]) yield [JSON.stringify(value), value];
  }
}

it('refuses oversized bodies, other media types, missing and bad keys, unknown query parameters', () =>
  refusedEverywhere(function* (route) {
    const body = valid(route);
    yield ['oversized', { ...body, reason: 'x'.repeat(2_000_000) }, [413]];
    yield ['another media type', JSON.stringify(body), [415], { 'content-type': 'text/plain' }];
    yield ['no key', body, MALFORMED, { 'idempotency-key': '' }];
    yield ['short key', body, MALFORMED, { 'idempotency-key': 'a' }];
    yield ['long key', body, MALFORMED, { 'idempotency-key': 'a'.repeat(500) }];
    yield ['bad If-Match', body, [400, 404, 412, 422, 403, 409], { 'if-match': 'abc' }];
  }));

/** Every id a command may name, optional ones too: well formed, and nobody's. */
function foreignIds({ schema }: RecordingRoute): Json {
  const ids = Object.entries(schema.properties as Json).filter(
    ([, { format, items }]) => (items ?? { format }).format === 'uuid',
  );
  return Object.fromEntries(ids.map(([field, { type }]) => [field, type === 'array' ? [SOME_UUID] : SOME_UUID]));
}

it('refuses foreign ids, days in the future, and ids that contradict the path', () =>
  refusedEverywhere(function* (route) {
    const ids = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, id]) => id!);
    const refers = ids.length > 0 || Object.keys(foreignIds(route)).length > 0;
    if (refers) yield ['foreign ids', { agencyId: 'tra-vinh', ...valid(route), ...foreignIds(route) }, [400, 404, 409, 422]];
    if (ids[0]) yield ['contradiction', { ...valid(route), [ids[0]]: '6f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11' }, MALFORMED];
    if ('effectiveOn' in (route.schema.properties as Json))
      yield ['the future', { agencyId: 'tra-vinh', ...valid(route), effectiveOn: '2999-01-01' }, [400, 404, 409, 422]];
    // The one route that names a new agency is where an unknown one is welcome.
    if (route.name !== 'RegisterAgency')
      yield ['an agency nobody registered', { ...valid(route), agencyId: 'khong-co' }, [400, 403, 404, 409, 422]];
  }));

describe('access', () => {
  it('is refused without a session, without the CSRF token, and to other roles', async () => {
    const before = await logHead();
    for (const route of routes) {
      const url = `${product.url}/api/v1/${urlOf(route).replace('/api/v1/', '')}`;
      const anonymous = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': 'nobody-at-all' },
        body: '{}',
      });
      expect([route.name, anonymous.status]).toEqual([route.name, 401]);
      const forged = await allowed(route).post(urlOf(route), valid(route), { 'x-csrf-token': 'forged' });
      expectProblem(`${route.name}: forged token`, forged, [403]);
      const other = [...clients.keys()].find((role) => !route.roles.includes(role));
      if (other) expectProblem(`${route.name}: ${other}`, await clients.get(other)!.post(urlOf(route), valid(route)), [403]);
    }
    expect(await logHead()).toBe(before);
  });

  it('an officer of Trà Vinh alone does not reach the objects of another agency', async () => {
    const bound = await product.as('officer-tra-vinh');
    const { body } = await clients.get('officer')!.get('training-classes?agency=bac-giang');
    const [first] = body.items as Json[];
    const before = await logHead();
    expectProblem(
      'cancel',
      await bound.post(`training-classes/${first!.id}/cancellations`, { effectiveOn: '2026-03-02' }),
      [403, 404],
    );
    expectProblem(
      'create',
      await bound.post('training-classes', { kind: 'craft', title: 'Lớp thử', effectiveOn: '2026-03-02', agencyId: 'bac-giang' }),
      [403],
    );
    expectProblem('read', await bound.get('figures/training.classes?agency=bac-giang'), [403]);
    expect(await logHead()).toBe(before);
  });
});

it('answers in English when asked', async () => {
  const [route] = routes;
  const { body, headers } = await allowed(route!).post(urlOf(route!), {}, { 'accept-language': 'en' });
  expect(headers.get('content-language')).toBe('en');
  expect(body.detail).toMatch(/^[\x20-\x7e]+$/);
});

it('stores text in NFC, however it was typed', async () => {
  const title = 'Lớp đan lục bình ở Trà Cú';
  const { status, body } = await clients
    .get('officer')!
    .post('training-classes', { kind: 'craft', title: title.normalize('NFD'), effectiveOn: '2026-03-02', agencyId: 'tra-vinh' });
  expect(status).toBe(201);
  const { body: read } = await clients.get('officer')!.get(`training-classes/${body.objectId}?minPosition=${body.position}`);
  expect(read.title).toBe(title.normalize('NFC'));
});
