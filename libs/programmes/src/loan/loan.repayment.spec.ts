import { Rehearsal, tally } from '@soquy/kernel/rehearsal.js';
import { occasion } from '@soquy/kernel/scenario.js';
import { fold, Refusal, type Fact } from '@soquy/kernel';
import { emptyAccount } from './loan.account.schedule.js';
import { loan, type LoanCommands } from './loan.decider.js';
import { loanEvents, type LoanEvents } from './loan.events.js';
import { measureLoan } from './loan.measure.schedule.js';
import { isPossible } from './loan.repayment.schedule.js';
import { loanOutcomes } from './loan.outcomes.js';
import { loanRow, loanSummary } from './loan.summary.js';

const loanId = '5f0c2f0e-6f3a-5b0e-9d59-0a6a3f1b7c11';
const organisation = { organisationId: 'htx-1', type: 'cooperative', sector: 'agriculture', place: 'TCTK63:24' } as const;
const base = occasion({ objectId: loanId, organisations: { 'htx-1': organisation }, calendar: { isWorkingDay: () => true } });

/** 120 triệu at 7,3 percent (24.000 đ a day), opened on 31/12/2025; 30 triệu and interest due each quarter. */
function opened(over: Partial<LoanCommands['OpenLoanBalance']> = {}) {
  const rehearsal = new Rehearsal(loan, loanEvents, base);
  rehearsal.record('OpenLoanBalance', {
    fundId: 'fund-1',
    organisationId: 'htx-1',
    purpose: 'Trồng vải thiều',
    principalVnd: 120_000_000,
    annualRateBasisPoints: 730,
    overdueRatePercent: 150,
    remainingSchedule: ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31'].map((dueOn) => ({
      dueOn,
      principalVnd: 30_000_000,
    })),
    effectiveOn: '2025-12-31',
    ...over,
  });
  return rehearsal;
}
type Running = ReturnType<typeof opened>;
const pay = (rehearsal: Running, effectiveOn: string, amountVnd: number, over: Partial<LoanCommands['RecordRepayment']> = {}) =>
  rehearsal.record('RecordRepayment', { loanId, amountVnd, effectiveOn, ...over })[0]?.data as LoanEvents['RepaymentReceived'];
