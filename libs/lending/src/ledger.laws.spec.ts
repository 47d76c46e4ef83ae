import { addDays, workingDays, type Day } from '@soquy/kernel';
import fc from 'fast-check';
import { ALLOCATIONS, DAY_COUNTS, PREPAYMENTS, type LoanTerms } from './contract.js';
import type { LoanFact } from './facts.js';
import { allocationsOf, ledgerOf, statementOn } from './ledger.js';
import type { Statement } from './statement.js';

const START = '2024-01-31';
const PRINCIPAL = 100_000_000;
const calendar = workingDays(new Set(['2024-04-30', '2024-05-01', '2025-01-01', '2025-01-28', '2025-01-29', '2025-01-30']));

const someDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(START, days));
const someAmount = fc.oneof(fc.integer({ min: 1, max: 40_000_000 }), fc.integer({ min: 1, max: 5_000 }));
const someTerms: fc.Arbitrary<LoanTerms> = fc.record({
  currency: fc.constant({ code: 'VND', decimals: 0 as const }),
  principal: fc.constant(PRINCIPAL),
  annualRateBasisPoints: fc.integer({ min: 0, max: 3_000 }),
  overdueRatePercent: fc.constantFrom(100, 150),
  lateInterestBasisPoints: fc.integer({ min: 0, max: 1_000 }),
  dayCount: fc.constantFrom(...DAY_COUNTS),
  rounding: fc.constantFrom('halfUp', 'halfEven', 'down'),
  residue: fc.constantFrom('last', 'first'),
  repayment: fc.constantFrom(
    { method: 'equalPrincipal' as const },
    { method: 'bullet' as const },
    { method: 'annuity' as const },
    { method: 'percentOfPrincipal' as const, basisPoints: 300 },
  ),
  grid: fc.record({
    termMonths: fc.constant(18),
    principalEveryMonths: fc.constantFrom(3, 6),
    interestEveryMonths: fc.constantFrom(1, 3),
    nonWorkingDays: fc.constantFrom('unchanged', 'nextWorkingDay'),
  }),
  allocation: fc.constantFrom(...ALLOCATIONS),
  prepayment: fc.constantFrom(...PREPAYMENTS),
});

const someTreatment = fc.record({
  overduePrincipal: fc.constantFrom('keep', 'spread'),
  overdueInterest: fc.constantFrom('keep', 'spread', 'waive'),
  lateInterest: fc.constantFrom('keep', 'waive'),
  reAge: fc.boolean(),
});
const somePlan = fc
  .uniqueArray(fc.record({ days: fc.integer({ min: 1, max: 400 }), principal: someAmount }), {
    minLength: 1,
    maxLength: 4,
    selector: ({ days }) => days,
  })
  .map((plan) => (on: Day) => plan.map(({ days, principal }) => ({ on: addDays(on, days), principal })));
const some = <Kind extends LoanFact['kind']>(kind: Kind) => fc.constant(kind);
const repaid = fc.record({ kind: some('repaid'), amount: someAmount }).map((fact) => () => fact);
const someBuckets = fc.record({
  principal: someAmount,
  interest: someAmount,
  overdueInterest: someAmount,
  lateInterest: someAmount,
});
const other = fc.oneof(
  someBuckets.map((split) => () => ({
    kind: 'repaid',
    split,
    amount: Object.values(split).reduce((sum, part) => sum + part, 0),
  })),
  fc.constant(() => ({ kind: 'paidOff' })),
  fc.integer({ min: 0, max: 3_000 }).map((annualRateBasisPoints) => () => ({ kind: 'rateChanged', annualRateBasisPoints })),
  fc
    .tuple(somePlan, someTreatment)
    .map(([plan, treatment]) => (on: Day) => ({ kind: 'rescheduled', instalments: plan(on), treatment })),
  fc.tuple(somePlan, someTreatment, fc.integer({ min: 1, max: 24 })).map(([plan, treatment, months]) => (on: Day) => ({
    kind: 'extended',
    maturityOn: addDays(on, 400 + months * 30),
    instalments: plan(on),
    ...(months % 3 === 0 && { grid: { interestEveryMonths: 2 } }),
    treatment,
  })),
  fc
    .record({
      of: fc.constantFrom('principal', 'principalAndInterest'),
      shifts: fc.boolean(),
      days: fc.integer({ min: 1, max: 200 }),
    })
    .map(({ of, shifts, days }) => (on: Day) => ({ kind: 'holiday', of, shifts, until: addDays(on, days) })),
  fc.constant(() => ({ kind: 'called' })),
  fc
    .integer({ min: 0, max: 300 })
    .map((days) => (on: Day) => ({ kind: 'frozen', ...(days > 0 && { until: addDays(on, days) }) })),
  someBuckets.map((amounts) => () => ({ kind: 'writtenOff', amounts })),
  someAmount.map((amount) => () => ({ kind: 'recovered', amount })),
);
const told = (weight: number) =>
  fc.array(fc.tuple(someDay, fc.oneof({ weight, arbitrary: repaid as typeof other }, { weight: 4, arbitrary: other })), {
    maxLength: 10,
  });
const someHistory = fc
  .tuple(told(6), fc.integer({ min: 1, max: 500 }))
  .map(([facts, days]): LoanFact[] => [
    { id: 'drawn-1', on: START, kind: 'disbursed', amount: 60_000_001 },
    { id: 'drawn-2', on: addDays(START, days), kind: 'disbursed', amount: 39_999_999 },
    ...facts.map(([on, fact], index) => ({ ...fact(on), on, id: `f${index}` }) as LoanFact),
  ]);

