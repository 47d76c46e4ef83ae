import { addDays, workingDays, type Day } from '@soquy/kernel';
import fc from 'fast-check';
import { openPart, packedRow } from './account-row.js';
import { ALLOCATIONS, DAY_COUNTS, PREPAYMENTS, type LoanTerms } from './contract.js';
import type { LedgerFact } from './facts.js';
import { ledgerFrom, ledgerOf, owedFromRow, statementFromRow, statementOn } from './ledger.js';
import { scheduleOf } from './schedule.js';

const START = '2024-01-31';
const calendar = workingDays(new Set(['2024-04-30', '2024-05-01', '2025-01-01', '2025-01-28', '2025-01-29', '2025-01-30']));

const someDay = fc.integer({ min: 0, max: 900 }).map((days) => addDays(START, days));
const someAmount = fc.oneof(fc.integer({ min: 1, max: 40_000_000 }), fc.integer({ min: 1, max: 5_000 }));
const someTerms: fc.Arbitrary<LoanTerms> = fc
  .record({
    currency: fc.constant({ code: 'VND', decimals: 0 as const }),
    principal: fc.constant(100_000_000),
    annualRateBasisPoints: fc.integer({ min: 0, max: 3_000 }),
    overdueRatePercent: fc.constantFrom(100, 150),
    lateInterestBasisPoints: fc.integer({ min: 0, max: 1_000 }),
    lateInterestCapPercent: fc.constantFrom(1, 10, 100),
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
    isFixed: fc.boolean(),
  })
  .map(({ isFixed, ...terms }) => (isFixed ? { ...terms, plan: planIn(terms) } : terms));

/** What the schedule of the whole loan came to. */
const planIn = (terms: LoanTerms) =>
  scheduleOf(terms, [{ on: START, amount: terms.principal }], calendar).map(({ nominalOn, dueOn, principal, bearsInterest }) => ({
    nominalOn,
    dueOn,
    principal,
    bearsInterest,
  }));

const someTreatment = fc.record({
  overduePrincipal: fc.constantFrom('keep' as const, 'spread' as const),
  overdueInterest: fc.constantFrom('keep' as const, 'spread' as const, 'waive' as const),
  lateInterest: fc.constantFrom('keep' as const, 'waive' as const),
  reAge: fc.boolean(),
});
const some = <Fact extends { kind: LedgerFact['kind'] }>(fact: fc.Arbitrary<Fact>) => fact.map((told) => (_on: Day) => told);
const someFact = fc.oneof(
  some(fc.record({ kind: fc.constant('repaid' as const), amount: someAmount })),
  some(
    fc.record(
      {
        kind: fc.constant('booked' as const),
        principal: fc.oneof(fc.constant(0), someAmount),
        interest: fc.oneof(fc.constant(0), someAmount),
        fromAdvance: fc.integer({ min: 1, max: 200_000 }),
      },
      { requiredKeys: ['kind', 'principal', 'interest'] },
    ),
  ),
  some(fc.record({ kind: fc.constant('rateChanged' as const), annualRateBasisPoints: fc.integer({ min: 0, max: 3_000 }) })),
  some(
    fc.record({ kind: fc.constant('writtenOff' as const), amounts: fc.record({ principal: someAmount, interest: someAmount }) }),
  ),
  some(fc.constant({ kind: 'called' as const })),
  some(fc.constant({ kind: 'paidOff' as const })),
  fc.integer({ min: 1, max: 200 }).map((days) => (on: Day) => ({ kind: 'frozen' as const, until: addDays(on, days) })),
  fc.tuple(someTreatment, someAmount, fc.integer({ min: 1, max: 300 })).map(([treatment, principal, days]) => (on: Day) => {
    const instalments = [{ on: addDays(on, days), principal }];
    return { kind: 'extended' as const, maturityOn: addDays(on, 700), instalments, treatment };
  }),
);

const someHistory = fc
  .record({
    opening: fc.boolean(),
    second: someDay.filter((day) => day < '2025-06-01'),
    told: fc.array(fc.tuple(someDay, someFact), { maxLength: 10 }),
  })
  .map(({ opening, second, told }): LedgerFact[] => [
    opening
      ? {
          ...{ id: 'opened', on: START, kind: 'opened', principal: 80_000_000, overduePrincipal: 20_000_001 },
          ...{ overdueInterest: 300_000, overdueSince: '2023-12-01', accruedInterest: 123_456 },
        }
      : { id: 'drawn-1', on: START, kind: 'disbursed', amount: 60_000_001 },
    { id: 'drawn-2', on: second, kind: 'disbursed', amount: 39_999_999 },
    ...told.map(([on, fact], index) => ({ ...fact(on), on, id: `f${index}` }) as LedgerFact),
  ]);

/** As it comes back from a database. */
const stored = <Row>(row: Row): Row => JSON.parse(JSON.stringify(row)) as Row;
const runs = { numRuns: Number(process.env.LEDGER_RUNS ?? 300) };