const refusalOf = (
  rehearsal: Running,
  effectiveOn: string,
  amountVnd: number,
  over: Partial<LoanCommands['RecordRepayment']> = {},
) => {
  try {
    pay(rehearsal, effectiveOn, amountVnd, over);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  return undefined;
};
const on = ({ facts }: Running, day: string) => measureLoan(loanRow(fold(loan, facts, { until: day })), day);
/** Takes a fact back as an approved correction does. */
const without = ({ facts }: Running, { id, effectiveOn }: Fact): readonly Fact[] => [
  ...facts,
  { type: 'CorrectionApproved', data: { eventId: id }, id: `correction-of-${id}`, effectiveOn },
];

describe('a repayment', () => {
  it('pays interest due and principal due in time, then principal in advance', () => {
    expect(pay(opened(), '2026-03-31', 32_160_000)).toEqual({
      loanId,
      amountVnd: 32_160_000,
      principalVnd: 30_000_000,
      interestVnd: 2_160_000,
      allocation: 'overduePrincipalFirst',
      repaidOn: '2026-03-31',
    });
    expect(pay(opened(), '2026-02-10', 5_000_000)).toMatchObject({ principalVnd: 5_000_000, interestVnd: 0 });
    expect(pay(opened(), '2026-03-31', 40_000_000)).toMatchObject({ principalVnd: 37_840_000, interestVnd: 2_160_000 });
  });

  it('pays overdue principal first, or interest first, as it was agreed (EX-11)', () => {
    const owing = { principalVnd: 18_000_000, overdueInterestVnd: 1_319_178, remainingSchedule: [], overdueSince: '2025-11-30' };
    expect(pay(opened(owing), '2025-12-31', 19_000_000)).toMatchObject({ principalVnd: 18_000_000, interestVnd: 1_000_000 });
    const interestFirst = opened({ ...owing, allocation: 'interestFirst' });
    expect(pay(interestFirst, '2025-12-31', 19_000_000)).toMatchObject({ principalVnd: 17_680_822, interestVnd: 1_319_178 });
  });

  it('is booked as the voucher says where it says so', () => {
    expect(pay(opened(), '2026-03-31', 10_000_000, { interestVnd: 0 })).toMatchObject({
      principalVnd: 10_000_000,
      interestVnd: 0,
      allocation: 'asStated',
    });
    expect(pay(opened(), '2026-03-31', 10_000_000, { principalVnd: 8_000_000 })).toMatchObject({ interestVnd: 2_000_000 });
    expect(refusalOf(opened(), '2026-03-31', 10_000_000, { principalVnd: 8_000_000, interestVnd: 1 })).toMatchObject({
      code: 'SplitDoesNotAddUp',
      kind: 'input',
      facts: { amountVnd: 10_000_000, principalVnd: 8_000_000, interestVnd: 1 },
    });
    expect(refusalOf(opened(), '2026-03-31', 10, { principalVnd: 11 })).toMatchObject({ code: 'SplitDoesNotAddUp' });
    expect(refusalOf(opened(), '2026-03-31', 3_000_000, { interestVnd: 2_160_001 })).toMatchObject({ code: 'MoreThanOwed' });
  });

  it('never exceeds the whole debt, and paying all of it settles the loan', () => {
    const rehearsal = opened();
    expect(refusalOf(rehearsal, '2026-03-31', 122_160_001)).toMatchObject({
      code: 'MoreThanOwed',
      kind: 'input',
      facts: { amountVnd: 122_160_001, owedVnd: 122_160_000, principalVnd: 120_000_000, interestVnd: 2_160_000 },
    });
    expect(loanSummary(rehearsal.state).status).toBe('disbursed');
    pay(rehearsal, '2026-03-31', 122_160_000);
    expect(loanSummary(rehearsal.state)).toEqual({ title: 'Trồng vải thiều', status: 'settled', fundId: 'fund-1', organisation });
    expect(on(rehearsal, '2030-01-01')).toMatchObject({ active: false, interestAccruedVnd: 0, daysOverdue: 0 });
    expect(refusalOf(rehearsal, '2026-04-01', 1)).toMatchObject({ code: 'MoreThanOwed', facts: { amountVnd: 1, owedVnd: 0 } });
  });

  it('stays owed in interest while principal is gone', () => {
    const rehearsal = opened();
    pay(rehearsal, '2026-03-31', 120_000_000, { interestVnd: 0 });
    expect(on(rehearsal, '2026-05-10')).toMatchObject({
      active: true,
      outstandingVnd: 0,
      overdueInterestVnd: 2_160_000,
      daysOverdue: 40,
    });
  });

  it('does not precede the loan, and books no voucher twice', () => {
    const rehearsal = opened();
    const voucher = { evidence: { documentNumber: '12/PT', voucher: 'PT-12' } };
    expect(refusalOf(rehearsal, '2025-12-30', 1)).toMatchObject({
      code: 'BeforePrecedingStep',
      facts: { earliestOn: '2025-12-31' },
    });
    expect(pay(rehearsal, '2026-03-31', 5_000_000, voucher)).toMatchObject({ voucher: 'PT-12' });
    expect(pay(rehearsal, '2026-03-31', 5_000_000, voucher)).toBeUndefined();
    expect(refusalOf(rehearsal, '2026-03-31', 6_000_000, voucher)).toMatchObject({
      code: 'VoucherAlreadyUsed',
      facts: { voucher: 'PT-12', repaidOn: '2026-03-31' },
    });
  });
});

describe('a loan older than the books', () => {
  it('brings running interest forward to its next due day', () => {
    const rehearsal = opened({ accruedInterestVnd: 240_000 });
    expect(on(rehearsal, '2025-12-31')).toMatchObject({ interestAccruedVnd: 240_000, interestDueVnd: 0 });
    expect(on(rehearsal, '2026-03-31')).toMatchObject({ interestAccruedVnd: 2_400_000, interestDueVnd: 2_400_000 });
    expect(pay(rehearsal, '2026-03-31', 2_400_000)).toMatchObject({ principalVnd: 0, interestVnd: 2_400_000 });
  });

  it('owes running interest at once where nothing falls due any more', () => {
    const rehearsal = opened({ remainingSchedule: [], overdueSince: '2025-12-01', accruedInterestVnd: 240_000 });
    expect(on(rehearsal, '2025-12-31')).toMatchObject({
      interestAccruedVnd: 240_000,
      interestDueVnd: 240_000,
      overdueInterestVnd: 0,
    });
  });

  it('is overdue since the day it was before, at the overdue rate from the opening on', () => {
    const remainingSchedule = [{ dueOn: '2026-03-31', principalVnd: 90_000_000 }];
    const rehearsal = opened({ remainingSchedule, overdueSince: '2025-12-01', overdueInterestVnd: 500_000 });
    expect(on(rehearsal, '2025-12-31')).toMatchObject({
      overduePrincipalVnd: 30_000_000,
      overdueInterestVnd: 500_000,
      daysOverdue: 30,
    });
    expect(on(rehearsal, '2026-01-10')).toMatchObject({
      overdueInterestVnd: 590_000,
      interestAccruedVnd: 770_000,
      daysOverdue: 40,
    });
  });
});

describe('a back-dated repayment', () => {
  it('does not take again what a later one has paid', () => {
    const rehearsal = opened();
    expect(pay(rehearsal, '2026-06-30', 40_000_000)).toMatchObject({ principalVnd: 35_383_000, interestVnd: 4_617_000 });
    expect(pay(rehearsal, '2026-03-31', 32_160_000)).toMatchObject({ principalVnd: 32_160_000, interestVnd: 0 });
    expect(refusalOf(rehearsal, '2026-03-31', 52_457_001)).toMatchObject({
      code: 'MoreThanOwed',
      facts: { amountVnd: 52_457_001, owedVnd: 52_457_000, principalVnd: 52_457_000, interestVnd: 0 },
    });
  });

  it('leaves interest paid ahead where a later one paid interest on principal that was then already repaid', () => {
    const rehearsal = opened();
    pay(rehearsal, '2026-03-31', 2_160_000, { interestVnd: 2_160_000 });
    pay(rehearsal, '2026-02-19', 100_000_000, { interestVnd: 0 });
    expect(on(rehearsal, '2026-03-31')).toMatchObject({
      interestDueVnd: 0,
      interestAdvanceVnd: 800_000,
      outstandingVnd: 20_000_000,
    });
    expect(on(rehearsal, '2026-04-30')).toMatchObject({ interestAccruedVnd: 0, interestAdvanceVnd: 680_000 });
    expect(pay(rehearsal, '2026-04-30', 20_000_000 - 680_000)).toMatchObject({
      amountVnd: 19_320_000,
      principalVnd: 20_000_000,
      interestVnd: 0,
      fromAdvanceVnd: 680_000,
    });
    expect(loanSummary(rehearsal.state).status).toBe('settled');
    const figure = tally(loan, loanOutcomes, [rehearsal.facts]);
    expect(figure('loan.principalCollected').value + figure('loan.interestCollected').value).toBe(
      100_000_000 + 2_160_000 + 19_320_000,
    );
  });

  it('pays off with what was paid ahead also where the split is stated', () => {
    const rehearsal = opened();
    pay(rehearsal, '2026-03-31', 2_160_000, { interestVnd: 2_160_000 });
    pay(rehearsal, '2026-02-19', 100_000_000, { interestVnd: 0 });
    expect(pay(rehearsal, '2026-04-30', 19_320_000, { principalVnd: 19_320_000 })).toMatchObject({
      principalVnd: 20_000_000,
      fromAdvanceVnd: 680_000,
      allocation: 'asStated',
    });
  });

  it('turns no interest paid ahead into principal while later repayments stand', () => {
    const rehearsal = opened();
    pay(rehearsal, '2026-03-31', 2_160_000, { interestVnd: 2_160_000 });
    pay(rehearsal, '2026-02-19', 100_000_000, { interestVnd: 0 });
    pay(rehearsal, '2026-06-30', 5_000_000);
    expect(refusalOf(rehearsal, '2026-04-30', 15_000_001)).toMatchObject({
      code: 'MoreThanOwed',
      facts: { owedVnd: 15_000_000 },
    });
  });

  it('covers interest on overdue principal from what was paid ahead', () => {
    const remainingSchedule = [
      { dueOn: '2026-03-31', principalVnd: 0 },
      { dueOn: '2026-04-30', principalVnd: 120_000_000 },
    ];
    const rehearsal = opened({ remainingSchedule });
    pay(rehearsal, '2026-03-31', 2_160_000, { interestVnd: 2_160_000 });
    pay(rehearsal, '2026-01-05', 100_000_000, { interestVnd: 0 });
    expect(on(rehearsal, '2026-04-30')).toMatchObject({ interestAdvanceVnd: 1_580_000, overduePrincipalVnd: 0 });
    expect(on(rehearsal, '2026-05-10')).toMatchObject({
      interestAdvanceVnd: 1_520_000,
      interestDueVnd: 0,
      overduePrincipalVnd: 20_000_000,
    });
    pay(rehearsal, '2026-05-10', 10_000_000);
    expect(on(rehearsal, '2026-05-20')).toMatchObject({ interestAdvanceVnd: 1_490_000, interestDueVnd: 0 });
    expect(pay(rehearsal, '2026-05-20', 8_510_000)).toMatchObject({ principalVnd: 10_000_000, fromAdvanceVnd: 1_490_000 });
    expect(on(rehearsal, '2026-12-31')).toMatchObject({ active: false, interestAdvanceVnd: 0 });
  });

  it('uses interest paid ahead on what falls due next', () => {
    const rehearsal = opened();
    pay(rehearsal, '2026-03-31', 2_160_000, { interestVnd: 2_160_000 });
    pay(rehearsal, '2026-02-19', 100_000_000, { interestVnd: 0 });
    expect(on(rehearsal, '2026-12-31')).toMatchObject({ interestAdvanceVnd: 0, interestAccruedVnd: 275 * 4_000 - 800_000 });
    expect(refusalOf(rehearsal, '2026-04-30', 19_320_001)).toMatchObject({
      code: 'MoreThanOwed',
      facts: { owedVnd: 19_320_000 },
    });
  });

  it('is refused where a later one would have paid more than was ever owed', () => {
    const rehearsal = opened();
    pay(rehearsal, '2026-03-31', 2_160_000, { interestVnd: 2_160_000 });
    expect(refusalOf(rehearsal, '2026-02-19', 120_000_000, { interestVnd: 0 })).toMatchObject({
      code: 'LaterRepaymentAffected',
      kind: 'state',
      facts: { repaidOn: '2026-03-31' },
    });
  });
});

describe('taking a fact back', () => {
  it('restores the loan as if a repayment had never been', () => {
    const rehearsal = opened();
    pay(rehearsal, '2026-03-31', 32_160_000);
    const before = on(rehearsal, '2026-12-31');
    pay(rehearsal, '2026-06-30', 20_000_000);
    const corrected = fold(loan, without(rehearsal, rehearsal.facts.at(-1)!));
    expect(measureLoan(loanRow(corrected), '2026-12-31')).toEqual(before);
    expect(loanSummary(corrected).status).toBe('disbursed');
  });

  it('owes again what had been turned into principal from an advance that is gone', () => {
    const rehearsal = opened();
    pay(rehearsal, '2026-03-31', 2_160_000, { interestVnd: 2_160_000 });
    pay(rehearsal, '2026-02-19', 100_000_000, { interestVnd: 0 });
    pay(rehearsal, '2026-04-30', 19_320_000);
    const corrected = fold(loan, without(rehearsal, rehearsal.facts[1]!));
    expect(measureLoan(loanRow(corrected), '2026-04-30')).toMatchObject({
      outstandingVnd: 0,
      interestAccruedVnd: 1_360_000 + 120_000 + 680_000,
    });
  });

  const reversible = <Name extends keyof LoanEvents>(name: Name, rehearsal: Running, fact: Fact) => {
    const check = loan.reversible[name] as (state: typeof rehearsal.state, data: object) => void;
    return () => check(fold(loan, rehearsal.facts, { except: fact.id }), fact.data);
  };

  it('is open to repayments unless the rest could not be', () => {
    const rehearsal = opened();
    pay(rehearsal, '2026-03-31', 32_160_000);
    expect(reversible('RepaymentReceived', rehearsal, rehearsal.facts[1]!)).not.toThrow();
    const overpaid = {
      ...rehearsal.state,
      movements: [{ on: '2026-03-31', principalVnd: 120_000_001, interestVnd: 0 }],
    } as typeof rehearsal.state;
    const check = loan.reversible.RepaymentReceived as (state: typeof overpaid, data: object) => void;
    expect(() => check(overpaid, {})).toThrow(new Refusal('LaterRepaymentAffected', { repaidOn: '2026-03-31' }, 'state'));
  });

  it('finds what could not be: more principal than was drawn, or interest that will never run up', () => {
    const terms = {
      annualRateBasisPoints: 0,
      overdueRatePercent: 150,
      dues: [{ on: '2026-12-31', principalVnd: 100, interest: true }],
    };
    const paid = (principalVnd: number, interestVnd: number) =>
      isPossible({
        terms,
        opening: { ...emptyAccount('2025-12-31'), drawnVnd: 100 },
        movements: [{ on: '2026-03-31', principalVnd, interestVnd }],
      });
    expect([paid(60, 39), paid(60, 40), paid(100, 0), paid(101, 0)]).toEqual([true, false, true, false]);
  });

  it('is open to an opening balance while nothing was repaid', () => {
    const rehearsal = opened();
    expect(reversible('LoanBalanceOpened', rehearsal, rehearsal.facts[0]!)).not.toThrow();
    pay(rehearsal, '2026-03-31', 1);
    expect(reversible('LoanBalanceOpened', rehearsal, rehearsal.facts[0]!)).toThrow(
      new Refusal('RepaidSince', { repaidOn: '2026-03-31' }, 'state'),
    );
  });

  it('is open to disbursements, the last one first, while nothing was repaid', () => {
    const rehearsal = new Rehearsal(loan, loanEvents, base);
    const by = (personId: string) => ({ personId });
    const application = { fundId: 'fund-1', organisationId: 'htx-1', purpose: 'Nhà lưới', amountVnd: 100, termMonths: 12 };
    rehearsal.record('ApplyForLoan', { ...application, effectiveOn: '2026-01-05' }, by('a'));
    rehearsal.record('AppraiseLoan', { loanId, effectiveOn: '2026-01-06' }, by('b'));
    const rates = { annualRateBasisPoints: 600, overdueRatePercent: 150, method: 'bullet', interestEveryMonths: 12 } as const;
    rehearsal.record('ApproveLoan', { loanId, amountVnd: 100, termMonths: 12, ...rates, effectiveOn: '2026-01-07' }, by('c'));
    const [first] = rehearsal.record('DisburseLoan', { loanId, amountVnd: 60, effectiveOn: '2026-01-08' }, by('d'));
    expect(reversible('LoanDisbursed', rehearsal, first!)).not.toThrow();
    const [second] = rehearsal.record('DisburseLoan', { loanId, amountVnd: 40, effectiveOn: '2026-02-09' }, by('d'));
    expect(reversible('LoanDisbursed', rehearsal, second!)).not.toThrow();
    expect(reversible('LoanDisbursed', rehearsal, first!)).toThrow(
      new Refusal('FirstDisbursementFixesSchedule', { disbursedOn: '2026-02-09' }, 'state'),
    );
    pay(rehearsal, '2026-03-09', 10);
    expect(reversible('LoanDisbursed', rehearsal, second!)).toThrow(
      new Refusal('RepaidSince', { repaidOn: '2026-03-09' }, 'state'),
    );
  });

  it('finds repayments even where the only disbursement is taken back', () => {
    const rehearsal = new Rehearsal(loan, loanEvents, base);
    const application = { fundId: 'fund-1', organisationId: 'htx-1', purpose: 'Nhà lưới', amountVnd: 100, termMonths: 12 };
    rehearsal.record('ApplyForLoan', { ...application, effectiveOn: '2026-01-05' }, { personId: 'a' });
    rehearsal.record('AppraiseLoan', { loanId, effectiveOn: '2026-01-06' }, { personId: 'b' });
    const rates = { annualRateBasisPoints: 600, overdueRatePercent: 150, method: 'bullet', interestEveryMonths: 12 } as const;
    rehearsal.record(
      'ApproveLoan',
      { loanId, amountVnd: 100, termMonths: 12, ...rates, effectiveOn: '2026-01-07' },
      { personId: 'c' },
    );
    const [only] = rehearsal.record('DisburseLoan', { loanId, amountVnd: 60, effectiveOn: '2026-01-08' }, { personId: 'd' });
    pay(rehearsal, '2026-03-09', 10);
    expect(reversible('LoanDisbursed', rehearsal, only!)).toThrow(
      new Refusal('RepaidSince', { repaidOn: '2026-03-09' }, 'state'),
    );
  });
});
