import { startProduct, type Client, type Json, type Product } from './product.js';

let product: Product;
let leader: Client;

beforeAll(async () => {
  product = await startProduct({ demo: true });
  leader = await product.as('leader');
}, 240_000);
afterAll(() => product.stop());

async function figure(metric: string, query: string): Promise<Json> {
  const { status, body } = await leader.get(`figures/${metric}?${query}`);
  expect([metric, query, status]).toEqual([metric, query, 200]);
  return body;
}

async function rowsOf(metric: string, query: string): Promise<Record<string, Json>> {
  const { rows } = await figure(metric, query);
  return Object.fromEntries((rows as Json[]).map((row) => [row.key, row]));
}

const TV = 'agency=tra-vinh&effectiveTo=2020-12-31';
const ST = 'agency=soc-trang&effectiveTo=2012-12-31';
const BG = 'agency=bac-giang&effectiveTo=2021-06-30';

/** Rows of the real reports that must come out of recorded events, to the đồng. */
describe('figures of the reports', () => {
  it.each([
    ['TV13+TV18 classes', 'training.classes', TV, 35, 'exact'],
    ['TV13+TV18 learners', 'training.learners', TV, 1_044, 'exact'],
    ['TV13+TV18 cost', 'training.cost', TV, 381_405_000, 'exact'],
    ['TV13.1', 'training.classes', `${TV}&kind=management`, 3, 'exact'],
    ['TV13.2', 'training.learners', `${TV}&kind=management`, 117, 'exact'],
    ['TV13.3', 'training.cost', `${TV}&kind=management`, 67_175_000, 'exact'],
    ['TV18.1', 'training.classes', `${TV}&kind=craft`, 32, 'exact'],
    ['TV18.2', 'training.learners', `${TV}&kind=craft`, 927, 'exact'],
    ['TV18.3', 'training.cost', `${TV}&kind=craft`, 314_230_000, 'exact'],
    ['TV14.1', 'grant.projects', TV, 3, 'exact'],
    ['TV14.2', 'grant.investment', TV, 770_000_000, 'exact'],
    ['TV14.3', 'grant.support', TV, 285_000_000, 'exact'],
    ['TV support without votes', 'support.total', TV, 666_405_000, 'exact'],
    ['TV24', 'fair.participations', `${TV}&kind=fair`, 44, 'over'],
    ['TV26', 'fair.participations', `${TV}&kind=supplyDemandMeeting`, 39, 'over'],
    ['TV30.1', 'fair.events', `${TV}&kind=ruralMarket`, 3, 'exact'],
    ['TV31.3', 'fair.revenue', `${TV}&kind=ruralMarket`, 2_100_000_000, 'exact'],
    ['TV31.4', 'fair.visitors', `${TV}&kind=ruralMarket`, 24_000, 'over'],
    ['ST28.1', 'fund.capital', 'agency=soc-trang&effectiveTo=2010-04-30', 2_500_000_000, 'exact'],
    ['ST28.2', 'fund.capital', ST, 5_000_000_000, 'exact'],
    ['ST29.1', 'loan.disbursed', ST, 8, 'exact'],
    ['ST29.2', 'fund.lent', ST, 2_440_000_000, 'exact'],
    ['BG20', 'training.classes', BG, 2, 'exact'],
    ['BG21.1', 'fund.borrowedCapital', BG, 3_000_000_000, 'exact'],
    ['BG21.2', 'fund.capital', BG, 17_546_000_000, 'exact'],
    ['BG22.1', 'loan.active', BG, 45, 'exact'],
    ['BG22.2', 'fund.outstanding', BG, 13_850_000_000, 'exact'],
    ['BG21-BG22 unlent', 'fund.availableToLend', BG, 3_696_000_000, 'exact'],
    ['BG22.3 after', 'loan.overdueCount', BG, 0, 'exact'],
    ['BG22.3 before', 'loan.overdueCount', 'agency=bac-giang&effectiveTo=2021-04-30', 2, 'exact'],
  ])('%s: %s?%s', async (_, metric, query, value, qualifier) => {
    expect(await figure(metric, query)).toMatchObject({ metric, value, qualifier });
  });

  it('TV15-TV17: the share of each project, and of all', async () => {
    const rows = Object.values(await rowsOf('grant.share', `${TV}&groupBy=object`));
    expect(rows.map(({ value, numerator, denominator }) => [value, numerator, denominator]).sort((a, b) => a[2] - b[2])).toEqual([
      [40, 12_000_000, 30_000_000],
      [37.19, 45_000_000, 121_000_000],
      [36.83, 228_000_000, 619_000_000],
    ]);
    expect(await figure('grant.share', TV)).toMatchObject({ value: 37.01, numerator: 285_000_000, denominator: 770_000_000 });
  });

  it('TV31.2: 78 enterprises at the three markets', async () => {
    expect(await figure('fair.enterprises', `${TV}&kind=ruralMarket`)).toMatchObject({ value: 78, qualifier: 'exact' });
  });

  it('ST29.3-ST29.4: lent to 3 THT and 5 HTX', async () => {
    const rows = await rowsOf('fund.borrowers', `${ST}&groupBy=organisationType`);
    expect([rows.cooperativeGroup?.value, rows.cooperative?.value]).toEqual([3, 5]);
  });

  it('BG20: learners and cost were not told, and the figures say so', async () => {
    for (const metric of ['training.learners', 'training.cost', 'training.women'])
      expect(await figure(metric, BG)).toMatchObject({ value: null, unknown: 2 });
  });

  it('asked before and after their dates they are what they then were', async () => {
    expect((await figure('fund.lent', 'agency=soc-trang&effectiveTo=2010-04-30')).value).toBe(0);
    expect((await figure('fund.capital', 'agency=soc-trang&effectiveTo=2011-05-15')).value).toBe(2_500_000_000);
    expect((await figure('fund.outstanding', 'agency=soc-trang&effectiveTo=2020-12-31')).value).toBe(0);
    expect((await figure('grant.support', 'agency=tra-vinh&effectiveTo=2017-12-31')).value).toBe(12_000_000);
    expect((await figure('loan.overduePrincipal', BG)).value).toBe(0);
    expect((await figure('loan.overduePrincipal', 'agency=bac-giang&effectiveTo=2021-04-30')).value).toBeGreaterThan(0);
  });

  it('known at an earlier time is a prefix of the log', async () => {
    expect((await figure('training.classes', `${TV}&knownAt=2017-01-01T00:00:00%2B07:00`)).value).toBe(8);
    expect((await figure('fund.lent', `${ST}&knownAt=2011-01-01T00:00:00%2B07:00`)).value).toBe(680_000_000);
    expect((await figure('training.classes', `${TV}&knownAt=2010-01-01T00:00:00%2B07:00`)).value).toBe(0);
  });
});

describe('evidence', () => {
  it.each([
    ['training.cost', `${TV}&kind=craft`],
    ['grant.share', TV],
    ['support.total', TV],
    ['fund.availableToLend', BG],
    ['fund.borrowers', ST],
    ['loan.overdueCount', 'agency=bac-giang&effectiveTo=2021-04-30'],
  ])('of %s re-adds to the figure', async (metric, query) => {
    const { figureId, value } = await figure(metric, query);
    const { status, body } = await leader.get(`figures/${figureId}/evidence`);
    if (status !== 200) console.log(JSON.stringify(body));
    expect([status, body.matches, body.recomputed]).toEqual([200, true, value]);
  });

  it('opens down to every event of TV18.3', async () => {
    const { figureId } = await figure('training.cost', `${TV}&kind=craft`);
    const { body } = await leader.get(`figures/${figureId}/evidence?limit=200`);
    expect(body.items).toHaveLength(32);
    expect((body.items as Json[]).reduce((sum, { value }) => sum + Number(value), 0)).toBe(314_230_000);
  });
});
