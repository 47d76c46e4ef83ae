import { addDays, addMonths, workingDays, type Day, type WorkingDays } from '@soquy/kernel';
import fc from 'fast-check';
import { ALLOCATIONS, DAY_COUNTS, PREPAYMENTS, ROUNDINGS, type LoanTerms } from './contract.js';
import type { LoanFact } from './facts.js';

/** A loan, what happened to it, and a day to ask for. */
export interface History {
  readonly terms: LoanTerms;
  readonly calendar: WorkingDays;
  readonly facts: readonly LoanFact[];
  readonly day: Day;
}
type Untold = (on: Day) => unknown;

const DAYS_OFF = ['2024-02-12', '2024-04-30', '2024-05-01', '2024-09-02', '2025-01-01', '2025-01-28', '2025-01-29', '2025-04-30'];
const STARTS = ['2023-11-15', '2024-01-31', '2024-02-29', '2024-12-30'];
const PRINCIPAL = 100_000_000;
const calendar = workingDays(new Set(DAYS_OFF), new Set(['2024-05-04']));

const someAmount = fc.oneof(
  { weight: 2, arbitrary: fc.integer({ min: 1, max: 40_000_000 }) },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 5_000 }) },
);
const someBuckets = fc
  .record(
    { principal: someAmount, interest: someAmount, overdueInterest: someAmount, lateInterest: someAmount },
    { requiredKeys: [] },
  )
  .filter((buckets) => Object.keys(buckets).length > 0);
const someRate = fc.integer({ min: 0, max: 3_000 });

/** Terms of all methods; of a rate a period without shifted days, whose shares the second writing does not follow. */
function someTerms(termMonths: number, start: Day): fc.Arbitrary<LoanTerms> {
  const someMethod = fc.constantFrom<LoanTerms['repayment']>(
    ...Array.from({ length: 3 }, () => ({ method: 'equalPrincipal' }) as const),
    { method: 'bullet' },
    { method: 'annuity' },
    { method: 'percentOfPrincipal', basisPoints: 1_234 },
    { method: 'fixedInstalment', amount: 40_000_000 },
    {
      method: 'custom',
      instalments: [
        { on: addDays(start, 20), principal: 10_000_000 },
        { on: addMonths(start, termMonths - 1), principal: 60_000_000 },
        { on: addMonths(start, termMonths), principal: 30_000_000 },
      ],
    },
  );
  const someGrid = fc.record({
    termMonths: fc.constant(termMonths),
    rhythm: fc.constantFrom([1, 1], [2, 1], [3, 1], [3, 3], [6, 2], [6, 3]),
    paymentDay: fc.constantFrom(undefined, undefined, 25, 31),
    graceMonths: fc.constantFrom(undefined, undefined, 2),
    nonWorkingDays: fc.constantFrom<LoanTerms['grid']['nonWorkingDays']>('unchanged', 'nextWorkingDay'),
  });
  return fc
    .record({
      currency: fc.constant({ code: 'VND', decimals: 0 as const }),
      principal: fc.constant(PRINCIPAL),
      annualRateBasisPoints: someRate,
      overdueRatePercent: fc.constantFrom(100, 130, 150),
      lateInterestBasisPoints: fc.constantFrom(0, 500, 1_000),
      lateInterestCapPercent: fc.constantFrom(undefined, 1, 10, 100),
      dayCount: fc.constantFrom(...DAY_COUNTS),
      rounding: fc.constantFrom(...ROUNDINGS),
      residue: fc.constantFrom<LoanTerms['residue']>('last', 'first'),
      multipleOf: fc.constantFrom(1, 1, 100_000),
      repayment: someMethod,
      grid: someGrid,
      allocation: fc.constantFrom(...ALLOCATIONS),
      prepayment: fc.constantFrom(...PREPAYMENTS),
    })
    .map(({ grid: { rhythm, ...grid }, ...terms }) => ({
      ...terms,
      grid: {
        ...grid,
        principalEveryMonths: rhythm[0]!,
        interestEveryMonths: rhythm[1]!,
        nonWorkingDays: terms.dayCount === 'period' ? 'unchanged' : grid.nonWorkingDays,
      },
    })) as fc.Arbitrary<LoanTerms>;
}

