import { tally } from '@soquy/kernel/rehearsal.js';
import { loan } from './loan.decider.js';
import { loanOutcomes } from './loan.outcomes.js';
import { loanId, on, opened, organisation, pay, refusalOf } from './loan.scenario.js';
import { loanSummary } from './loan.summary.js';

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
    expect(loanSummary(rehearsal.state)).toMatchObject({
      title: 'Trồng vải thiều',
      status: 'settled',
      fundId: 'fund-1',
      organisation,
    });
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
