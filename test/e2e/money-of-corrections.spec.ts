import { eventually } from '../support/platform.js';
import { agencyId, MILLION, recorded, withPeople } from './own-people.js';
import type { Json } from './product.js';

const { officer, finance, 'fund-manager': manager, leader } = withPeople('officer', 'finance', 'fund-manager', 'leader');

const END = 'effectiveTo=2025-12-31';

async function figure(metric: string, query: string, { position }: Json): Promise<Json> {
  const { status, body } = await leader.get(`figures/${metric}?${query}&minPosition=${position}`);
  expect([metric, status, body.detail, body.errors]).toEqual([metric, 200, undefined, undefined]);
  return body;
}

/** The event of a type in an object's history, its last one. */
async function eventOf(path: string, type: string, { position }: Json): Promise<string> {
  const { body } = await leader.get(`${path}/timeline?minPosition=${position}`);
  return (body.items as Json[]).findLast((item) => item.type === type)!.eventId as string;
}

const asked = (eventId: string) => finance.post('corrections', { eventId, reason: 'Ghi nhầm' });
const approved = ({ objectId }: Json) => leader.post(`corrections/${objectId}/approvals`, {});

let names = 0;
const organisation = async (): Promise<string> => {
  const htx = { name: `HTX ${++names}`, type: 'cooperative', sector: 'agriculture', place: 'TCTK63:84', agencyId };
  return (await recorded(officer.post('organisations', { ...htx, effectiveOn: '2025-01-02' }))).objectId;
};

