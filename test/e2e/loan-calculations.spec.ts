import { commandLine } from '../support/command-line.js';
import { startProduct, type Client, type Json, type Product } from './product.js';

const CASE = {
  contract: {
    principal: 500_000_000,
    annualRateBasisPoints: 600,
    overdueRatePercent: 150,
    repayment: { method: 'equalPrincipal' },
    grid: { termMonths: 12, interestEveryMonths: 1, principalEveryMonths: 6, paymentDay: 25 },
  },
  facts: [
    { on: '2026-03-05', kind: 'disbursed', amount: 500_000_000 },
    { on: '2026-03-25', kind: 'repaid', amount: 1_643_836 },
  ],
  dates: ['2026-03-31', '2026-12-31'],
  classification: { lender: 'microfinance', collateral: 100_000_000 },
};
const ROUTE = 'loan-calculations';

let product: Product;
let officer: Client;

beforeAll(async () => {
  product = await startProduct({ demo: false, accounts: true });
  officer = await product.as('officer');
});
afterAll(() => product?.stop());

const ask = (body: unknown, headers: Record<string, string> = {}) => officer.post(ROUTE, body, headers);

/** As a caller without any Idempotency-Key. */
async function plainly(headers: Readonly<Record<string, string>>, body: unknown = CASE) {
  const sent = { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: JSON.stringify(body) };
  const answer = await fetch(`${product.url}/api/v1/${ROUTE}`, sent);
  return { status: answer.status, body: (await answer.json()) as Json };
}

describe('POST /loan-calculations', () => {
  it('answers as the command line does, without an Idempotency-Key, and the same again', async () => {
    const { status, body } = await plainly(officer.own);
    const line = await commandLine({ env: {}, input: JSON.stringify(CASE) })('loan', 'calc', '--file', '-', '--json');
    expect(status).toBe(200);
    expect(body).toEqual(JSON.parse(line.out));
    expect((await plainly(officer.own)).body).toEqual(body);
  });

  it('records nothing', async () => {
    const log = await product.openLog();
    const head = await log.head();
    await ask(CASE);
    expect(await log.head()).toEqual(head);
    await log.close();
  });

  it('is for those who are signed in', async () => {
    expect(await plainly({})).toMatchObject({ status: 401, body: { code: 'NotSignedIn' } });
    const { cookie } = officer.own;
    expect((await plainly({ cookie: cookie! })).status).toBe(403);
  });

  it('says everything that is wrong with pointers, in the language asked for', async () => {
    const wrong = { ...CASE, dates: ['2026-02-30'], facts: [{ on: '2026-03-05', kind: 'disbursed', amount: 0.5 }], colour: 1 };
    const { status, body } = await ask(wrong, { 'accept-language': 'en' });
    expect([status, body.code]).toEqual([400, 'Malformed']);
    expect(body.errors).toEqual([
      { pointer: '/colour', code: 'unknownField', detail: 'colour: is no field here.' },
      { pointer: '/facts/0/amount', code: 'isInt', detail: 'facts/0/amount: must be a whole number.' },
      { pointer: '/dates/0', code: 'isDay', detail: 'dates/0: must be a day that exists, YYYY-MM-DD, from 1900 to 2199.' },
    ]);
    const vi = await ask({ ...CASE, dates: [] });
    expect(vi.body.errors).toEqual([{ pointer: '/dates', code: 'arrayMinSize', detail: 'dates: cần ít nhất 1 phần tử.' }]);
  });

  it.each<[string, unknown]>([
    ['a list', []],
    ['no JSON', '{"contract":'],
    ['nothing', ''],
    ['null', 'null'],
    ['a number no JSON carries', JSON.stringify(CASE).replace('500000000', '9007199254740993')],
    [
      'too much to calculate while others wait',
      {
        ...CASE,
        contract: { ...CASE.contract, grid: { termMonths: 1_200, interestEveryMonths: 1 } },
        dates: Array.from({ length: 200 }, () => '2026-03-31'),
      },
    ],
  ])('%s is malformed', async (_, body) => {
    const answer = await ask(body);
    expect([answer.status, answer.body.code]).toEqual([400, 'Malformed']);
  });

  it('is in the OpenAPI document, and the schemas hold what is asked and answered', async () => {
    const { body: document } = await officer.get('openapi.json');
    const { post } = document.paths[`/api/v1/${ROUTE}`] as Json;
    expect(post.parameters ?? []).toEqual([]);
    const { body: answer } = await ask(CASE);
    expect(misfits(post.requestBody.content['application/json'].schema, CASE)).toEqual([]);
    expect(misfits(post.responses[200].content['application/json'].schema, answer)).toEqual([]);
    expect(misfits(post.responses[200].content['application/json'].schema, { ...answer, schedule: undefined })).toEqual([
      '/schedule',
    ]);
  });
});

/** Where a value has what its schema does not name, or lacks what it requires. */
function misfits(schema: Json, value: any, at = ''): string[] {
  if (schema.oneOf) return (schema.oneOf as Json[]).some((each) => misfits(each, value, at).length === 0) ? [] : [at];
  if (schema.enum) return (schema.enum as unknown[]).includes(value) ? [] : [at];
  if (schema.type === 'array')
    return (value as unknown[]).flatMap((item, index) => misfits(schema.items, item, `${at}/${index}`));
  if (schema.type !== 'object') return typeof value === (schema.type === 'integer' ? 'number' : schema.type) ? [] : [at];
  const missing = (schema.required as string[]).filter((name) => value[name] === undefined).map((name) => `${at}/${name}`);
  const own = Object.entries(value as Json).filter(([, item]) => item !== undefined);
  return [
    ...missing,
    ...own.flatMap(([name, item]) =>
      schema.properties[name] ? misfits(schema.properties[name], item, `${at}/${name}`) : [`${at}/${name}`],
    ),
  ];
}
