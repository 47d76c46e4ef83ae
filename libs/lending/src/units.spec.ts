import { addDays, daysBetween } from '@soquy/kernel';
import fc from 'fast-check';
import { DAY_COUNTS, ROUNDINGS, type DayCount, type Rounding } from './contract.js';
import { interestUnits, toAmount, UNITS_PER_AMOUNT } from './units.js';

const MILLION = 1_000_000;

const run = (balance: number, basisPoints: number, from: string, to: string, percent = 100, dayCount: DayCount = 'actual/365') =>
  interestUnits({ balance, basisPoints, percent, from, to, dayCount, period: { anchorDay: 25 } });

const half = (units: bigint) => toAmount(units, 'halfUp');

describe('interest, exact inside', () => {
  it('EX-5: first day out, last in, on balances at the start of days', () => {
    expect(half(run(500 * MILLION, 600, '2026-03-05', '2026-03-25'))).toBe(1_643_836);
    expect(half(run(500 * MILLION, 600, '2026-03-25', '2026-04-25'))).toBe(2_547_945);
  });

  it('EX-5: sums first, rounds once', () => {
    const before = run(500 * MILLION, 600, '2026-03-25', '2026-04-10');
    const after = run(400 * MILLION, 600, '2026-04-10', '2026-04-25');
    expect(half(before + after)).toBe(2_301_370);
    expect(half(before) + half(after)).toBe(2_301_369);
  });

  it('EX-10: at a percentage of the rate on what is overdue, at a rate of its own on late interest', () => {
    expect(half(run(50 * MILLION, 600, '2026-06-25', '2026-07-20', 150))).toBe(308_219);
    expect(half(run(50 * MILLION, 600, '2026-06-25', '2026-07-20'))).toBe(205_479);
    expect(half(run(2_547_945, 1_000, '2026-06-25', '2026-07-20'))).toBe(17_452);
  });

  it('EX-4: 300 million held for 273 days at 3 percent', () => {
    expect(half(run(300 * MILLION, 300, '2026-01-01', addDays('2026-01-01', 273)))).toBe(6_731_507);
  });

  it.each([
    [5n, 2n, { halfUp: 3, halfEven: 2, down: 2 }],
    [7n, 2n, { halfUp: 4, halfEven: 4, down: 3 }],
    [24n, 10n, { halfUp: 2, halfEven: 2, down: 2 }],
    [26n, 10n, { halfUp: 3, halfEven: 3, down: 2 }],
    [-5n, 2n, { halfUp: -3, halfEven: -2, down: -2 }],
    [-1n, 3n, { halfUp: 0, halfEven: 0, down: 0 }],
  ] as const)('rounds %s/%s by its magnitude', (numerator, denominator, expected) => {
    const units = (numerator * UNITS_PER_AMOUNT) / denominator;
    const rounded = Object.fromEntries(ROUNDINGS.map((rounding: Rounding) => [rounding, toAmount(units, rounding)]));
    expect(rounded).toEqual(expected);
  });

  it('is the sum of any parts its days are cut into, in every day count', () => {
    const day = fc.integer({ min: 0, max: 3_000 }).map((days) => addDays('2023-01-01', days));
    fc.assert(
      fc.property(
        day,
        day,
        day,
        fc.constantFrom(...DAY_COUNTS),
        fc.integer({ min: 1, max: 31 }),
        (a, b, c, dayCount, anchorDay) => {
          const [from, cut, to] = [a, b, c].sort() as [string, string, string];
          const span = (first: string, last: string) =>
            interestUnits({ balance: 7, basisPoints: 625, from: first, to: last, dayCount, period: { anchorDay } });
          expect(span(from, cut) + span(cut, to)).toBe(span(from, to));
          expect(span(from, to) >= 0n).toBe(true);
          if (dayCount === 'actual/365')
            expect(span(from, to) * 365n).toBe(7n * 62_500n * BigInt(daysBetween(from, to)) * (UNITS_PER_AMOUNT / 1_000_000n));
        },
      ),
    );
  });
});