describe('an account as a row', () => {
  it('says of any later day what all the facts say', () => {
    fc.assert(
      fc.property(someTerms, someHistory, someDay, fc.nat(400), (terms, facts, day, days) => {
        const known = facts.filter(({ on }) => on <= day);
        const row = stored(ledgerOf(terms, known, calendar).row(day));
        const later = addDays(day, days);
        const { instalments, ...position } = statementOn(terms, known, calendar, later);
        expect(statementFromRow(terms, row, later)).toEqual({ ...position, instalments });
        expect(position).toMatchObject(owedFromRow(terms, row, later));
        for (const on of [later, ...(row.ahead ?? []).slice(0, 3).map(({ nominalOn, dueOn = nominalOn }) => dueOn)])
          expect(owedFromRow(terms, stored(packedRow(row)), on)).toEqual(owedFromRow(terms, row, on));
      }),
      runs,
    );
  });

  it('says the same with its days to come packed, and goes on from there', () => {
    let paidAhead = 0;
    fc.assert(
      fc.property(someTerms, someHistory, someDay, fc.nat(400), (terms, facts, cut, days) => {
        const [before, after] = [facts.filter(({ on }) => on <= cut), facts.filter(({ on }) => on > cut)];
        const row = ledgerOf(terms, before, calendar).row(cut);
        if (row.ahead?.some(({ paid, writtenOff }) => paid || writtenOff)) paidAhead += 1;
        const [plain, packed] = [row, packedRow(row)].map((one) => ledgerFrom(terms, stored(one), after, calendar));
        const later = addDays(cut, days);
        expect(packed!.on(later)).toEqual(plain!.on(later));
        expect(packed!.row(later)).toEqual(plain!.row(later));
      }),
      runs,
    );
    expect(paidAhead).toBeGreaterThan(10);
  });

  it('holds days to come in few signs', () => {
    const row = ledgerOf(plain, [drawn], calendar).row(START);
    const { ahead, interestAhead } = row;
    expect([ahead?.length, interestAhead?.length]).toEqual([12, 12]);
    const signs = (value: unknown) => JSON.stringify(value).length;
    expect(signs(packedRow(row).toCome)).toBeLessThan(signs({ ahead, interestAhead }) / 4);
  });

  it('goes on with the facts that come after it, also without what is settled', () => {
    fc.assert(
      fc.property(someTerms, someHistory, someDay, someDay, (terms, facts, cut, asked) => {
        fc.pre(cut <= asked);
        const [before, after] = [facts.filter(({ on }) => on <= cut), facts.filter(({ on }) => on > cut)];
        const row = stored(ledgerOf(terms, before, calendar).row(cut));
        const [whole, goneOn] = [ledgerOf(terms, facts, calendar), ledgerFrom(terms, row, after, calendar)];
        expect(goneOn.on(asked)).toEqual(whole.on(asked));
        expect(goneOn.row(asked)).toEqual(whole.row(asked));
        const unsettled = ledgerFrom(terms, openPart(row), after, calendar);
        expect(unsettled.position(asked)).toEqual(whole.position(asked));
        expect(openPart(unsettled.row(asked))).toEqual(openPart(whole.row(asked)));
      }),
      runs,
    );
  });

  it('is not changed by what is read from it, and leaves out what says nothing', () => {
    fc.assert(
      fc.property(someTerms, (terms) => {
        const ledger = ledgerOf(terms, [{ id: 'drawn', on: START, kind: 'disbursed', amount: 50_000_000 }], calendar);
        const row = ledger.row(START);
        const before = JSON.stringify(row);
        statementFromRow(terms, row, '2026-01-31', [{ id: 'paid', on: '2025-01-31', kind: 'repaid', amount: 1_000_000 }]);
        ledger.on('2026-01-31');
        expect(JSON.stringify(row)).toBe(before);
        expect(before).not.toMatch(/:(0|"0"|false|null|\[\]|\{\})/);
      }),
    );
  });

  const plain: LoanTerms = {
    ...{ currency: { code: 'VND', decimals: 0 }, principal: 100_000_000, annualRateBasisPoints: 900, overdueRatePercent: 150 },
    ...{ dayCount: 'actual/365', rounding: 'halfUp', residue: 'last', allocation: 'interestFirst', prepayment: 'reduceEach' },
    repayment: { method: 'annuity' },
    grid: { termMonths: 12, interestEveryMonths: 1, nonWorkingDays: 'unchanged' },
  };
  const goesOn = (facts: LedgerFact[], parted: number, day: Day) => {
    const cut = facts[parted - 1]!.on;
    const row = stored(ledgerOf(plain, facts.slice(0, parted), calendar).row(cut));
    expect(statementFromRow(plain, row, day, facts.slice(parted))).toEqual(statementOn(plain, facts, calendar, day));
  };
  const drawn: LedgerFact = { id: 'drawn', on: START, kind: 'disbursed', amount: 60_000_000 };

  it('knows what an early payment of its own day reduced, so that two of one day reduce like one', () => {
    const paid = ['a', 'b', 'c'].map((id): LedgerFact => ({ id, on: '2024-02-10', kind: 'repaid', amount: 1_000_001 }));
    goesOn([drawn, ...paid], 3, '2025-01-31');
  });

  it('knows rates and drawings of before, by which a later drawing plans anew', () => {
    const changed: LedgerFact = { id: 'rate', on: '2024-03-05', kind: 'rateChanged', annualRateBasisPoints: 1_500 };
    const paid: LedgerFact = { id: 'paid', on: '2024-03-08', kind: 'repaid', amount: 20_000_000 };
    const more: LedgerFact = { id: 'more', on: '2024-04-05', kind: 'disbursed', amount: 30_000_000 };
    goesOn([drawn, changed, paid, more], 3, '2025-01-31');
  });

  it('knows nothing of days before its own', () => {
    const paid = { id: 'paid', on: '2024-02-01', kind: 'repaid', amount: 1 } as const;
    fc.assert(
      fc.property(someTerms, (terms) => {
        const row = ledgerOf(terms, [], calendar).row('2024-02-29');
        const before = () => statementFromRow(terms, row, '2024-02-28');
        expect(before).toThrow('assertion: a row of 2024-02-29 knows nothing of 2024-02-28');
        expect(() => ledgerFrom(terms, row, [paid]).on('2024-03-31')).toThrow('knows nothing of 2024-02-01');
      }),
    );
  });
});
