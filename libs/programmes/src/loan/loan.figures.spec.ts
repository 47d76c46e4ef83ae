import { Rehearsal, tally } from '@soquy/kernel/rehearsal.js';
import { occasion } from '@soquy/kernel/scenario.js';
import { fundFigures } from '../fund/fund.figures.js';
import { loan } from './loan.decider.js';
import { loanEvents } from './loan.events.js';
import { loanFigures } from './loan.figures.js';
import { loanOutcomes } from './loan.outcomes.js';
import { loanRow, loanSummary, type LoanRow } from './loan.summary.js';

const MILLION = 1_000_000;
const organisation = { organisationId: 'htx-1', type: 'cooperative', sector: 'agriculture', place: 'TCTK63:24' } as const;
const base = occasion({ organisations: { 'htx-1': organisation }, calendar: { isWorkingDay: () => true } });
const loanId = base.objectId;
const borrowing = { fundId: 'fund-1', organisationId: 'htx-1', purpose: 'Nhà lưới' };

function approvedLoan() {
  const rehearsal = new Rehearsal(loan, loanEvents, base);
  rehearsal.record(
    'ApplyForLoan',
    { ...borrowing, amountVnd: 500 * MILLION, termMonths: 12, effectiveOn: '2026-03-01' },
    { personId: 'a' },
  );
  rehearsal.record('AppraiseLoan', { loanId, effectiveOn: '2026-03-02' }, { personId: 'b' });
  const terms = {
    annualRateBasisPoints: 600,
    overdueRatePercent: 150,
    termMonths: 12,
    method: 'bullet',
    interestEveryMonths: 12,
  } as const;
  rehearsal.record('ApproveLoan', { loanId, amountVnd: 500 * MILLION, ...terms, effectiveOn: '2026-03-03' }, { personId: 'c' });
  return rehearsal;
}
type Running = ReturnType<typeof approvedLoan>;
const drawn = (rehearsal: Running, amountVnd: number, effectiveOn: string) =>
  rehearsal.record('DisburseLoan', { loanId, amountVnd, effectiveOn }, { personId: 'd' });
/** Sums of one loan's entries, in triệu đồng where they are money; reservations are entered by the fund. */
const entered = (rehearsal: Running) => {
  const figure = tally(loan, loanOutcomes, [rehearsal.facts]);
  const metrics = [
    'fund.reserved',
    'fund.outstanding',
    'fund.lent',
    'loan.principalCollected',
    'loan.interestCollected',
  ] as const;
  return [figure('loan.disbursed').value, ...metrics.map((metric) => figure(metric).value / MILLION)];
};

describe('entries of a loan', () => {
  it('turn reserved capital into lent with each tranche, and count the loan once', () => {
    const rehearsal = approvedLoan();
    expect(entered(rehearsal)).toEqual([0, 0, 0, 0, 0, 0]);
    drawn(rehearsal, 300 * MILLION, '2026-03-05');
    expect(entered(rehearsal)).toEqual([1, -300, 300, 300, 0, 0]);
    drawn(rehearsal, 100 * MILLION, '2026-04-06');
    expect(entered(rehearsal)).toEqual([1, -400, 400, 400, 0, 0]);
    rehearsal.record('ReleaseUndrawnCapital', { loanId, effectiveOn: '2026-05-04' });
    expect(entered(rehearsal)).toEqual([1, -500, 400, 400, 0, 0]);
    rehearsal.record('RecordRepayment', { loanId, amountVnd: 52 * MILLION, interestVnd: 2 * MILLION, effectiveOn: '2026-06-08' });
    expect(entered(rehearsal)).toEqual([1, -500, 350, 400, 50, 2]);
  });

  it('free the whole reservation of a loan that is cancelled, and nothing of one that had none', () => {
    const rehearsal = approvedLoan();
    rehearsal.record('CancelLoan', { loanId, effectiveOn: '2026-03-10' });
    expect(entered(rehearsal)).toEqual([0, -500, 0, 0, 0, 0]);
    const withdrawn = new Rehearsal(loan, loanEvents, base);
    withdrawn.record('ApplyForLoan', { ...borrowing, amountVnd: 5, termMonths: 12, effectiveOn: '2026-03-01' });
    withdrawn.record('CancelLoan', { loanId, effectiveOn: '2026-03-10' });
    expect(tally(loan, loanOutcomes, [withdrawn.facts])('fund.reserved').value).toBe(0);
  });

  it('count an opening balance as outstanding, not as lent', () => {
    const rehearsal = new Rehearsal(loan, loanEvents, base);
    const terms = {
      annualRateBasisPoints: 540,
      overdueRatePercent: 150,
      remainingSchedule: [{ dueOn: '2026-12-20', principalVnd: 300 * MILLION }],
    };
    rehearsal.record('OpenLoanBalance', { ...borrowing, principalVnd: 300 * MILLION, ...terms, effectiveOn: '2025-12-31' });
    expect(entered(rehearsal)).toEqual([0, 0, 300, 0, 0, 0]);
    const figure = tally(loan, loanOutcomes, [rehearsal.facts]);
    expect(figure('fund.outstanding', (of) => of.fundId === 'fund-1' && of.organisation === organisation).value).toBe(
      300 * MILLION,
    );
  });
});