describe('what grants give back to a budget line', () => {
  async function lineOf(allocatedVnd: number): Promise<string> {
    const legalBasis = { documentNumber: '85/2026/NQ-HĐND', issuer: 'HĐND tỉnh' };
    const programme = { name: 'Khuyến công', legalBasis, periodFromYear: 2025, periodToYear: 2026, agencyId };
    const { objectId } = await recorded(officer.post('programmes', { ...programme, effectiveOn: '2025-01-02' }));
    const line = { title: 'Khuyến công', source: 'provincialBudget', budgetYear: 2025, allocatedVnd, effectiveOn: '2025-01-05' };
    return (await recorded(finance.post(`programmes/${objectId}/budget-lines`, line))).objectId;
  }

  async function appraisedGrant(budgetLineId: string, supportVnd: number): Promise<string> {
    const project = { tier: 'provincial', title: 'Sấy lúa', item: 'Máy sấy', budgetLineId, organisationId: await organisation() };
    const money = { totalInvestmentVnd: 4 * supportVnd, requestedSupportVnd: supportVnd };
    const { objectId } = await recorded(officer.post('machinery-grants', { ...project, ...money, effectiveOn: '2025-01-06' }));
    const appraisal = { recommendedSupportVnd: supportVnd, effectiveOn: '2025-01-07' };
    await recorded(officer.post(`machinery-grants/${objectId}/appraisals`, appraisal));
    return objectId;
  }
  const approveGrant = (grant: string, approvedSupportVnd: number, effectiveOn: string) =>
    leader.post(`machinery-grants/${grant}/approvals`, { approvedSupportVnd, effectiveOn });

  let contracts = 0;

  /** A grant approved with 100 triệu and settled with 60 on 1 June: 40 are free again. */
  async function settledGrant(budgetLineId: string) {
    const grant = await appraisedGrant(budgetLineId, 100 * MILLION);
    const step = (name: string, fields: object, effectiveOn: string) =>
      recorded(
        (name === 'contracts' || name === 'acceptances' ? officer : finance).post(`machinery-grants/${grant}/${name}`, {
          ...fields,
          effectiveOn,
        }),
      );
    await recorded(approveGrant(grant, 100 * MILLION, '2025-01-10'));
    await step('contracts', { contractNumber: `HĐ-${++contracts}` }, '2025-01-20');
    await step('acceptances', { actualInvestmentVnd: 300 * MILLION, acceptedSupportVnd: 60 * MILLION }, '2025-05-10');
    await step('payments', { amountVnd: 60 * MILLION }, '2025-05-20');
    const settled = await step('settlements', {}, '2025-06-01');
    return { grant, settled, settlement: await eventOf(`machinery-grants/${grant}`, 'MachineryGrantSettled', settled) };
  }
  const commit = (line: string, amountVnd: number, effectiveOn: string) =>
    finance.post(`budget-lines/${line}/commitments`, { purpose: 'Việc khác', amountVnd, effectiveOn });
  const available = async (line: string, at: Json, day = '2025-12-31') =>
    (await figure('budget.available', `budgetLine=${line}&effectiveTo=${day}`, at)).value as number;

  it('can be committed by the line itself, as the board shows it and from that day on', async () => {
    const line = await lineOf(100 * MILLION);
    const { settled } = await settledGrant(line);
    expect(await available(line, settled)).toBe(40 * MILLION);
    expect((await commit(line, MILLION, '2025-05-31')).body).toMatchObject({
      code: 'BudgetLineExhausted',
      facts: { availableVnd: 0 },
    });
    const most = await commit(line, 40 * MILLION + 1, '2025-06-01');
    expect([most.status, most.body.facts]).toEqual([409, { availableVnd: 40 * MILLION, amountVnd: 40 * MILLION + 1 }]);
    const taken = await recorded(commit(line, 40 * MILLION, '2025-06-01'));
    expect(await available(line, taken)).toBe(0);
    const cut = await finance.post(`budget-lines/${line}/adjustments`, { decreaseVnd: 1, effectiveOn: '2025-06-02' });
    expect([cut.status, cut.body.code]).toEqual([409, 'BudgetLineExhausted']);
  });

  it('of the line and another grant that want it at the same moment exactly one gets it', async () => {
    const line = await lineOf(100 * MILLION);
    await settledGrant(line);
    const other = await appraisedGrant(line, 30 * MILLION);
    const race = await Promise.all([commit(line, 30 * MILLION, '2025-06-10'), approveGrant(other, 30 * MILLION, '2025-06-10')]);
    expect(race.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(race.find(({ status }) => status === 409)!.body.code).toBe('BudgetLineExhausted');
    expect(await available(line, race.find(({ status }) => status === 201)!.body)).toBe(10 * MILLION);
  });

  it('is taken back with the settlement where it is still there, and then is nobody else’s', async () => {
    const line = await lineOf(100 * MILLION);
    const { grant, settlement } = await settledGrant(line);
    const correction = await recorded(approved(await recorded(asked(settlement))));
    await eventually(
      () => available(line, correction),
      (value) => value === 0,
    );
    expect((await commit(line, 1, '2025-06-10')).body).toMatchObject({ code: 'BudgetLineExhausted', facts: { availableVnd: 0 } });
    const again = await recorded(finance.post(`machinery-grants/${grant}/settlements`, { effectiveOn: '2025-06-05' }));
    expect(await available(line, again)).toBe(40 * MILLION);
  });

  it('stays with who took it meanwhile: the settlement is not taken back, and the refusal says what is missing', async () => {
    const line = await lineOf(100 * MILLION);
    const { settlement } = await settledGrant(line);
    const request = await recorded(asked(settlement));
    const taken = await recorded(commit(line, 15 * MILLION, '2025-07-01'));
    const { status, body } = await approved(request);
    const facts = { availableVnd: 25 * MILLION, amountVnd: 40 * MILLION };
    expect([status, body.code, body.facts]).toEqual([409, 'BudgetLineExhausted', facts]);
    expect(await available(line, taken)).toBe(25 * MILLION);
    await recorded(leader.post(`corrections/${request.objectId}/rejections`, {}));
    expect((await asked(settlement)).body).toMatchObject({ code: 'BudgetLineExhausted', facts });
    await recorded(officer.post(`budget-lines/${line}/releases`, { commitmentNumber: 1, effectiveOn: '2025-07-01' }));
    await recorded(approved(await recorded(asked(settlement))));
  });

  it.each(['2025-06-01', '2025-08-01'])('of a correction and who wants it for %s at the same moment one gets it', async (day) => {
    const grantOf = async (line: string) => {
      const other = await appraisedGrant(line, 40 * MILLION);
      return () => approveGrant(other, 40 * MILLION, day);
    };
    for (const rival of [grantOf, async (line: string) => () => commit(line, 40 * MILLION, day)]) {
      const line = await lineOf(100 * MILLION);
      const { settlement } = await settledGrant(line);
      const request = await recorded(asked(settlement));
      const take = await rival(line);
      const race = await Promise.all([approved(request), take()]);
      expect(race.map(({ status }) => status).sort()).toEqual([201, 409]);
      expect(race.find(({ status }) => status === 409)!.body.code).toBe('BudgetLineExhausted');
      const won = race.find(({ status }) => status === 201)!.body;
      await eventually(
        () => available(line, won),
        (value) => value === 0,
      );
    }
  });

  it('is as free as ever for a line’s own corrections, which take nothing that is gone', async () => {
    const line = await lineOf(100 * MILLION);
    await settledGrant(line);
    const more = await recorded(
      finance.post(`budget-lines/${line}/adjustments`, { increaseVnd: 20 * MILLION, effectiveOn: '2025-06-15' }),
    );
    const increase = await eventOf(`budget-lines/${line}`, 'BudgetIncreased', more);
    await recorded(commit(line, 50 * MILLION, '2025-07-01'));
    const paid = await recorded(
      finance.post(`budget-lines/${line}/disbursements`, { amountVnd: 5 * MILLION, effectiveOn: '2025-07-02' }),
    );
    const facts = { availableVnd: 10 * MILLION, amountVnd: 20 * MILLION };
    expect((await asked(increase)).body).toMatchObject({ code: 'BudgetLineExhausted', facts });
    await recorded(approved(await recorded(asked(await eventOf(`budget-lines/${line}`, 'BudgetDisbursed', paid)))));
    await recorded(
      officer.post(`budget-lines/${line}/releases`, { commitmentNumber: 1, amountVnd: 10 * MILLION, effectiveOn: '2025-07-01' }),
    );
    const correction = await recorded(approved(await recorded(asked(increase))));
    expect(await available(line, correction)).toBe(0);
  });

  it('is committed and corrected in several places at the same moment, and nobody loses a race', async () => {
    const line = await lineOf(100 * MILLION);
    const requests: Json[] = [];
    for (const day of ['15', '16', '17', '18', '19', '20']) {
      const increase = { increaseVnd: MILLION, effectiveOn: `2025-06-${day}` };
      const more = await recorded(finance.post(`budget-lines/${line}/adjustments`, increase));
      requests.push(await recorded(asked(await eventOf(`budget-lines/${line}`, 'BudgetIncreased', more))));
    }
    const commitments = Array.from({ length: 12 }, () => commit(line, MILLION, '2025-07-01'));
    const answers = await Promise.all([...commitments, ...requests.map(approved)]);
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(({ body }) => [201, body.code]));
  });

  it('a contract number is free again once its contract was taken back, for another grant too', async () => {
    const line = await lineOf(300 * MILLION);
    const [first, second] = [await appraisedGrant(line, 10 * MILLION), await appraisedGrant(line, 10 * MILLION)];
    for (const grant of [first, second]) await recorded(approveGrant(grant, 10 * MILLION, '2025-01-10'));
    const sign = (grant: string, contractNumber = '77/HĐ-KC') =>
      officer.post(`machinery-grants/${grant}/contracts`, { contractNumber, effectiveOn: '2025-02-03' });
    const signed = await recorded(sign(first));
    expect((await sign(second)).body.code).toBe('AlreadyTaken');
    const contract = await eventOf(`machinery-grants/${first}`, 'MachineryGrantContractSigned', signed);
    await recorded(approved(await recorded(asked(contract))));
    await recorded(sign(second));
    expect((await sign(first)).body.code).toBe('AlreadyTaken');
    await recorded(sign(first, '78/HĐ-KC'));
  });
});

