import { eventually } from '../support/platform.js';
import { agencyId, MILLION, recorded, withPeople } from './own-people.js';
import type { Json } from './product.js';

const { product, officer, finance, 'fund-manager': manager, leader } = withPeople('officer', 'finance', 'fund-manager', 'leader');

/** As it stands once everything up to a recording is counted. */
async function valueOf(metric: string, query: string, { position }: Json): Promise<number> {
  const { status, body } = await leader.get(`figures/${metric}?${query}&minPosition=${position}`);
  expect([metric, status, body.detail, body.errors]).toEqual([metric, 200, undefined, undefined]);
  return body.value;
}

async function programmeOf(name: string): Promise<string> {
  const legalBasis = { documentNumber: '85/2026/NQ-HĐND', issuer: 'HĐND tỉnh' };
  const period = { periodFromYear: 2025, periodToYear: 2026 };
  const programme = { name, legalBasis, ...period, agencyId, effectiveOn: '2025-01-02' };
  return (await recorded(officer.post('programmes', programme))).objectId;
}

async function lineOf(budgetYear: number, source: string, allocatedVnd: number): Promise<Json> {
  const programmeId = await programmeOf('Hỗ trợ hợp tác xã');
  const line = { title: 'Hỗ trợ hợp tác xã', source, budgetYear, allocatedVnd, effectiveOn: '2025-01-05' };
  return recorded(finance.post(`programmes/${programmeId}/budget-lines`, line));
}

const activities = [
  ['class', 'training-classes', { kind: 'craft', title: 'Lớp đan lục bình' }],
  ['fair', 'trade-fairs', { kind: 'fair', role: 'organised', title: 'Hội chợ' }],
] as const;

describe.each(activities)('the money of a %s held on a budget line', (_, noun, what) => {
  it('can be committed again once another person approved that it was never held', async () => {
    const line = await lineOf(2025, 'provincialBudget', 100 * MILLION);
    const plan = { ...what, budgetLineId: line.objectId, agencyId, effectiveOn: '2025-03-02' };
    const { objectId } = await recorded(officer.post(noun, plan));
    const costs = { costVnd: 70 * MILLION, effectiveOn: '2025-03-12' };
    const held = await recorded(officer.post(`${noun}/${objectId}/results`, costs));
    const asked = `budgetLine=${line.objectId}&effectiveTo=2025-12-31`;
    expect(await valueOf('budget.committed', asked, held)).toBe(70 * MILLION);
    const commit = (amountVnd: number) =>
      officer.post(`budget-lines/${line.objectId}/commitments`, { purpose: 'Việc khác', amountVnd, effectiveOn: '2025-04-01' });
    expect((await commit(100 * MILLION)).body.code).toBe('BudgetLineExhausted');

    const { body: timeline } = await officer.get(`${noun}/${objectId}/timeline?minPosition=${held.position}`);
    const eventId = (timeline.items as Json[]).find(({ type }) => String(type).endsWith('Held'))!.eventId as string;
    const correction = await recorded(officer.post('corrections', { eventId, reason: 'Ghi nhầm lớp khác' }));
    const approved = await recorded(leader.post(`corrections/${correction.objectId}/approvals`, {}));
    await eventually(
      () => valueOf('budget.committed', asked, approved),
      (value) => value === 0,
    );
    expect(await valueOf('budget.disbursed', asked, approved)).toBe(0);
    const { body: before } = await leader.get(`figures/budget.committed?${asked}&knownAt=${held.position}`);
    expect(before.value).toBe(70 * MILLION);
    await recorded(commit(100 * MILLION));
  });

  it('counts for the source and the budget year of the line, held in January too', async () => {
    const line = await lineOf(2025, 'nationalTargetProgramme', 100 * MILLION);
    const costs = { ...what, budgetLineId: line.objectId, agencyId, costVnd: 30 * MILLION, effectiveOn: '2026-01-20' };
    const held = await recorded(officer.post(`held-${noun}`, costs));
    const asked = `budgetLine=${line.objectId}&effectiveTo=2026-06-30`;
    expect(await valueOf('budget.disbursed', `${asked}&year=2025`, held)).toBe(30 * MILLION);
    expect(await valueOf('budget.disbursed', `${asked}&year=2026`, held)).toBe(0);
    const { body } = await leader.get(`figures/budget.disbursed?${asked}&groupBy=source&minPosition=${held.position}`);
    expect((body.rows as Json[]).map(({ key, value }) => [key, value])).toEqual([['nationalTargetProgramme', 30 * MILLION]]);
  });
});

it('counts for the programme of the line, named or not, and for no other', async () => {
  const line = await lineOf(2025, 'provincialBudget', 100 * MILLION);
  const costs = { kind: 'craft', title: 'Lớp đan lát', budgetLineId: line.objectId, agencyId, costVnd: MILLION };
  const held = await recorded(officer.post('held-training-classes', { ...costs, effectiveOn: '2025-03-12' }));
  const rowsOf = async (metric: string) => {
    const { body } = await leader.get(
      `figures/${metric}?budgetLine=${line.objectId}&groupBy=programme&minPosition=${held.position}`,
    );
    return (body.rows as Json[]).map(({ key, value }) => [key, value]);
  };
  expect(await rowsOf('budget.disbursed')).toEqual(await rowsOf('budget.committed'));
  const programmeId = await programmeOf('Chương trình khác');
  const stray = await officer.post('held-training-classes', { ...costs, programmeId, effectiveOn: '2025-03-12' });
  expect([stray.status, stray.body.code]).toEqual([422, 'LineOfAnotherProgramme']);
});

