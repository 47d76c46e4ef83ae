import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { readXlsx } from 'hucre/xlsx';
import { startProduct, type Client, type Json, type Product } from './product.js';

/** So that the demo's own data are too many for a file at once. */
process.env.EXPORT_ROWS = '34';

let product: Product;
let leader: Client;
let bound: Client;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  leader = await product.as('leader');
  bound = await product.as('officer-tra-vinh');
}, 240_000);
afterAll(async () => {
  delete process.env.EXPORT_ROWS;
  await product.stop();
});

/** As anybody asks where boards are public, or as a client with its session. */
async function ask(path: string, { own = {} }: Partial<Client> = {}): Promise<Response> {
  return fetch(`${product.url}${path.startsWith('/') ? path : `/api/v1/${path}`}`, { headers: own });
}
const jsonOf = async (path: string, who?: Client) => (await (await ask(path, who)).json()) as Json;

async function finished(location: string, who?: Client): Promise<Json> {
  for (let tries = 0; tries < 600; tries++) {
    const told = await jsonOf(location, who);
    if (told.state !== 'waiting' && told.state !== 'running') return told;
    await sleep(100);
  }
  throw new Error(`${location} is not finished`);
}

it('a list is a workbook whose amounts and days are what the list says', async () => {
  const question = 'training-classes?agency=tra-vinh&kind=craft&sort=code';
  const classes = (await leader.get(question)).body.items as Json[];
  const [names] = (await (await ask(question.replace('?', '.csv?'), leader)).text()).split('\n');
  const answer = await ask(question.replace('?', '.xlsx?'), leader);
  expect([answer.status, classes.length > 3]).toEqual([200, true]);
  const [table, source] = (await readXlsx(new Uint8Array(await answer.arrayBuffer()))).sheets;
  const column = (name: string) => {
    const index = names!.replace('\uFEFF', '').split(';').indexOf(name);
    return table!.rows.slice(1).map((row) => row[index]);
  };
  expect(table!.rows[0]!.slice(0, 4)).toEqual(['Mã', 'Tên lớp', 'Trạng thái', 'Đơn vị']);
  expect(column('code')).toEqual(classes.map(({ code }) => code));
  expect(column('title')).toEqual(classes.map(({ title }) => title));
  expect(column('effectiveFrom')).toEqual(classes.map(({ effectiveFrom }) => new Date(`${effectiveFrom}T00:00:00Z`)));
  expect(column('costVnd')).toEqual(classes.map(({ data }) => data.costVnd ?? null));
  expect(column('costVnd').filter((cost) => typeof cost === 'number').length).toBeGreaterThan(3);
  expect(source!.rows).toContainEqual(['Số dòng', classes.length]);
});

it('evidence of more rows than leave at once is made in the background, for everybody where boards are public', async () => {
  const figure = await jsonOf('figures/training.learners');
  const evidence = `figures/${figure.figureId}/evidence`;
  const answer = await ask(`${evidence}.ndjson`);
  expect(answer.status).toBe(202);
  const location = answer.headers.get('location')!;
  const told = await finished(location);
  expect(told).toMatchObject({ state: 'done', position: figure.meta.knownAt.position, address: `/api/v1/${evidence}` });
  const file = await ask(told.file);
  const bytes = Buffer.from(await file.arrayBuffer());
  expect(file.headers.get('etag')).toBe(`"${createHash('sha256').update(bytes).digest('hex')}"`);
  expect(Number(file.headers.get('content-length'))).toBe(bytes.length);
  const entries = String(bytes)
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Json);
  expect(entries).toHaveLength(told.rows as number);
  expect(entries.reduce((sum, { value }) => sum + Number(value), 0)).toBe(figure.value);
  expect((await ask(location, bound)).status).toBe(404);
  expect((await ask(told.file, bound)).status).toBe(404);
  expect((await ask(told.file, leader)).status).toBe(200);
});

it('a file that could not wait for a recording says so', async () => {
  const answer = await ask('loans.csv?agency=tra-vinh&minPosition=p-99999999999999999999', leader);
  await answer.text();
  const manifest = /<(.+?)>/.exec(answer.headers.get('link')!)![1]!;
  expect(await jsonOf(manifest, leader)).toMatchObject({ state: 'done', stale: true, agencies: ['tra-vinh'] });
});

it('the document tells of formats, of jobs and of manifests', async () => {
  const { paths, components } = await jsonOf('openapi.json');
  const list = paths['/api/v1/loans'].get.responses;
  expect(Object.keys(list)).toEqual(expect.arrayContaining(['200', '202', 'default']));
  const background = components.responses[list['202'].$ref.split('/').at(-1)];
  expect(background.content['application/json'].schema).toEqual({ $ref: '#/components/schemas/Export' });
  const answer = list['200'].$ref ? components.responses[list['200'].$ref.split('/').at(-1)] : list['200'];
  expect(Object.keys(answer.headers)).toEqual(['Link', 'X-Position']);
  expect(paths['/api/v1/exports/{exportId}'].get.responses['200'].content['application/json'].schema.$ref).toContain('Export');
  expect(Object.keys(paths)).toEqual(expect.arrayContaining(['/api/v1/exports/{exportId}/file']));
  expect(components.schemas.Export.properties.state.enum).toContain('expired');
});
