import { addDays, type WorkingDays } from '@soquy/kernel';
import { ALLOCATIONS, statementOn, type LoanFact, type LoanTerms } from '@soquy/lending';
import { ms, percentile } from './rounds.js';
import type { BenchRow } from './row.js';

const everyDay: WorkingDays = { isWorkingDay: () => true };
const START = '2026-03-05';
const WARM_UP = 200;
const TIMES = 500;

/** 60 monthly instalments and 80 facts: one disbursement, three other rates, a write-off and 75 payments. */
const terms = (allocation: LoanTerms['allocation']): LoanTerms => ({
  currency: { code: 'VND', decimals: 0 },
  principal: 600_000_000,
  annualRateBasisPoints: 600,
  overdueRatePercent: 150,
  lateInterestBasisPoints: 1_000,
  dayCount: 'actual/365',
  rounding: 'halfUp',
  residue: 'last',
  repayment: { method: 'equalPrincipal' },
  grid: { termMonths: 60, principalEveryMonths: 1, interestEveryMonths: 1, paymentDay: 25, nonWorkingDays: 'nextWorkingDay' },
  allocation,
  prepayment: 'reduceEach',
});
const facts: readonly LoanFact[] = [
  { id: 'drawn', on: START, kind: 'disbursed', amount: 600_000_000 },
  ...[200, 600, 1_000].map((days, at): LoanFact => ({
    id: `rate-${at}`,
    on: addDays(START, days),
    kind: 'rateChanged',
    annualRateBasisPoints: 700 + at,
  })),
  { id: 'off', on: addDays(START, 1_500), kind: 'writtenOff', amounts: { principal: 1_000_000 } },
  ...Array.from({ length: 75 }, (_, at): LoanFact => ({
    id: `paid-${at}`,
    on: addDays(START, 20 + at * 24),
    kind: 'repaid',
    amount: 7_000_000 + at * 100_000,
  })),
];

/** The arithmetic of one loan, without a server or a database. */
export function rows(): Promise<BenchRow[]> {
  return Promise.resolve(
    ALLOCATIONS.map((allocation) => {
      const contract = terms(allocation);
      const took = Array.from({ length: WARM_UP + TIMES }, () => {
        const before = performance.now();
        statementOn(contract, facts, everyDay, '2031-03-05');
        return performance.now() - before;
      }).slice(WARM_UP);
      return {
        goal: 'a loan of 60 instalments and 80 facts folds to a statement in <= 1 ms',
        ours: `p50 ${ms(percentile(took, 0.5))}, p95 ${ms(percentile(took, 0.95))}`,
        note: `allocation ${allocation}, heavily behind`,
      };
    }),
  );
}
