import { addDays, addMonths, daysBetween, type Day } from '@soquy/kernel';
import fc from 'fast-check';
import { ALLOCATIONS, PREPAYMENTS, type Amount, type LoanTerms } from './contract.js';
import type { LoanFact } from './facts.js';
import { everyDay, owed, shares, slowly, total, whole, type Slow } from './ledger-by-day.scenario.js';
import { statementOn } from './ledger.js';
import type { Statement } from './statement.js';

const START = '2024-01-31';

function expectSame(statement: Statement, slow: Slow, day: Day): void {
  const sum = (amounts: Amount[]) => amounts.reduce((all, amount) => all + amount, 0);
  const due = slow.dues.filter(({ on }) => on <= day);
  const rounded = { overdueInterest: sum(shares(slow.dues)), lateInterest: sum(shares(slow.claims)) };
  const { outstanding, paid, writtenOff, held, accruedInterest, payoff } = statement;
  expect({
    outstanding,
    paid,
    writtenOff,
    held,
    accruedInterest,
    payoff,
    due: statement.due,
    overdue: statement.overdue,
  }).toEqual({
    outstanding: owed(slow).principal,
    paid: slow.paid,
    writtenOff: slow.writtenOff,
    held: slow.held,
    accruedInterest: Math.max(0, whole(slow.open) - slow.openSettled),
    payoff: Math.max(0, total(slow) - slow.held),
    due: { principal: sum(due.map(({ left }) => left)), interest: sum(slow.claims.map(({ left }) => left)), ...rounded },
    overdue: {
      principal: sum(due.filter(({ on }) => on < day).map(({ left }) => left)),
      interest: sum(slow.claims.filter(({ on }) => on < day).map(({ left }) => left)),
      ...rounded,
    },
  });
  const since = [
    ...due.filter(({ left, ran, rounded: asked }) => left > 0 || whole(ran) + asked > 0),
    ...slow.claims.filter(({ left }) => left > 0),
  ].map(({ on }) => daysBetween(on, day));
  expect(statement.daysPastDue).toBe(Math.max(0, ...since));
  const left = statement.instalments.filter(({ principal }) => principal > 0).map((line) => [line.dueOn, line.principalOverdue]);
  expect(left).toEqual(
    due.concat(slow.dues.filter(({ on }) => on > day)).map((each) => [each.on, each.on < day ? each.left : 0]),
  );
}

const someDay = fc.integer({ min: 0, max: 800 }).map((days) => addDays(START, days));
const someAmount = fc.oneof(fc.integer({ min: 1, max: 40_000_000 }), fc.integer({ min: 1, max: 5_000 }));
const someTerms: fc.Arbitrary<LoanTerms> = fc.record({
  currency: fc.constant({ code: 'VND', decimals: 0 as const }),
  principal: fc.constant(100_000_000),
  annualRateBasisPoints: fc.integer({ min: 0, max: 3_000 }),
  overdueRatePercent: fc.constantFrom(100, 130, 150),
  lateInterestBasisPoints: fc.integer({ min: 0, max: 1_000 }),
  lateInterestCapPercent: fc.constantFrom(1, 10, 100),
  dayCount: fc.constant('actual/365' as const),
  rounding: fc.constant('halfUp' as const),
  residue: fc.constant('last' as const),
  repayment: fc.constantFrom({ method: 'equalPrincipal' as const }, { method: 'bullet' as const }),
  grid: fc.record({
    termMonths: fc.constant(18),
    principalEveryMonths: fc.constantFrom(1, 2, 6),
    interestEveryMonths: fc.constantFrom(1, 2, 3),
    nonWorkingDays: fc.constant('unchanged' as const),
  }),
  allocation: fc.constantFrom(...ALLOCATIONS),
  prepayment: fc.constantFrom(...PREPAYMENTS),
});
const someSplit = fc.record(
  { principal: someAmount, interest: someAmount, overdueInterest: someAmount, lateInterest: someAmount },
  { requiredKeys: [] },
);
const someFact = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('repaid' as const), amount: someAmount }) },
  {
    weight: 2,
    arbitrary: someSplit
      .filter((split) => Object.keys(split).length > 0)
      .map((split) => ({ kind: 'repaid' as const, split, amount: Object.values(split).reduce((sum, each) => sum + each, 0) })),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'paidOff' as const }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('rateChanged' as const),
      annualRateBasisPoints: fc.integer({ min: 0, max: 3_000 }),
    }),
  },
  { weight: 1, arbitrary: someDay.map((until) => ({ kind: 'frozen' as const, until })) },
  { weight: 1, arbitrary: someAmount.map((principal) => ({ kind: 'writtenOff' as const, amounts: { principal } })) },
);
const someHistory = fc
  .array(fc.tuple(someDay, someFact), { maxLength: 12 })
  .map((told): LoanFact[] => [
    { id: 'drawn', on: START, kind: 'disbursed', amount: 90_000_001 },
    ...told.map(([on, fact], index) => ({ ...fact, on, id: `f${index}` }) as LoanFact),
  ]);

describe('the ledger against a second writing of the same rules, day by day', () => {
  it('agrees on random histories, on random days, under all orders and all kinds of early payment', () => {
    fc.assert(
      fc.property(someTerms, someHistory, someDay, (terms, facts, day) => {
        expectSame(statementOn(terms, facts, everyDay, day), slowly(terms, facts, day), day);
      }),
      { numRuns: Number(process.env.LEDGER_RUNS ?? 400) },
    );
  });

  it('agrees on the last day of a loan that nobody pays', () => {
    const terms = fc.sample(someTerms, 1)[0]!;
    const day = addMonths(START, 18);
    const facts: LoanFact[] = [{ id: 'drawn', on: START, kind: 'disbursed', amount: 90_000_001 }];
    expectSame(statementOn(terms, facts, everyDay, day), slowly(terms, facts, day), day);
  });
});
