import { daysBetween } from '@soquy/kernel';
import { interestUnits, unitsToVnd } from './loan.interest.schedule.js';

const MILLION = 1_000_000;

describe('interest, actual days over 365', () => {
  it('does not count the first day and counts the last (EX-5)', () => {
    expect(unitsToVnd(interestUnits(500 * MILLION, 600, daysBetween('2026-03-05', '2026-03-25')))).toBe(1_643_836);
    expect(unitsToVnd(interestUnits(500 * MILLION, 600, daysBetween('2026-03-25', '2026-04-25')))).toBe(2_547_945);
  });

  it('sums first and rounds once (EX-5, prepaid on 10/04)', () => {
    const segments = [interestUnits(500 * MILLION, 600, 16), interestUnits(400 * MILLION, 600, 15)] as const;
    expect(unitsToVnd(segments[0] + segments[1])).toBe(2_301_370);
    expect(unitsToVnd(segments[0]) + unitsToVnd(segments[1])).toBe(2_301_369);
  });

  it('has 365 days in a leap year too (I1)', () => {
    expect(unitsToVnd(interestUnits(1_000 * MILLION, 600, daysBetween('2024-01-01', '2025-01-01')))).toBe(60_164_384);
  });

  it('runs at up to 150 percent of the rate on overdue principal, and at a rate of its own on late interest (EX-10)', () => {
    expect(unitsToVnd(interestUnits(50 * MILLION, 600, 25, 150))).toBe(308_219);
    expect(unitsToVnd(interestUnits(50 * MILLION, 600, 25))).toBe(205_479);
    expect(unitsToVnd(interestUnits(2_547_945, 1_000, 25))).toBe(17_452);
  });

  it('rounds half up', () => {
    expect(unitsToVnd(182_500_000n)).toBe(1);
    expect(unitsToVnd(182_499_999n)).toBe(0);
  });
});
