import { workingDays, type WorkingDays } from '@soquy/kernel';
import type { Grid, LoanTerms, Repayment } from './contract.js';
import { LendingError } from './errors.js';
import { scheduleOf, type Drawing, type RateChange } from './schedule.js';

const MILLION = 1_000_000;
const everyDay: WorkingDays = { isWorkingDay: () => true };
const calendar2026 = workingDays(new Set(['2026-04-27', '2026-04-30', '2026-05-01']));

type Over = Partial<Omit<LoanTerms, 'grid'>> & { readonly grid?: Partial<Grid> };

const terms = ({ grid, ...over }: Over = {}): LoanTerms => ({
  currency: { code: 'VND', decimals: 0 },
  principal: 100 * MILLION,
  annualRateBasisPoints: 600,
  overdueRatePercent: 150,
  dayCount: 'actual/365',
  rounding: 'halfUp',
  residue: 'last',
  repayment: { method: 'equalPrincipal' },
  allocation: 'overduePrincipalFirst',
  prepayment: 'cancelLatest',
  ...over,
  grid: { termMonths: 12, interestEveryMonths: 3, nonWorkingDays: 'nextWorkingDay', ...grid },
});

const at = (on: string, amount: number): Drawing => ({ on, amount });
const whole = [at('2026-03-05', 100 * MILLION)];

function lines(over: Over, drawings: readonly Drawing[] = whole, rates: readonly RateChange[] = [], calendar = everyDay) {
  return scheduleOf(terms(over), drawings, calendar, rates);
}
const principal = (over: Over, drawings?: readonly Drawing[]) => lines(over, drawings).map((line) => line.principal);
const interest = (...args: Parameters<typeof lines>) => lines(...args).map((line) => line.interest);

