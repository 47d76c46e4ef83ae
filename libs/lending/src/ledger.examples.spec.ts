import { workingDays, type Day, type WorkingDays } from '@soquy/kernel';
import type { LoanTerms } from './contract.js';
import type { LoanFact } from './facts.js';
import { allocationsOf, statementOn } from './ledger.js';

const everyDay: WorkingDays = { isWorkingDay: () => true };
const million = 1_000_000;
type Told<Fact = LoanFact> = Fact extends LoanFact ? Omit<Fact, 'id' | 'on'> : never;
let told = 0;
const fact = (on: Day, what: Told): LoanFact => ({ id: `fact-${(told += 1)}`, on, ...what }) as LoanFact;
const drawn = (on: Day, amount: number) => fact(on, { kind: 'disbursed', amount });
const repaid = (on: Day, amount: number, split?: Extract<LoanFact, { kind: 'repaid' }>['split']) =>
  fact(on, { kind: 'repaid', amount, ...(split && { split }) });

/** 500 triệu at 6 % a year, drawn on 05/03/2026, interest on the 25th of each month, principal at the end (domain.md I2). */
const terms: LoanTerms = {
  currency: { code: 'VND', decimals: 0 },
  principal: 500 * million,
  annualRateBasisPoints: 600,
  overdueRatePercent: 150,
  lateInterestBasisPoints: 1_000,
  dayCount: 'actual/365',
  rounding: 'halfUp',
  residue: 'last',
  repayment: { method: 'bullet' },
  grid: { termMonths: 24, interestEveryMonths: 1, paymentDay: 25, nonWorkingDays: 'unchanged' },
  allocation: 'overduePrincipalFirst',
  prepayment: 'cancelLatest',
};
const custom = (...instalments: readonly (readonly [Day, number])[]): LoanTerms => ({
  ...terms,
  principal: instalments.reduce((sum, [, principal]) => sum + principal, 0),
  repayment: { method: 'custom', instalments: instalments.map(([on, principal]) => ({ on, principal })) },
});
const on = (day: Day, contract: LoanTerms, facts: readonly LoanFact[], calendar = everyDay) =>
  statementOn(contract, facts, calendar, day);

describe('EX-5: interest by actual days over 365, summed first and rounded once', () => {
  const facts = [drawn('2026-03-05', 500 * million), repaid('2026-03-25', 1_643_836)];

  it('counts 20 days to the first interest day and 31 to the second', () => {
    expect(on('2026-03-25', terms, facts.slice(0, 1)).due.interest).toBe(1_643_836);
    expect(on('2026-04-25', terms, facts).due.interest).toBe(2_547_945);
  });

  it('adds 16 days before a prepayment and 15 after it before it rounds', () => {
    const state = on('2026-04-25', terms, [...facts, repaid('2026-04-10', 100 * million)]);
    expect([state.due.interest, state.outstanding]).toEqual([2_301_370, 400 * million]);
  });

  it('EX-7: a shifted day bears the rate of the term, and the next period is the shorter for it', () => {
    const calendar = workingDays(new Set(['2026-04-27']));
    const contract: LoanTerms = { ...terms, grid: { ...terms.grid, nonWorkingDays: 'nextWorkingDay' } };
    expect(on('2026-04-28', contract, facts, calendar).due.interest).toBe(2_794_521);
    const paid = [...facts, repaid('2026-04-28', 2_794_521)];
    // 28/04 to 25/05: 27 days of 500 triệu at 6 % a year.
    expect(on('2026-05-25', contract, paid, calendar).due.interest).toBe(2_219_178);
  });
});

describe('EX-10: principal and interest 25 days late', () => {
  const contract = custom(['2026-06-25', 50 * million], ['2027-03-05', 450 * million]);
  const state = on('2026-07-20', contract, [drawn('2026-05-25', 500 * million)]);

  it('bears one and a half times the rate instead of it, and late interest in a part of its own', () => {
    expect(state.due).toEqual({ principal: 50 * million, interest: 2_547_945, overdueInterest: 308_219, lateInterest: 17_452 });
    expect(state.overdue).toEqual(state.due);
  });

  it('leaves the rest in the term: 25 days of 450 triệu at 6 %', () => expect(state.accruedInterest).toBe(1_849_315));
});

describe('EX-11: one payment under each order', () => {
  /** 100 triệu for 73 days at 6 % are 1.200.000; of the principal 82 triệu are paid when due. */
  const facts = [
    drawn('2026-04-13', 100 * million),
    repaid('2026-06-25', 82 * million, { principal: 82 * million }),
    repaid('2026-07-20', 19 * million),
  ];
  const contract = (allocation: LoanTerms['allocation']): LoanTerms => ({
    ...custom(['2026-06-25', 100 * million]),
    grid: { termMonths: 12, interestEveryMonths: 12, nonWorkingDays: 'unchanged' },
    allocation,
  });
  const used = (allocation: LoanTerms['allocation']) => {
    const { principal, interest, overdueInterest, lateInterest, held } = allocationsOf(contract(allocation), facts, everyDay)[1]!;
    return [principal, overdueInterest, interest, lateInterest, held];
  };

  it('meets what the example says is owed', () =>
    expect(on('2026-07-20', contract('byKind'), facts.slice(0, 2)).due).toEqual({
      principal: 18 * million,
      overdueInterest: 110_959,
      interest: 1_200_000,
      lateInterest: 8_219,
    }));

  it.each([
    ['overduePrincipalFirst', [18 * million, 110_959, 889_041, 0, 0]],
    ['interestFirst', [17_680_822, 110_959, 1_200_000, 8_219, 0]],
    ['byKind', [17_680_822, 110_959, 1_200_000, 8_219, 0]],
    ['byInstalment', [17_680_822, 110_959, 1_200_000, 8_219, 0]],
  ] as const)('%s', (allocation, parts) => expect(used(allocation)).toEqual(parts));

  it('leaves what the example says is left', () => {
    const { due } = on('2026-07-20', contract('overduePrincipalFirst'), facts);
    expect(due).toEqual({ principal: 0, overdueInterest: 0, interest: 310_959, lateInterest: 8_219 });
    expect(on('2026-07-20', contract('interestFirst'), facts).due.principal).toBe(319_178);
  });
});

describe('EX-13: days past due', () => {
  const contract: LoanTerms = { ...custom(['2026-06-25', 50 * million]), annualRateBasisPoints: 0 };
  const loan = [drawn('2026-05-25', 50 * million)];

  it.each([
    ['2026-06-25', 0],
    ['2026-06-26', 1],
    ['2026-06-30', 5],
    ['2026-07-31', 36],
    ['2026-09-30', 97],
  ])('on %s are %i', (day, days) => expect(on(day, contract, loan).daysPastDue).toBe(days));

  it('count from the day it fell due in fact', () => {
    const calendar = workingDays(new Set(['2026-06-25', '2026-06-26']));
    const shifting: LoanTerms = { ...contract, grid: { ...contract.grid, nonWorkingDays: 'nextWorkingDay' } };
    const past = (day: Day) => on(day, shifting, loan, calendar).daysPastDue;
    expect(['2026-06-29', '2026-06-30'].map(past)).toEqual([0, 1]);
  });
});
