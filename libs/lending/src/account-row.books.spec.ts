import type { Day } from '@soquy/kernel';
import type { LoanTerms, PlannedDay } from './contract.js';
import type { BookedFact, LedgerFact } from './facts.js';
import { allocationsOf, statementOn } from './ledger.js';
import { scheduleOf } from './schedule.js';

const MILLION = 1_000_000;
const everyDay = { isWorkingDay: () => true };
const line = (nominalOn: Day, principal: number, dueOn = nominalOn): PlannedDay => ({
  ...{ nominalOn, dueOn },
  ...{ principal, bearsInterest: true },
});
/** 7,3 percent: 20 triệu bear 4.000 đ a day. What the plan stands for would ask for other days. */
const terms: LoanTerms = {
  ...{ currency: { code: 'VND', decimals: 0 }, principal: 120 * MILLION, annualRateBasisPoints: 730, overdueRatePercent: 150 },
  ...{ dayCount: 'actual/365', rounding: 'halfUp', residue: 'last', allocation: 'overduePrincipalFirst', prepayment: 'payNext' },
  repayment: { method: 'annuity' },
  grid: { termMonths: 3, interestEveryMonths: 1, nonWorkingDays: 'nextWorkingDay' },
  plan: [line('2026-03-31', 60 * MILLION), line('2026-06-28', 60 * MILLION, '2026-06-29')],
};
const drawn = (on: Day, amount: number): LedgerFact => ({ id: `drawn ${on}`, on, kind: 'disbursed', amount });
const booked = (on: Day, principal: number, interest: number, fromAdvance?: number): LedgerFact => ({
  ...{ id: `booked ${on}`, on, kind: 'booked', principal, interest },
  ...(fromAdvance !== undefined && { fromAdvance }),
});
const on = (day: Day, ...facts: LedgerFact[]) => statementOn(terms, facts, everyDay, day);

describe('a plan that was fixed', () => {
  it('stands for the days and amounts of the contract, whatever a calendar says now', () => {
    const lines = scheduleOf(terms, [{ on: '2025-12-31', amount: 120 * MILLION }], { isWorkingDay: () => false });
    expect(lines.map(({ dueOn, principal, interest }) => [dueOn, principal, interest])).toEqual([
      ['2026-03-31', 60 * MILLION, 90 * 24_000],
      ['2026-06-29', 60 * MILLION, 90 * 12_000],
    ]);
  });

  it('is filled from its beginning as far as was drawn, and a later drawing falls due on days to come', () => {
    const facts = [drawn('2025-12-31', 20 * MILLION), drawn('2026-05-04', 80 * MILLION)];
    expect(on('2026-04-10', ...facts).overdue.principal).toBe(20 * MILLION);
    expect(on('2026-05-10', ...facts)).toMatchObject({ overdue: { principal: 20 * MILLION }, outstanding: 100 * MILLION });
    expect(on('2026-06-30', ...facts).overdue.principal).toBe(100 * MILLION);
  });

  it('takes a drawing up to the working day its last day was shifted to, and asks for nothing without a day', () => {
    expect(on('2026-06-29', drawn('2026-06-28', 1_000)).due.principal).toBe(1_000);
    expect(scheduleOf({ ...terms, plan: [] }, [{ on: '2026-01-31', amount: 5 }], everyDay)).toEqual([]);
  });

  it('grows from day to day, and holds no more than the principal', () => {
    const planned =
      (...plan: PlannedDay[]) =>
      () =>
        scheduleOf({ ...terms, plan }, [{ on: '2025-12-31', amount: 1 }], everyDay);
    expect(planned(line('2026-03-31', 1), line('2026-03-31', 1))).toThrow('CustomDaysNotGrowing');
    expect(planned(line('2026-03-31', 120 * MILLION + 1))).toThrow('CustomPlanNotThePrincipal');
    expect(planned(line('2026-03-31', -1))).toThrow('NumberOutOfRange');
  });
});