const law = (text: string, holds: (terms: LoanTerms, facts: LoanFact[], day: Day) => void, runs = 300) =>
  it(text, () =>
    fc.assert(fc.property(someTerms, someHistory, someDay, holds), { numRuns: Number(process.env.LEDGER_RUNS ?? runs) }),
  );
const numbersIn = (value: unknown): number[] =>
  typeof value === 'number' ? [value] : typeof value === 'object' && value ? Object.values(value).flatMap(numbersIn) : [];
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);
const total = (buckets: Statement['paid']) => sum(Object.values(buckets));

describe('laws of the ledger', () => {
  law('any order of telling gives the same statement and the same allocations', (terms, facts, day) => {
    const shuffled = [...facts].sort((a, b) => (a.id.slice(-1) + a.id < b.id.slice(-1) + b.id ? 1 : -1));
    expect(statementOn(terms, shuffled, calendar, day)).toEqual(statementOn(terms, facts, calendar, day));
    expect(allocationsOf(terms, shuffled, calendar)).toEqual(allocationsOf(terms, facts, calendar));
  });

  law('a day is the same whether what came later is known or not', (terms, facts, day) => {
    const known = facts.filter(({ on }) => on <= day);
    expect(statementOn(terms, facts, calendar, day)).toEqual(statementOn(terms, known, calendar, day));
  });

  law('a ledger answers each day alike, whatever was asked before', (terms, facts, day) => {
    const ledger = ledgerOf(terms, facts, calendar);
    const [before, then, later] = [addDays(day, -200), day, addDays(day, 200)].map(ledger.on);
    expect([ledger.on(addDays(day, -200)), ledger.on(day), ledger.on(addDays(day, 200))]).toEqual([before, then, later]);
    expect(then).toEqual(statementOn(terms, facts, calendar, day));
  });

  law('a fact that is told and taken back leaves nothing behind', (terms, facts, day) => {
    const before = JSON.stringify(facts);
    const without = facts.filter(({ id }) => id !== 'f0');
    const expected = statementOn(terms, structuredClone(without), calendar, day);
    statementOn(terms, facts, calendar, day);
    expect(statementOn(terms, without, calendar, day)).toEqual(expected);
    expect(JSON.stringify(facts)).toBe(before);
  });

  law('a repayment in two parts on one day is the repayment', (terms, facts, day) => {
    const parts = facts.flatMap((fact): LoanFact[] => {
      if (fact.kind !== 'repaid' || fact.split || fact.amount < 2) return [fact];
      const first = Math.ceil(fact.amount / 3);
      return [
        { ...fact, id: `${fact.id}-1`, amount: first },
        { ...fact, id: `${fact.id}-2`, amount: fact.amount - first },
      ];
    });
    expect(statementOn(terms, parts, calendar, day)).toEqual(statementOn(terms, facts, calendar, day));
  });

  law('a loan paid off is closed: nothing is owed, nothing runs any more', (terms, facts, day) => {
    const payoff: LoanFact = { id: 'payoff', on: day, kind: 'paidOff' };
    const known = facts.filter((fact) => fact.on <= day && fact.kind !== 'paidOff' && fact.kind !== 'recovered');
    const before = statementOn(terms, known, calendar, day);
    const ledger = ledgerOf(terms, [...known, payoff], calendar);
    for (const later of [day, addDays(day, 1), addDays(day, 500)]) {
      const { outstanding, due, accruedInterest, deferredInterest, payoff: left, daysPastDue } = ledger.on(later);
      expect([outstanding, total(due), accruedInterest, deferredInterest, left, daysPastDue]).toEqual([0, 0, 0, 0, 0, 0]);
    }
    const [paid, was] = [ledger.on(day), before];
    expect(total(paid.paid) + paid.held - total(was.paid) - was.held).toBe(was.payoff);
  });

  law('principal conserves: drawn is outstanding, paid and written off, and so are the instalments', (terms, facts, day) => {
    const { drawn, outstanding, paid, writtenOff, instalments } = statementOn(terms, facts, calendar, day);
    expect(outstanding + paid.principal + writtenOff.principal).toBe(drawn);
    expect(sum(instalments.map(({ principal }) => principal))).toBe(drawn);
    expect(sum(instalments.map(({ principalPaid }) => principalPaid))).toBe(paid.principal);
  });

  law('money conserves: what was received is paid or held, and the allocations say where', (terms, all, day) => {
    const facts = all.filter(({ kind }) => kind !== 'paidOff');
    const { paid, held } = statementOn(terms, facts, calendar, day);
    const received = sum(facts.map((fact) => (fact.kind === 'repaid' && fact.on <= day ? fact.amount : 0)));
    expect(total(paid) + held).toBe(received);
    const rows = allocationsOf(terms, facts, calendar, day);
    for (const bucket of ['principal', 'interest', 'overdueInterest', 'lateInterest'] as const)
      expect(sum(rows.map((row) => row[bucket]))).toBe(paid[bucket]);
  });

  law('nothing is ever below zero, and nothing is overdue that is not due', (terms, facts, day) => {
    const statement = statementOn(terms, facts, calendar, day);
    expect(numbersIn(statement).filter((number) => !(Number.isSafeInteger(number) && number >= 0))).toEqual([]);
    expect(numbersIn(allocationsOf(terms, facts, calendar)).filter((number) => !(number >= 0))).toEqual([]);
    const { due, overdue } = statement;
    expect(due.principal >= overdue.principal && due.interest >= overdue.interest).toBe(true);
  });

  law('what would close a loan is what is owed: due, still to come and run up, less what is held', (terms, facts, day) => {
    const { payoff, outstanding, due, accruedInterest, deferredInterest, held } = statementOn(terms, facts, calendar, day);
    const owed = outstanding + total(due) - due.principal + accruedInterest + deferredInterest;
    expect(payoff).toBe(Math.max(0, owed - held));
  });
});