const someTreatment = fc.record({
  overduePrincipal: fc.constantFrom('keep', 'spread'),
  overdueInterest: fc.constantFrom('keep', 'spread', 'waive'),
  lateInterest: fc.constantFrom('keep', 'waive'),
  reAge: fc.boolean(),
});
const somePlan = fc
  .uniqueArray(fc.record({ days: fc.integer({ min: 1, max: 250 }), principal: someAmount }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ days }) => days,
  })
  .map((plan) => (on: Day) => plan.map(({ days, principal }) => ({ on: addDays(on, days), principal })));
const NEW_DATES: fc.Arbitrary<Untold> = fc.oneof(
  fc
    .tuple(somePlan, someTreatment)
    .map(([plan, treatment]) => (on: Day) => ({ kind: 'rescheduled', instalments: plan(on), treatment })),
  fc
    .tuple(somePlan, someTreatment, fc.integer({ min: 1, max: 12 }), fc.constantFrom('plan', 'none', 'grid'))
    .map(([plan, treatment, months, how]) => (on: Day) => ({
      kind: 'extended',
      maturityOn: addDays(on, 250 + months * 30),
      instalments: how === 'none' ? [] : plan(on),
      ...(how === 'grid' && { grid: { interestEveryMonths: 2 } }),
      treatment,
    })),
  fc
    .record({
      of: fc.constantFrom('principal', 'principalAndInterest'),
      shifts: fc.boolean(),
      days: fc.integer({ min: 1, max: 120 }),
    })
    .map(({ of, shifts, days }) => (on: Day) => ({ kind: 'holiday', of, shifts, until: addDays(on, days) })),
  fc.constant(() => ({ kind: 'called' })),
);
const MONEY: fc.Arbitrary<Untold> = fc.oneof(
  { weight: 8, arbitrary: someAmount.map((amount) => () => ({ kind: 'repaid', amount })) },
  {
    weight: 2,
    arbitrary: someBuckets.map((split) => () => ({
      kind: 'repaid',
      split,
      amount: Object.values(split).reduce((sum, part) => sum + part, 0),
    })),
  },
  { weight: 1, arbitrary: fc.constant(() => ({ kind: 'paidOff' })) },
  { weight: 1, arbitrary: someBuckets.map((amounts) => () => ({ kind: 'writtenOff', amounts })) },
  { weight: 1, arbitrary: someAmount.map((amount) => () => ({ kind: 'recovered', amount })) },
  {
    weight: 1,
    arbitrary: fc
      .record({ annualRateBasisPoints: someRate, overdueRatePercent: fc.constantFrom(undefined, 110) })
      .map((fact) => () => ({ kind: 'rateChanged', ...fact })),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 150 }).map((days) => (on: Day) => ({
      kind: 'frozen',
      ...(days > 0 && { until: addDays(on, days) }),
    })),
  },
);

/** Histories of short loans mostly, and of some longer ones; half of them get new dates. */
export const someHistory: fc.Arbitrary<History> = fc
  .tuple(fc.constantFrom(3, 3, 3, 6, 6, 12, 18), fc.constantFrom(...STARTS), fc.boolean())
  .chain(([termMonths, start, hasNewDates]) => {
    const span = Math.round(termMonths * 45);
    const someDay = fc.integer({ min: 0, max: span });
    const someFact = hasNewDates ? fc.oneof({ weight: 2, arbitrary: MONEY }, { weight: 1, arbitrary: NEW_DATES }) : MONEY;
    return fc.record({
      terms: someTerms(termMonths, start),
      calendar: fc.constant(calendar),
      day: someDay.map((days) => addDays(start, days)),
      facts: fc
        .tuple(
          fc.array(fc.tuple(someDay, someFact), { maxLength: termMonths > 6 ? 12 : 8 }),
          fc.array(fc.integer({ min: 0, max: termMonths * 29 }), { maxLength: 2 }),
        )
        .map(([told, drawn]): LoanFact[] => [
          { id: 'drawn', on: start, kind: 'disbursed', amount: 40_000_001 },
          ...drawn.map((days, at): LoanFact => ({
            id: `drawn-${at}`,
            on: addDays(start, days),
            kind: 'disbursed',
            amount: 20_000_003 + at,
          })),
          ...told.map(([days, fact], at) => {
            const on = addDays(start, days);
            return { id: `f${at}`, on, ...(fact(on) as object) } as LoanFact;
          }),
        ]),
    });
  });
