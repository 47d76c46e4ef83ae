import { workingDays } from '@soquy/kernel';
import { ledgerOf, type LedgerFact } from '@soquy/lending';
import { planOf, scheduleOfLoan } from '../../../../../libs/programmes/src/loan/loan.schedule.js';
import { asRecorded } from '../../../../../libs/programmes/src/loan/loan.lending.schedule.js';
import { payableOn, splitByOrder } from '../../../../../libs/programmes/src/loan/loan.repayment.schedule.js';
import { agreedTerms, type AgreedTerms } from '../../../../../libs/programmes/src/loan/loan.terms.schedule.js';
import { proposedSchedule } from './agreed-schedule.js';
import type { LoanData } from './loan-data.js';
import { loanOn, markOf, nextDue } from './loan-day.js';
import { previewRepayment } from './repayment.js';

const calendar = workingDays(new Set(['2026-09-02']));
const agreed: AgreedTerms = {
  amountVnd: 240_000_000,
  annualRateBasisPoints: 720,
  overdueRatePercent: 150,
  allocation: 'overduePrincipalFirst',
  termMonths: 12,
  method: 'equalPrincipal',
  instalmentEveryMonths: 3,
  interestEveryMonths: 3,
};
const schedule = scheduleOfLoan(agreed, agreed.amountVnd, '2026-01-15', calendar);
const terms = agreedTerms(agreed);
const debtTerms = { ...terms, plan: planOf(schedule) };
const drawn: LedgerFact = { id: '000000', on: '2026-01-15', kind: 'disbursed', amount: 240_000_000 };

/** As the server keeps it: folded up to its last fact. */
const dataOf = (facts: readonly LedgerFact[]): LoanData => ({
  loanId: 'l',
  fundId: 'f',
  organisation: { organisationId: 'o', type: 'cooperative', sector: 'agriculture' },
  purpose: 'Máy sấy',
  schedule,
  terms,
  account: ledgerOf(debtTerms, facts, asRecorded).row(facts.at(-1)!.on),
});

describe('a loan on a day', () => {
  it('shows every instalment with its state', () => {
    const paid: LedgerFact = { id: '000001', on: '2026-04-15', kind: 'booked', principal: 60_000_000, interest: 4_260_822 };
    const statement = loanOn(dataOf([drawn, paid]), '2026-08-01')!;
    expect(statement.instalments.map((line) => markOf(line, '2026-08-01'))).toEqual(['paid', 'overdue', 'ahead', 'ahead']);
    expect(nextDue(statement.instalments, '2026-08-01')?.dueOn).toBe('2026-10-15');
    expect(statement.overdue.principal).toBe(60_000_000);
  });

  it('knows nothing of days before its last fact', () => expect(loanOn(dataOf([drawn]), '2026-01-14')).toBeUndefined());
});

describe('a repayment before it is recorded', () => {
  const debt = { terms: debtTerms, facts: [drawn] };

  it.each(['2026-03-01', '2026-04-15', '2026-08-20', '2027-03-01'])('splits as the server does on %s', (day) => {
    const payable = payableOn(debt, day);
    for (const amountVnd of [1, 3_000_000, 64_000_000, payable.owedVnd - 1, payable.owedVnd]) {
      const preview = previewRepayment(dataOf([drawn]), { amountVnd }, day)!;
      const split = splitByOrder(amountVnd, payable, debt, day);
      expect([preview.principalVnd, preview.interestVnd]).toEqual([split.principalVnd, split.interestVnd]);
      expect(preview.outstandingAfterVnd).toBe(240_000_000 - split.principalVnd);
      expect(preview.paysOff).toBe(amountVnd === payable.owedVnd);
    }
  });

  it('says which instalments it touches, and what was overdue of it', () => {
    const preview = previewRepayment(dataOf([drawn]), { amountVnd: 70_000_000 }, '2026-08-20')!;
    expect(preview.overduePrincipalVnd).toBe(70_000_000);
    expect(preview.touched.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('follows a split by hand, and says where more is paid than is owed', () => {
    const byHand = previewRepayment(dataOf([drawn]), { amountVnd: 2_000_000, interestVnd: 500_000 }, '2026-04-20')!;
    expect([byHand.principalVnd, byHand.interestVnd]).toEqual([1_500_000, 500_000]);
    expect(previewRepayment(dataOf([drawn]), { amountVnd: 999_000_000 }, '2026-04-20')!.isMoreThanOwed).toBe(true);
  });

  it('leaves days before the last fact to the server', () =>
    expect(previewRepayment(dataOf([drawn]), { amountVnd: 1 }, '2025-12-31')).toBeUndefined());
});

describe('a schedule from what is typed', () => {
  it('is the one the first disbursement fixes', () => {
    const proposed = proposedSchedule(agreed, '2026-01-15', calendar)!;
    if (!('schedule' in proposed)) throw new Error('assertion: these terms make a loan');
    expect(proposed.schedule.map(({ dueOn, principal }) => [dueOn, principal])).toEqual(
      schedule.map(({ dueOn, principalVnd }) => [dueOn, principalVnd]),
    );
    expect(proposed.totals).toMatchObject({ principalVnd: 240_000_000, count: 4, firstOn: '2026-04-15', lastOn: '2027-01-15' });
  });

  it('waits for what is missing, and says why terms make no loan', () => {
    expect(proposedSchedule({ ...agreed, termMonths: undefined }, '2026-01-15', calendar)).toBeUndefined();
    expect(proposedSchedule({ ...agreed, method: 'percentOfPrincipal' }, '2026-01-15', calendar)).toBeUndefined();
    expect(proposedSchedule({ ...agreed, graceMonths: 12 }, '2026-01-15', calendar)).toHaveProperty('refused.vi');
  });
});