describe('what a stopped grant gave back to its line', () => {
  const supportVnd = 100 * MILLION;

  async function requestedGrant(budgetLineId: string, organisationId: string): Promise<string> {
    const project = { tier: 'provincial', title: 'Sấy lúa', item: 'Máy sấy', organisationId, budgetLineId };
    const money = { totalInvestmentVnd: 4 * supportVnd, requestedSupportVnd: supportVnd };
    const { objectId } = await recorded(officer.post('machinery-grants', { ...project, ...money, effectiveOn: '2025-01-06' }));
    const appraisal = { recommendedSupportVnd: supportVnd, effectiveOn: '2025-01-07' };
    await recorded(officer.post(`machinery-grants/${objectId}/appraisals`, appraisal));
    return objectId;
  }

  it('is not there for a day before the stop, and is not taken again by calling the stop a mistake', async () => {
    const { objectId: lineId } = await lineOf(2025, 'provincialBudget', supportVnd);
    const htx = { name: 'HTX Xuân Thành', type: 'cooperative', sector: 'agriculture', place: 'TCTK63:84' };
    const { objectId: htxId } = await recorded(officer.post('organisations', { ...htx, agencyId, effectiveOn: '2025-01-02' }));
    const [first, second] = [await requestedGrant(lineId, htxId), await requestedGrant(lineId, htxId)];
    const approve = (grant: string, effectiveOn: string) =>
      leader.post(`machinery-grants/${grant}/approvals`, { approvedSupportVnd: supportVnd, effectiveOn });
    await recorded(approve(first, '2025-01-10'));
    const stopped = await recorded(leader.post(`machinery-grants/${first}/stops`, { effectiveOn: '2025-06-01' }));

    const asked = `budgetLine=${lineId}&effectiveTo=`;
    expect(await valueOf('budget.available', `${asked}2025-12-31`, stopped)).toBe(supportVnd);
    expect((await approve(second, '2025-03-01')).body).toMatchObject({ code: 'BudgetLineExhausted', facts: { availableVnd: 0 } });
    const approved = await recorded(approve(second, '2025-06-01'));
    for (const day of ['2025-04-01', '2025-12-31']) expect(await valueOf('budget.available', asked + day, approved)).toBe(0);

    const { body: timeline } = await officer.get(`machinery-grants/${first}/timeline?minPosition=${stopped.position}`);
    const { eventId } = (timeline.items as Json[]).find(({ type }) => type === 'MachineryGrantStopped')!;
    const { status, body } = await officer.post('corrections', { eventId, reason: 'Ghi nhầm đề án' });
    expect([status, body.code, body.facts]).toEqual([409, 'BudgetLineExhausted', { availableVnd: 0, amountVnd: supportVnd }]);
  });
});

it('a fund that lent more than it has shows what is missing, and lends nothing more', async () => {
  const fund = await recorded(manager.post('funds', { name: 'Quỹ hỗ trợ HTX', agencyId, effectiveOn: '2025-01-02' }));
  const capital = { source: 'budgetGrant', amountVnd: 100 * MILLION, effectiveOn: '2025-01-05' };
  await recorded(finance.post(`funds/${fund.objectId}/capital-receipts`, capital));
  const htx = { name: 'HTX Lục Ngạn', type: 'cooperative', sector: 'agriculture', place: 'TCTK63:84', effectiveOn: '2025-01-02' };
  const { objectId: organisationId } = await recorded(officer.post('organisations', { ...htx, agencyId }));
  const borrowing = { fundId: fund.objectId, organisationId, purpose: 'Trồng vải thiều', agencyId };
  const rates = { annualRateBasisPoints: 540, overdueRatePercent: 150 };
  const remainingSchedule = [{ dueOn: '2027-06-21', principalVnd: 300 * MILLION }];
  const balance = { ...borrowing, ...rates, principalVnd: 300 * MILLION, remainingSchedule, effectiveOn: '2025-01-31' };
  const opened = await recorded(finance.post('loan-opening-balances', balance));
  const asked = `fund=${fund.objectId}&effectiveTo=2025-12-31`;
  expect(await valueOf('fund.availableToLend', asked, opened)).toBe(-200 * MILLION);

  const creditOfficer = await product.as('credit-officer');
  const wish = { ...borrowing, amountVnd: MILLION, termMonths: 12, effectiveOn: '2025-03-02' };
  const loan = await recorded(creditOfficer.post('loans', wish));
  await recorded(creditOfficer.post(`loans/${loan.objectId}/appraisals`, { effectiveOn: '2025-03-05' }));
  const terms = { ...rates, termMonths: 12, method: 'bullet', interestEveryMonths: 3 };
  const approval = { amountVnd: MILLION, ...terms, effectiveOn: '2025-03-10' };
  const { status, body } = await manager.post(`loans/${loan.objectId}/approvals`, approval);
  expect([status, body.code, body.facts]).toEqual([409, 'FundExhausted', { availableVnd: 0, amountVnd: MILLION }]);
});