describe('a debt older than the books', () => {
  const opened: BookedFact & { kind: 'opened' } = {
    ...{ id: 'opened', on: '2025-12-31', kind: 'opened', principal: 120 * MILLION, overduePrincipal: 30 * MILLION },
    ...{ overdueInterest: 500_000, overdueSince: '2025-12-01', accruedInterest: 240_000 },
  };

  it('is overdue since the day it was before, and bears the overdue rate from the opening on', () => {
    expect(on('2025-12-31', opened)).toMatchObject({
      ...{ drawn: 120 * MILLION, outstanding: 120 * MILLION, daysPastDue: 30, accruedInterest: 240_000 },
      overdue: { principal: 30 * MILLION, interest: 500_000, overdueInterest: 0 },
    });
    expect(on('2026-01-10', opened)).toMatchObject({
      ...{ daysPastDue: 40, accruedInterest: 240_000 + 10 * 18_000 },
      overdue: { overdueInterest: 10 * 9_000, interest: 500_000 },
    });
  });

  it('brings running interest forward to its next interest day, or is owed it at once where none is left', () => {
    const all = { ...opened, overduePrincipal: 0, overdueInterest: 0 };
    expect(on('2026-03-31', all).due.interest).toBe(240_000 + 90 * 24_000);
    const ended = { ...terms, plan: [] };
    const { due, overdue } = statementOn(ended, [{ ...opened, overduePrincipal: opened.principal }], everyDay, '2025-12-31');
    expect([due.interest, overdue.interest]).toEqual([740_000, 500_000]);
  });

  it('may have interest days to come although all its principal is overdue', () => {
    const onlyInterest = { ...terms, plan: [line('2026-03-31', 0)] };
    const facts = [{ ...opened, overduePrincipal: opened.principal }];
    expect(statementOn(onlyInterest, facts, everyDay, '2026-03-30').due.interest).toBe(500_000);
    expect(statementOn(onlyInterest, facts, everyDay, '2026-03-31').due.interest).toBe(740_000);
    expect(statementOn({ ...onlyInterest, dayCount: 'period' }, facts, everyDay, '2026-03-31').due.interest).toBe(740_000);
  });

  it('bears late interest on what is overdue, where that was agreed', () => {
    const late = { ...terms, lateInterestBasisPoints: 1_000 };
    expect(statementOn(late, [opened], everyDay, '2026-03-14').due.lateInterest).toBe(10_000);
  });
});

describe('a repayment as it was booked', () => {
  const lent = drawn('2025-12-31', 120 * MILLION);

  it('is principal and interest as it says, each to what is owed of it first', () => {
    const facts = [lent, booked('2026-04-10', 70 * MILLION, 2_250_000)];
    expect(allocationsOf(terms, facts, everyDay)).toEqual([
      {
        ...{ factId: 'booked 2026-04-10', on: '2026-04-10', principal: 70 * MILLION, interest: 2_070_000 },
        ...{ overdueInterest: 180_000, lateInterest: 0, held: 0 },
      },
    ]);
    expect(on('2026-04-10', ...facts)).toMatchObject({
      ...{ outstanding: 50 * MILLION, due: { principal: 0, interest: 90_000, overdueInterest: 0 }, daysPastDue: 10 },
    });
  });

  it('pays interest ahead, which covers what runs up and nothing else, for whoever looks', () => {
    const facts = [lent, booked('2026-01-10', 100 * MILLION, 400_000)];
    expect(on('2026-01-10', ...facts)).toMatchObject({ accruedInterest: 0, held: 160_000, payoff: 20 * MILLION - 160_000 });
    expect(on('2026-01-20', ...facts)).toMatchObject({ accruedInterest: 0, held: 120_000 });
    expect(on('2026-06-29', ...facts)).toMatchObject({
      ...{ held: 0, outstanding: 20 * MILLION },
      due: { principal: 20 * MILLION, interest: 170 * 4_000 - 160_000 },
    });
  });

  it('turns what was paid ahead into principal; what of it is gone is owed again as interest', () => {
    const paid = booked('2026-01-10', 100 * MILLION, 400_000);
    const payoff = booked('2026-01-20', 20 * MILLION, 0, 120_000);
    expect(on('2026-12-31', lent, paid, payoff)).toMatchObject({ outstanding: 0, held: 0, payoff: 0, daysPastDue: 0 });
    const withLess = booked('2026-01-10', 100 * MILLION, 240_000);
    expect(on('2026-01-20', lent, withLess, payoff)).toMatchObject({
      outstanding: 0,
      payoff: 160_000,
      due: { interest: 120_000 },
    });
  });

  it('of more principal than is owed holds the rest', () => {
    expect(on('2026-01-10', lent, booked('2026-01-10', 120 * MILLION + 5, 240_000))).toMatchObject({ outstanding: 0, held: 5 });
  });

  it('made by the order finds what was paid ahead used up', () => {
    const facts: LedgerFact[] = [
      ...[lent, booked('2026-01-10', 100 * MILLION, 400_000)],
      { id: 'new', on: '2026-01-20', kind: 'repaid', amount: 1_000 },
    ];
    expect(allocationsOf(terms, facts, everyDay).at(-1)).toMatchObject({ factId: 'new', principal: 1_000, interest: 0 });
  });
});