describe('a schedule', () => {
  it('EX-5 and EX-7: sums interest to the day it falls due, on shifted days at the rate in term', () => {
    const bullet = { principal: 500 * MILLION, repayment: { method: 'bullet' } as const };
    const grid = { termMonths: 3, interestEveryMonths: 1, paymentDay: 25 };
    const drawn = [at('2026-03-05', 500 * MILLION)];
    expect(interest({ ...bullet, grid }, drawn).slice(0, 2)).toEqual([1_643_836, 2_547_945]);
    expect(lines({ ...bullet, grid }, drawn, [], calendar2026).slice(1, 3)).toMatchObject([
      { number: 2, nominalOn: '2026-04-25', dueOn: '2026-04-28', interest: 2_794_521, bearsInterest: true },
      { number: 3, nominalOn: '2026-05-25', dueOn: '2026-05-25', interest: 2_219_178 },
    ]);
  });

  it('leaves the residue of equal parts to the last, or to the first (I3)', () => {
    const grid = { termMonths: 9 };
    expect(principal({ grid })).toEqual([33_333_333, 33_333_333, 33_333_334]);
    expect(principal({ grid, residue: 'first' })).toEqual([33_333_334, 33_333_333, 33_333_333]);
    expect(principal({ grid, multipleOf: 100_000 })).toEqual([33_300_000, 33_300_000, 33_400_000]);
    expect(principal({ grid, multipleOf: 100_000, residue: 'first' })).toEqual([33_400_000, 33_300_000, 33_300_000]);
  });

  it('repays a part of the principal each time, and the rest at the end', () => {
    const part = (basisPoints: number): Repayment => ({ method: 'percentOfPrincipal', basisPoints });
    expect(principal({ repayment: part(1_000) })).toEqual([10, 10, 10, 70].map((amount) => amount * MILLION));
    expect(principal({ repayment: part(1_234), multipleOf: MILLION })).toEqual(
      [12, 12, 12, 64].map((amount) => amount * MILLION),
    );
    expect(principal({ repayment: part(5_000) })).toEqual([50, 50].map((amount) => amount * MILLION));
    const odd = { principal: 30, repayment: part(4_167) };
    expect(principal({ ...odd, rounding: 'halfUp' }, [at('2026-03-05', 30)])).toEqual([13, 13, 4]);
    expect(principal({ ...odd, rounding: 'down' }, [at('2026-03-05', 30)])).toEqual([12, 12, 6]);
  });

  it('repays in level amounts by actual days; the last takes what they leave', () => {
    const grid = { interestEveryMonths: 1, termMonths: 6 };
    const level = lines({ repayment: { method: 'annuity' }, grid });
    const totals = level.map((line) => line.principal + line.interest);
    expect(new Set(totals.slice(0, 5)).size).toBe(1);
    expect(Math.abs(totals[5]! - totals[0]!)).toBeLessThanOrEqual(3);
    expect(level[0]!.interest).toBe(509_589);
    const thousands = lines({ repayment: { method: 'annuity' }, grid, multipleOf: 1_000 });
    expect(thousands.slice(0, 5).every((line) => (line.principal + line.interest) % 1_000 === 0)).toBe(true);
  });

  it('finds the level amount for the days as they are shifted, with what ran up before a later drawing', () => {
    const grid = { interestEveryMonths: 1, termMonths: 24 };
    const drawn = [at('2026-01-31', 40 * MILLION), at('2026-07-13', 60 * MILLION)];
    const level = lines({ repayment: { method: 'annuity' }, grid, annualRateBasisPoints: 1_800 }, drawn, [], calendar2026);
    expect(level.filter(({ nominalOn, dueOn }) => dueOn > nominalOn).length).toBeGreaterThan(5);
    const totals = level.map((line) => line.principal + line.interest);
    expect([new Set(totals.slice(0, 5)).size, new Set(totals.slice(5, -1)).size]).toEqual([1, 1]);
    expect(Math.abs(totals.at(-1)! - totals.at(-2)!)).toBeLessThanOrEqual(16);
  });

  it('asks interest only in the months of grace, then level amounts', () => {
    const level = lines({ repayment: { method: 'annuity' }, grid: { interestEveryMonths: 1, termMonths: 6, graceMonths: 3 } });
    expect(level.map((line) => line.principal > 0)).toEqual([false, false, false, true, true, true]);
  });

  it('repays a fixed amount, and what is left at the end', () => {
    const fixed = lines({ repayment: { method: 'fixedInstalment', amount: 20 * MILLION } });
    expect(fixed.map((line) => line.principal + line.interest).slice(0, 3)).toEqual([20 * MILLION, 20 * MILLION, 20 * MILLION]);
    expect(fixed[3]!.principal).toBe(100 * MILLION - fixed.slice(0, 3).reduce((sum, line) => sum + line.principal, 0));
    const soon = lines({ repayment: { method: 'fixedInstalment', amount: 60 * MILLION } });
    expect(soon).toHaveLength(2);
    expect(soon[1]!.principal + soon[1]!.interest).toBeLessThan(60 * MILLION);
  });

  it('gives interest of days that bear none to the next that does', () => {
    const apart = lines({ grid: { interestEveryMonths: 6, principalEveryMonths: 3, termMonths: 6 } });
    expect(apart.map((line) => line.interest)).toEqual([0, Math.round((100 * MILLION * 92 + 50 * MILLION * 92) * (0.06 / 365))]);
  });
});

describe('a schedule of several drawings', () => {
  const drawn = [at('2026-03-05', 40 * MILLION), at('2026-07-01', 60 * MILLION)];

  it.each<[string, Over, number[]]>([
    ['equal parts', {}, [10, 30, 30, 30]],
    ['a bullet', { repayment: { method: 'bullet' } }, [0, 0, 0, 100]],
    ['parts of the principal', { repayment: { method: 'percentOfPrincipal', basisPoints: 2_000 } }, [8, 20, 20, 52]],
    [
      'a plan of the customer’s own',
      {
        repayment: {
          method: 'custom',
          instalments: [
            { on: '2026-06-05', principal: 50 * MILLION },
            { on: '2026-09-05', principal: 10 * MILLION },
            { on: '2026-12-05', principal: 40 * MILLION },
          ],
        },
      },
      [40, 20, 40],
    ],
  ])('plans anew what is not yet due: %s', (_method, over, expected) => {
    expect(principal(over, drawn)).toEqual(expected.map((amount) => amount * MILLION));
  });

  it('leaves what falls due on the day of a drawing as it was', () => {
    expect(principal({}, [at('2026-03-05', 40 * MILLION), at('2026-06-05', 60 * MILLION)])).toEqual(
      [10, 30, 30, 30].map((amount) => amount * MILLION),
    );
  });

  it('fills a plan of the customer’s own from its beginning, as far as was drawn', () => {
    const instalments = ['2026-06-05', '2026-09-05', '2026-12-05', '2027-03-05'].map((on) => ({ on, principal: 25 * MILLION }));
    const plan = lines({ repayment: { method: 'custom', instalments } }, [at('2026-03-05', 40 * MILLION)]);
    expect(plan.map((line) => [line.dueOn, line.principal])).toEqual([
      ['2026-06-05', 25 * MILLION],
      ['2026-09-05', 15 * MILLION],
    ]);
  });

  it('runs interest on each part from its own day, on each rate from its own', () => {
    const bullet = { repayment: { method: 'bullet' } as const, grid: { termMonths: 3 } };
    const parts = [at('2026-03-05', 40 * MILLION), at('2026-04-04', 60 * MILLION)];
    expect(interest(bullet, parts)).toEqual([Math.round((40 * 30 + 100 * 62) * MILLION * (0.06 / 365))]);
    expect(interest(bullet, whole, [{ on: '2026-04-04', annualRateBasisPoints: 900 }])).toEqual([
      Math.round(100 * MILLION * ((0.06 * 30 + 0.09 * 62) / 365)),
    ]);
  });

  it('finds a new level amount when the rate changes, and keeps the one before', () => {
    const grid = { termMonths: 6, interestEveryMonths: 1 };
    const totals = lines({ repayment: { method: 'annuity' }, grid }, whole, [
      { on: '2026-05-05', annualRateBasisPoints: 1_200 },
    ]).map((line) => line.principal + line.interest);
    expect(totals[1]).toBe(totals[0]);
    expect(totals[2]).toBeGreaterThan(totals[0]!);
    expect(new Set(totals.slice(2, 5)).size).toBe(1);
  });

  it('asks nothing while nothing is drawn', () => {
    expect(lines({}, [])).toEqual([]);
  });
});

