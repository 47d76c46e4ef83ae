import pg from 'pg';
import { agencyId, MILLION, recorded, withPeople } from './own-people.js';

const {
  product,
  officer,
  'credit-officer': credit,
  finance,
  'fund-manager': manager,
} = withPeople('officer', 'credit-officer', 'finance', 'fund-manager');

const rates = { annualRateBasisPoints: 540, overdueRatePercent: 150 };

async function organisation(name: string): Promise<string> {
  const htx = { name, type: 'cooperative', sector: 'agriculture', place: 'TCTK63:84', agencyId, effectiveOn: '2025-01-02' };
  return (await recorded(officer.post('organisations', htx))).objectId;
}

/** A fund with capital of its own and, where wanted, borrowed capital, both from 5 January 2025. */
async function fundWith(ownTr: number, borrowedTr = 0): Promise<string> {
  const { objectId } = await recorded(manager.post('funds', { name: 'Quỹ hỗ trợ HTX', agencyId, effectiveOn: '2025-01-02' }));
  const receive = (what: object) => finance.post(`funds/${objectId}/capital-receipts`, { ...what, effectiveOn: '2025-01-05' });
  await recorded(receive({ source: 'budgetGrant', amountVnd: ownTr * MILLION }));
  const borrowed = { source: 'borrowed', lender: 'UBND tỉnh', amountVnd: borrowedTr * MILLION };
  if (borrowedTr > 0) await recorded(receive(borrowed));
  return objectId;
}

/** A loan from before the books, which no limit holds back. */
async function oldLoan(fundId: string, principalTr: number, effectiveOn: string): Promise<string> {
  const principalVnd = principalTr * MILLION;
  const borrowing = { fundId, organisationId: await organisation('HTX Lục Ngạn'), purpose: 'Trồng vải thiều', agencyId };
  const balance = { ...rates, principalVnd, remainingSchedule: [{ dueOn: '2027-06-21', principalVnd }], effectiveOn };
  return (await recorded(finance.post('loan-opening-balances', { ...borrowing, ...balance }))).objectId;
}

/** An appraised loan, and how it is approved. */
async function appraisedLoan(fundId: string, amountTr: number, effectiveOn: string) {
  const amountVnd = amountTr * MILLION;
  const borrowing = { fundId, organisationId: await organisation('HTX Xuân Thành'), purpose: 'Mua máy sấy', agencyId };
  const { objectId } = await recorded(credit.post('loans', { ...borrowing, amountVnd, termMonths: 12, effectiveOn }));
  await recorded(credit.post(`loans/${objectId}/appraisals`, { effectiveOn }));
  const terms = { ...rates, amountVnd, termMonths: 12, method: 'bullet', interestEveryMonths: 3, effectiveOn };
  return { objectId, approve: () => manager.post(`loans/${objectId}/approvals`, terms) };
}

const giveBack = (fundId: string, amountTr: number, effectiveOn: string) =>
  finance.post(`funds/${fundId}/capital-returns`, { source: 'borrowed', amountVnd: amountTr * MILLION, effectiveOn });

it('borrowed capital that is promised to an approved loan is not given back', async () => {
  const fundId = await fundWith(1_000, 100);
  await oldLoan(fundId, 1_000, '2025-01-31');
  const loan = await appraisedLoan(fundId, 80, '2025-03-10');
  await recorded(loan.approve());
  const facts = { availableVnd: 20 * MILLION, amountVnd: 100 * MILLION };
  for (const day of ['2025-02-10', '2025-03-10', '2025-04-10']) {
    const { status, body } = await giveBack(fundId, 100, day);
    expect([day, status, body.code, body.facts]).toEqual([day, 409, 'CapitalPromised', facts]);
  }
  await recorded(giveBack(fundId, 20, '2025-02-10'));
  await recorded(finance.post(`loans/${loan.objectId}/disbursements`, { amountVnd: 80 * MILLION, effectiveOn: '2025-04-11' }));
  expect((await giveBack(fundId, 1, '2025-05-10')).body).toMatchObject({ code: 'CapitalPromised', facts: { availableVnd: 0 } });
});

it('of an approval and a return at the same moment only one gets the capital', async () => {
  const fundId = await fundWith(1_000, 100);
  await oldLoan(fundId, 1_000, '2025-01-31');
  const loan = await appraisedLoan(fundId, 80, '2025-03-10');
  const race = await Promise.all([loan.approve(), giveBack(fundId, 100, '2025-03-10')]);
  expect(race.map(({ status }) => status).sort()).toEqual([201, 409]);
  expect(['FundExhausted', 'CapitalPromised']).toContain(race.find(({ status }) => status === 409)!.body.code);
});

it('what was lent in March and came back in May is not approved for a day in February', async () => {
  const fundId = await fundWith(1_000);
  const earlier = await oldLoan(fundId, 1_000, '2025-03-01');
  const money = { amountVnd: 1_000 * MILLION, principalVnd: 1_000 * MILLION, interestVnd: 0 };
  const evidence = { documentNumber: 'PT', voucher: 'PT-1' };
  await recorded(credit.post(`loans/${earlier}/repayments`, { ...money, evidence, effectiveOn: '2025-05-20' }));
  const dated = await appraisedLoan(fundId, 100, '2025-02-10');
  const { status, body } = await dated.approve();
  expect([status, body.code, body.facts]).toEqual([409, 'FundExhausted', { availableVnd: 0, amountVnd: 100 * MILLION }]);
  await recorded((await appraisedLoan(fundId, 100, '2025-05-20')).approve());
});

it('a loan of before the books counts at an approval from the moment it was recorded, however late the read side is', async () => {
  const fundId = await fundWith(1_000);
  const loan = await appraisedLoan(fundId, 100, '2025-03-10');
  const reading = new pg.Client({ connectionString: product.databaseUrl });
  await reading.connect();
  try {
    await reading.query('begin');
    await reading.query('lock table rm.entries in share mode');
    await oldLoan(fundId, 1_000, '2025-01-31');
    const approving = loan.approve();
    // Whoever decides by what the read side has now does so here.
    await Promise.race([approving, reading.query('select pg_sleep(2)')]);
    await reading.query('commit');
    const { status, body } = await approving;
    expect([status, body.code, body.facts]).toEqual([409, 'FundExhausted', { availableVnd: 0, amountVnd: 100 * MILLION }]);
  } finally {
    await reading.end();
  }
});
