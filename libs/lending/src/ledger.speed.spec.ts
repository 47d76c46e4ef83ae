import { addDays, type WorkingDays } from '@soquy/kernel';
import { ALLOCATIONS, type LoanTerms } from './contract.js';
import type { LoanFact } from './facts.js';
import { statementOn } from './ledger.js';

const everyDay: WorkingDays = { isWorkingDay: () => true };
const START = '2026-03-05';

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

/**
 * Outside the test runner's sandbox, where every global is slow, it takes about half a millisecond. The limit is wide enough
 * for the sandbox and too narrow for a fold that walks days, or all dues at each of them.
 */
it.each(ALLOCATIONS)('60 instalments and 80 facts fold to a statement in no time, %s', (allocation) => {
  expect(facts).toHaveLength(80);
  const contract = terms(allocation);
  let best = Infinity;
  // The best of many: the machine does other things as well, and the code must be warm.
  for (let run = 0; run < 100; run += 1) {
    const before = performance.now();
    expect(statementOn(contract, facts, everyDay, '2031-03-05').instalments.length).toBeGreaterThanOrEqual(60);
    best = Math.min(best, performance.now() - before);
  }
  expect(best).toBeLessThan(10);
});