describe('terms that make no loan', () => {
  const custom = (...instalments: [string, number][]): Over => ({
    repayment: { method: 'custom', instalments: instalments.map(([on, amount]) => ({ on, principal: amount * MILLION })) },
  });

  const refusals: [code: string, over: Over, drawings?: Drawing[]][] = [
    ['NumberOutOfRange', { principal: 0 }],
    ['NumberOutOfRange', { principal: 1.5 }],
    ['NumberOutOfRange', { annualRateBasisPoints: -1 }],
    ['NumberOutOfRange', { grid: { termMonths: 0 } }],
    ['NumberOutOfRange', { grid: { paymentDay: 32 } }],
    ['NumberOutOfRange', { multipleOf: 0 }],
    ['NumberOutOfRange', { repayment: { method: 'percentOfPrincipal', basisPoints: 10_001 } }],
    ['NumberOutOfRange', {}, [at('2026-03-05', -1)]],
    ['GraceNotWithinTerm', { grid: { graceMonths: 12 } }],
    ['InterestNotOnPrincipalDays', { repayment: { method: 'annuity' }, grid: { principalEveryMonths: 4 } }],
    ['InstalmentBelowInterest', { repayment: { method: 'fixedInstalment', amount: MILLION } }],
    ['CustomPlanEmpty', custom()],
    ['CustomDaysNotGrowing', custom(['2026-06-05', 50], ['2026-06-05', 50])],
    ['CustomPlanNotThePrincipal', custom(['2026-06-05', 50], ['2026-06-06', 49])],
    ['InstalmentOutsideTerm', custom(['2026-03-05', 100])],
    ['NotADay', custom(['2026-02-30', 100])],
    ['NotADay', {}, [at('2026-13-01', 1)]],
    ['DrawnBeyondPrincipal', {}, [at('2026-03-05', 60 * MILLION), at('2026-03-06', 41 * MILLION)]],
    ['DrawnAfterMaturity', {}, [at('2026-03-05', 60 * MILLION), at('2027-03-05', 40 * MILLION)]],
  ];

  it.each(refusals.map(([code, over, drawings = whole]) => ({ code, over, drawings })))('are refused with $code', (row) => {
    const { code, over, drawings } = row;
    const refused = () => lines(over, drawings);
    expect(refused).toThrow(LendingError);
    expect(refused).toThrow(expect.objectContaining({ code, kind: 'input' }));
  });

  it('says why in both languages', () => {
    const { words } = new LendingError('InstalmentBelowInterest', { on: '2026-06-05', amount: 1_000_000, interest: 1_512_329 });
    expect(words).toEqual({
      vi: 'Số tiền mỗi kỳ 1.000.000 không đủ trả lãi 1.512.329 đến hạn ngày 05/06/2026.',
      en: 'An instalment of 1,000,000 does not cover the interest of 1,512,329 due on 2026-06-05.',
    });
  });
});
