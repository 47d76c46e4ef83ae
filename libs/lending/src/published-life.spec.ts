import type { Day } from '@soquy/kernel';
import type { LoanFact } from './facts.js';
import { statementOn } from './ledger.js';
import { cents, column, everyDay, LEVEL, monthly, textbook } from './published.scenario.js';
import { scheduleOf } from './schedule.js';

/** 100 at 7 % in six months of level amounts, drawn on 01/01/2024. */
const terms = textbook({ principal: 100, percent: 7, grid: monthly(6), repayment: LEVEL });
const drawn = { on: '2024-01-01', amount: cents(100) };
const lines = (on: Day, percent: number) => scheduleOf(terms, [drawn], everyDay, [{ on, annualRateBasisPoints: percent * 100 }]);
const on = (day: Day, ...facts: LoanFact[]) =>
  statementOn(terms, [{ ...drawn, id: 'drawn', kind: 'disbursed' }, ...facts], everyDay, day);
const paid = (day: Day, amount: number): LoanFact => ({ id: day, on: day, kind: 'repaid', amount: cents(amount) });

describe('apache/fineract, ProgressiveEMICalculatorTest.java: 100 at 7 % in six months, every line to the cent', () => {
  it('reschedule_interest_on0201_4per: another rate from a due day on', () => {
    const after = lines('2024-02-01', 4);
    expect(after.map(({ interest }) => interest)).toEqual(column([0.58, 0.28, 0.22, 0.17, 0.11, 0.06]));
    expect(after.map(({ principal }) => principal)).toEqual(column([16.43, 16.6, 16.66, 16.71, 16.77, 16.83]));
  });

  it('reschedule_interest_on0215_4per: another rate in the middle of a period, summed before it is rounded', () => {
    // Of its date, 15/02, the source counts the night before at the new rate; with us a change counts from the end of its day.
    const after = lines('2024-02-14', 4);
    expect(after.map(({ interest }) => interest)).toEqual(column([0.58, 0.37, 0.22, 0.17, 0.11, 0.06]));
    expect(after.map(({ principal }) => principal)).toEqual(column([16.43, 16.53, 16.68, 16.73, 16.79, 16.84]));
  });

  it('payoff_on0215: 83.57 and the interest of 14 of 29 days, 0.24', () => {
    const { outstanding, accruedInterest, payoff } = on('2024-02-15', paid('2024-02-01', 17.01));
    expect([outstanding, accruedInterest, payoff]).toEqual(column([83.57, 0.24, 83.81]));
  });

  it('payoff_on0115: 100 and the interest of 14 of 31 days, 0.26', () => {
    const { outstanding, accruedInterest, payoff } = on('2024-01-15');
    expect([outstanding, accruedInterest, payoff]).toEqual(column([100, 0.26, 100.26]));
  });

  it('add_balance_correction_on0215: 16.77 of principal paid on 15/02, and what the period then bears, 0.44', () => {
    // The source adds 0.24 and 0.20, each rounded; summed first they are 0.437, which is 0.44 as well.
    const facts = [paid('2024-02-01', 17.01), { ...paid('2024-02-15', 16.77), split: { principal: cents(16.77) } } as LoanFact];
    const { due } = on('2024-03-01', ...facts);
    expect(due.interest).toBe(44);
  });
});
