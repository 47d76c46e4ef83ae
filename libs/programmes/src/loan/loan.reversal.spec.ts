import { fold, Refusal, type Fact } from '@soquy/kernel';
import { Rehearsal } from '@soquy/kernel/rehearsal.js';
import { loan } from './loan.decider.js';
import { loanEvents, type LoanEvents } from './loan.events.js';
import { measureLoan } from './loan.measure.schedule.js';
import { isPossible } from './loan.repayment.schedule.js';
import { everyDay, loanId, on, opened, pay, type Running, without } from './loan.scenario.js';
import { debtOf, type Disbursed } from './loan.state.js';
import { loanRow, loanSummary } from './loan.summary.js';

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

  const reversible = (name: keyof LoanEvents, rehearsal: Running, fact: Fact) => {
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
    const remainingSchedule = [{ dueOn: '2026-12-31', principalVnd: 100 }];
    const { state } = opened({ principalVnd: 100, annualRateBasisPoints: 0, remainingSchedule });
    const paid = (principalVnd: number, interestVnd: number) =>
      isPossible(debtOf({ ...(state as Disbursed), movements: [{ on: '2026-03-31', principalVnd, interestVnd }] }));
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
    const rehearsal = new Rehearsal(loan, loanEvents, everyDay);
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
    const rehearsal = new Rehearsal(loan, loanEvents, everyDay);
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