it('a tax code typed wrong at the registration is put right by a second person, and whose it is may take it', async () => {
  const htx = { name: 'HTX Mã Số', type: 'cooperative', sector: 'agriculture', place: 'TCTK63:84', agencyId };
  const register = (name: string, taxCode: string) =>
    officer.post('organisations', { ...htx, name, taxCode, effectiveOn: '2025-01-02' });
  const first = await recorded(register('HTX Mã Số', '2100123465'));
  const change = await officer.post(`organisations/${first.objectId}/details`, {
    taxCode: '2100123456',
    effectiveOn: '2025-01-03',
  });
  expect([change.status, change.body.code]).toEqual([409, 'TaxCodeFixed']);
  const eventId = await eventOf(`organisations/${first.objectId}`, 'OrganisationTaxCodeAssigned', first);
  const fields = { organisationId: first.objectId, taxCode: '2100123456', effectiveOn: '2025-01-02' };
  const replacement = { command: 'ChangeOrganisationDetails', fields };
  const correction = await recorded(officer.post('corrections', { eventId, reason: 'Gõ nhầm hai số', replacement }));
  expect((await register('HTX Của Mã', '2100123465')).body.code).toBe('AlreadyTaken');
  await recorded(approved(correction));
  const other = await recorded(register('HTX Của Mã', '2100123465'));
  const found = async (q: string) => {
    const { body } = await leader.get(`organisations?q=${q}&minPosition=${other.position}`);
    return (body.items as Json[]).map(({ title }) => title as string);
  };
  expect([await found('2100123456'), await found('2100123465')]).toEqual([['HTX Mã Số'], ['HTX Của Mã']]);
});