describe('figures measured on a day', () => {
  const rehearsal = approvedLoan();
  const before = loanRow(rehearsal.state);
  drawn(rehearsal, 500 * MILLION, '2026-03-05');
  const row = JSON.parse(JSON.stringify(loanRow(rehearsal.state))) as LoanRow;
  const figures = (of: LoanRow, day: string) =>
    (['loan.active', 'loan.overdueCount', 'loan.overduePrincipal', 'loan.overdueInterest'] as const).map((metric) =>
      loanFigures[metric].measure(of, day),
    );
  const owed = (day: string) =>
    (['loan.outstanding', 'loan.interestOwed', 'loan.overdueDays'] as const).map((metric) =>
      loanFigures[metric].measure(row, day),
    );

  it('count nothing before the loan is drawn', () => {
    expect(figures(before, '2026-03-04')).toEqual([0, 0, 0, 0]);
    expect(before.status).toBe('approved');
  });

  it('count debt as overdue from the day after its due day', () => {
    expect(figures(row, '2026-03-05')).toEqual([1, 0, 0, 0]);
    expect(figures(row, '2027-03-05')).toEqual([1, 0, 0, 0]);
    expect(figures(row, '2027-03-06')).toEqual([1, 1, 500 * MILLION, 30_123_288]);
  });

  it('tell what is owed of a loan, due or not', () => {
    expect(owed('2026-03-25')).toEqual([500 * MILLION, 1_643_836, 0]);
    expect(owed('2027-03-08')).toEqual([500 * MILLION, 30_000_000 + 369_863, 3]);
  });

  it('tell what falls due within fourteen days, also on its day, and no more once it is late', () => {
    const soon = (day: string) => [
      loanFigures['loan.dueSoonPrincipal'].measure(row, day),
      loanFigures['loan.dueSoonInterest'].measure(row, day),
    ];
    const all = [500 * MILLION, 30_000_000];
    expect([soon('2027-02-18'), soon('2027-02-19'), soon('2027-03-05'), soon('2027-03-06')]).toEqual([[0, 0], all, all, [0, 0]]);
    expect(loanFigures['loan.dueSoonPrincipal'].measure(before, '2027-02-20')).toBe(0);
    const days = ['2026-03-06', '2027-02-18', '2027-02-19', '2027-03-05', '2027-03-06'];
    expect(days.map((day) => loanFigures['loan.dueSoonCount'].measure(row, day))).toEqual([0, 0, 1, 1, 0]);
  });

  it('tell of each day its own, whichever was asked before', () => {
    const metrics = ['loan.dueSoonInterest', 'loan.outstanding', 'loan.overdueDays', 'loan.dueSoonPrincipal'] as const;
    const told = (of: LoanRow, day: string) => metrics.map((metric) => loanFigures[metric].measure(of, day));
    const days = ['2027-03-08', '2027-02-20', '2027-03-08', '2026-03-04', '2027-02-20', '2027-03-05'];
    const anew = days.map((day) => told(structuredClone(row), day));
    expect(days.map((day) => told(row, day))).toEqual(anew);
    expect(new Set(anew.map((each) => each.join())).size).toBe(3);
  });

  it('need not be asked of a loan before its next due day, nor of one that owes nothing', () => {
    const first = '2027-03-05';
    expect(loanSummary(rehearsal.state).quietUntil).toBe(first);
    const paid = approvedLoan();
    drawn(paid, 500 * MILLION, '2026-03-05');
    expect(loanSummary(approvedLoan().state).quietUntil).toBe('9999-12-31');
    paid.record('RecordRepayment', { loanId, amountVnd: 500 * MILLION, effectiveOn: '2026-03-05' });
    expect(loanSummary(paid.state)).toMatchObject({ status: 'settled', quietUntil: '9999-12-31' });
  });

  it('stand on a row that names state and money, but no single movement', () => {
    expect(row).toMatchObject({ status: 'disbursed', purpose: 'Nhà lưới', drawnVnd: 500 * MILLION, undrawnVnd: 0 });
    expect(row).not.toHaveProperty('movements');
    expect(loanSummary(rehearsal.state)).toMatchObject({
      title: 'Nhà lưới',
      status: 'disbursed',
      fundId: 'fund-1',
      organisation,
    });
  });
});

it('what is left to lend is capital less what is outstanding or reserved', () => {
  const signs = fundFigures['fund.availableToLend'].terms.map(({ metric, sign }) => [metric, sign]);
  expect(Object.fromEntries(signs)).toEqual({ 'fund.capital': 1, 'fund.outstanding': -1, 'fund.reserved': -1 });
});

it('an opening balance beyond the capital of its fund is accepted, and what is left to lend is then negative', () => {
  const rehearsal = new Rehearsal(loan, loanEvents, base);
  const remainingSchedule = [{ dueOn: '2026-12-20', principalVnd: 300 * MILLION }];
  const rates = { annualRateBasisPoints: 540, overdueRatePercent: 150 };
  const stated = { ...borrowing, ...rates, principalVnd: 300 * MILLION, remainingSchedule, effectiveOn: '2025-12-31' };
  expect(rehearsal.record('OpenLoanBalance', stated)).toHaveLength(1);
  expect(Object.keys(loan.reserves ?? {})).toEqual(['ApproveLoan']);
  const inLoan = tally(loan, loanOutcomes, [rehearsal.facts]);
  const amounts: Readonly<Record<string, number>> = {
    'fund.capital': 100 * MILLION,
    'fund.outstanding': inLoan('fund.outstanding').value,
    'fund.reserved': inLoan('fund.reserved').value,
  };
  const left = fundFigures['fund.availableToLend'].terms.reduce((sum, { metric, sign }) => sum + sign * amounts[metric]!, 0);
  expect(left).toBe(-200 * MILLION);
});
