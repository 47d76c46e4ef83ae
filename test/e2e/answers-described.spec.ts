import Ajv from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { startProduct, type Client, type Json, type Product } from './product.js';

let product: Product;
let leader: Client;
let document: Json;
let ajv: InstanceType<typeof Ajv.default>;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  leader = await product.as('leader');
  document = closed((await leader.get('openapi.json')).body) as Json;
  ajv = new Ajv.default({ strict: false, allErrors: true, schemas: { document } });
  addFormats.default(ajv);
}, 240_000);
afterAll(() => product?.stop());

/** The same document with objects that hold nothing but what it names: a field it forgets is then found. */
function closed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(closed);
  if (typeof value !== 'object' || value === null) return value;
  const all = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, closed(item)]));
  const isObject = all.type === 'object' && all.properties && !('additionalProperties' in all);
  return isObject ? { ...all, additionalProperties: false } : all;
}

/** What an answer has that its schema does not name, or lacks that it requires. */
function misfits(route: string, body: unknown, [method, status] = ['get', '200']): string[] {
  const at = `/paths/${route.replaceAll('~', '~0').replaceAll('/', '~1')}/${method}/responses/${status}`;
  const own = (document.paths[route][method].responses as Json)[status] as Json;
  const response = own.$ref ? (own.$ref as string).slice(1) : at;
  const check = ajv.getSchema(`document#${response}/content/application~1json/schema`);
  if (!check) return [`${route} has no schema`];
  void check(body);
  return (check.errors ?? []).map(
    ({ instancePath, message, params }) => `${route} ${instancePath} ${message} ${JSON.stringify(params)}`,
  );
}

async function asked(route: string, path = route): Promise<Json> {
  const { status, body } = await leader.get(path);
  expect([path, status]).toEqual([path, 200]);
  expect(misfits(route, body)).toEqual([]);
  return body;
}

describe('answers are what the document says', () => {
  it('of lists, objects and timelines of every kind', async () => {
    const { kinds } = await asked('/api/v1/catalogue');
    for (const { noun } of kinds as Json[]) {
      const { items } = await asked(`/api/v1/${noun}`, `/api/v1/${noun}?limit=20&total=true`);
      expect(items.length).toBeGreaterThan(0);
      const { id } = (items as Json[]).at(-1)!;
      await asked(`/api/v1/${noun}/{id}`, `/api/v1/${noun}/${encodeURIComponent(id as string)}`);
      await asked(`/api/v1/${noun}/{id}/timeline`, `/api/v1/${noun}/${encodeURIComponent(id as string)}/timeline`);
    }
  });

  it('of every metric, whole and by group, its evidence and its changes', async () => {
    const { items } = await asked('/api/v1/figures');
    const kinds = new Set<string>();
    for (const { metric, kind } of items as Json[]) {
      const figure = await asked('/api/v1/figures/{metric}', `/api/v1/figures/${metric}?effectiveTo=2026-06-30`);
      await asked('/api/v1/figures/{metric}', `/api/v1/figures/${metric}?groupBy=programme&effectiveTo=2026-06-30`);
      if (kinds.has(kind as string) && figure.value === 0) continue;
      kinds.add(kind as string);
      await asked('/api/v1/figures/{figureId}/evidence', `/api/v1/figures/${figure.figureId}/evidence?limit=50`);
      const from = '2000-01-01T00:00:00Z';
      await asked('/api/v1/figures/{figureId}/changes', `/api/v1/figures/${figure.figureId}/changes?from=${from}`);
    }
    expect(kinds.size).toBeGreaterThan(4);
  });

  it('of corrections, sessions and recordings', async () => {
    const finance = await product.as('finance');
    const { items } = await asked('/api/v1/training-classes', '/api/v1/training-classes?status=held&limit=1');
    const timeline = (await leader.get(`training-classes/${items[0].id}/timeline`)).body;
    const { eventId } = (timeline.items as Json[]).find(({ type }) => type === 'TrainingClassHeld')!;
    const officer = await product.as('officer');
    const asks = await officer.post('corrections', { eventId, reason: 'Ghi nhầm lớp' });
    expect([asks.status, misfits('/api/v1/corrections', asks.body, ['post', '201'])]).toEqual([201, []]);
    const open = await asked('/api/v1/corrections', `/api/v1/corrections?minPosition=${asks.body.position}`);
    expect(open.items).toHaveLength(1);
    const { correctionId } = open.items[0];
    await asked('/api/v1/corrections/{correctionId}', `/api/v1/corrections/${correctionId}`);
    const refused = await finance.post(`corrections/${correctionId}/rejections`, { reason: 'Ghi đúng' });
    expect([refused.status, misfits('/api/v1/corrections/{correctionId}/rejections', refused.body, ['post', '201'])]).toEqual([
      201,
      [],
    ]);
    await asked('/api/v1/corrections/{correctionId}', `/api/v1/corrections/${correctionId}`);
    const decided = await asked(
      '/api/v1/corrections',
      `/api/v1/corrections?status=decided&total=true&minPosition=${refused.body.position}`,
    );
    expect(decided).toMatchObject({ total: 1, items: [{ correctionId, decision: { type: 'CorrectionRejected' } }] });
    await asked('/api/v1/sessions/current');
  });

  it('of all events, of files, and of what admins see', async () => {
    const { items } = await asked('/api/v1/events', '/api/v1/events?limit=100');
    expect(items).toHaveLength(100);
    await asked('/api/v1/events/{eventId}', `/api/v1/events/${items[0].eventId}`);
    const file = await leader.get('/api/v1/training-classes.csv');
    const manifest = /<(.+?)>/.exec(file.headers.get('link')!)![1]!;
    await asked('/api/v1/exports/{exportId}', manifest);
    const admin = await product.as('admin');
    for (const route of ['/api/v1/accounts', '/api/v1/projections'])
      expect(misfits(route, (await admin.get(route)).body)).toEqual([]);
  });

  it('and a forgotten field is found', () => {
    const bare = { noun: 'loans', secret: 1 };
    expect(misfits('/api/v1/loans/{id}', bare).join()).toMatch(/secret/);
  });
});