describe('capital that was never received', () => {
  async function fundLending(receivedTr: number, lentTr: number) {
    const fund = await recorded(manager.post('funds', { name: 'Quỹ hỗ trợ HTX', agencyId, effectiveOn: '2025-01-02' }));
    const capital = { source: 'budgetGrant', amountVnd: receivedTr * MILLION, effectiveOn: '2025-01-05' };
    const received = [1, 2].map(() => () => recorded(finance.post(`funds/${fund.objectId}/capital-receipts`, capital)));
    await received[0]!();
    const twice = await received[1]!();
    const principalVnd = lentTr * MILLION;
    const borrowing = { fundId: fund.objectId, organisationId: await organisation(), purpose: 'Trồng vải thiều', agencyId };
    const terms = {
      annualRateBasisPoints: 540,
      overdueRatePercent: 150,
      remainingSchedule: [{ dueOn: '2027-06-21', principalVnd }],
    };
    const lent = await recorded(
      finance.post('loan-opening-balances', { ...borrowing, ...terms, principalVnd, effectiveOn: '2025-01-31' }),
    );
    return { fundId: fund.objectId as string, receipt: await eventOf(`funds/${fund.objectId}`, 'CapitalReceived', twice), lent };
  }

  it('is taken off the books even when it was lent, and every figure of the fund says what it is short of', async () => {
    const { fundId, receipt, lent } = await fundLending(100, 150);
    const before = await figure('fund.availableToLend', `fund=${fundId}&${END}`, lent);
    expect([before.value, before.shortfall]).toEqual([50 * MILLION, undefined]);
    const correction = await recorded(approved(await recorded(asked(receipt))));
    const after = await figure('fund.availableToLend', `fund=${fundId}&${END}`, correction);
    expect([after.value, after.shortfall]).toEqual([-50 * MILLION, 50 * MILLION]);
    const { body: evidence } = await leader.get(`figures/${after.figureId}/evidence`);
    expect([evidence.shortfall, evidence.matches]).toEqual([50 * MILLION, true]);
    const { body: board } = await leader.get(`boards?metrics=fund.capital,fund.availableToLend&fund=${fundId}&${END}`);
    expect(board.items.map(({ value, shortfall }: Json) => [value, shortfall])).toEqual([
      [100 * MILLION, undefined],
      [-50 * MILLION, 50 * MILLION],
    ]);
  });

  it('is not hidden behind another fund of the same agency that has enough', async () => {
    const short = await fundLending(100, 150);
    const rich = await fundLending(500, 1);
    const correction = await recorded(approved(await recorded(asked(short.receipt))));
    const { rows } = await figure('fund.availableToLend', `groupBy=fund&${END}`, correction);
    const shortfalls = (rows as Json[]).filter(({ key }) => key === short.fundId || key === rich.fundId);
    expect(Object.fromEntries(shortfalls.map(({ key, shortfall }) => [key, shortfall]))).toEqual({
      [short.fundId]: 50 * MILLION,
      [rich.fundId]: undefined,
    });
    const whole = await figure('fund.availableToLend', `agency=${agencyId}&${END}`, rich.lent);
    expect(whole.value).toBeGreaterThan(0);
    expect(whole.shortfall).toBeGreaterThanOrEqual(50 * MILLION);
    const borrowers = await figure('fund.availableToLend', `groupBy=organisation&${END}`, rich.lent);
    expect((borrowers.rows as Json[]).some((row) => 'shortfall' in row)).toBe(false);
  });

  it('returns of the same capital at the same moment stand in line: all that fit are given back', async () => {
    const fund = await recorded(manager.post('funds', { name: 'Quỹ hỗ trợ HTX', agencyId, effectiveOn: '2025-01-02' }));
    const borrowed = { source: 'borrowed', lender: 'UBND tỉnh', amountVnd: 8 * MILLION, effectiveOn: '2025-01-05' };
    await recorded(finance.post(`funds/${fund.objectId}/capital-receipts`, borrowed));
    const giveBack = () =>
      finance.post(`funds/${fund.objectId}/capital-returns`, {
        source: 'borrowed',
        amountVnd: MILLION,
        effectiveOn: '2025-02-05',
      });
    const answers = await Promise.all(Array.from({ length: 10 }, giveBack));
    expect(answers.map(({ status, body }) => (status === 201 ? 201 : body.code)).sort()).toEqual([
      ...Array.from({ length: 8 }, () => 201),
      'MoreThanBorrowed',
      'MoreThanBorrowed',
    ]);
  });
});
