import type { Day, WorkingDays } from '@soquy/kernel';
import type { LoanTerms } from './contract.js';
import type { Buckets, LoanFact, Treatment } from './facts.js';
import { statementOn } from './ledger.js';
import type { Statement } from './statement.js';

export const everyDay: WorkingDays = { isWorkingDay: () => true };
export const million = 1_000_000;

/**
 * 60 triệu at 6 % a year, overdue 9 %, late interest 10 %; drawn on 15/01/2026, interest monthly on the 15th, principal of
 * 20 triệu on 15/03, 15/04 and 15/05. In a day 20 triệu bear 3.287,67 in the term and 4.931,51 overdue. Paid as agreed,
 * interest is 305.753 (31 days of 60), 276.164 (28 of 60), 203.836 (31 of 40) and 98.630 (30 of 20).
 */
export const terms: LoanTerms = {
  currency: { code: 'VND', decimals: 0 },
  principal: 60 * million,
  annualRateBasisPoints: 600,
  overdueRatePercent: 150,
  lateInterestBasisPoints: 1_000,
  dayCount: 'actual/365',
  rounding: 'halfUp',
  residue: 'last',
  repayment: {
    method: 'custom',
    instalments: ['2026-03-15', '2026-04-15', '2026-05-15'].map((on) => ({ on, principal: 20 * million })),
  },
  grid: { termMonths: 4, interestEveryMonths: 1, nonWorkingDays: 'unchanged' },
  allocation: 'overduePrincipalFirst',
  prepayment: 'cancelLatest',
};
type Told<Fact = LoanFact> = Fact extends LoanFact ? Omit<Fact, 'id' | 'on'> : never;
let told = 0;
export const fact = (on: Day, what: Told): LoanFact => ({ id: `fact-${(told += 1)}`, on, ...what }) as LoanFact;
export const drawn = (on: Day, amount: number) => fact(on, { kind: 'disbursed', amount });
export const repaid = (on: Day, amount: number, split?: Partial<Buckets>) =>
  fact(on, { kind: 'repaid', amount, ...(split && { split }) });
export const start = drawn('2026-01-15', 60 * million);
export const february = repaid('2026-02-15', 305_753);
export const march = repaid('2026-03-15', 20_276_164);
export const keep: Treatment = { overduePrincipal: 'keep', overdueInterest: 'keep', lateInterest: 'keep', reAge: false };

export const on = (day: Day, facts: readonly LoanFact[], change: Partial<LoanTerms> = {}): Statement =>
  statementOn({ ...terms, ...change }, facts, everyDay, day);
export const dueOn = (day: Day, facts: readonly LoanFact[], change: Partial<LoanTerms> = {}) => {
  const { principal, interest, overdueInterest, lateInterest } = on(day, facts, change).due;
  return [principal, interest, overdueInterest, lateInterest];
};
export const ahead = (state: Statement) =>
  state.instalments.filter(({ dueOn: day }) => day > state.on).map((line) => [line.dueOn, line.principal - line.principalPaid]);
