import { addMonths } from '@soquy/kernel';
import fc from 'fast-check';
import type { DayCount } from './contract.js';
import { daysCounted, YEAR, yearSpan } from './day-count.js';

describe('day counts', () => {
  it('divide the year into whole parts', () => {
    for (const days of [360n, 365n, 366n, 12n * 28n, 12n * 29n, 12n * 30n, 12n * 31n]) expect(YEAR % days).toBe(0n);
  });

  /** ISDA, EMU and Market Conventions (1998), the example of 01/11/2003 to 01/05/2004, and textbook spans of 30E/360. */
  it.each<[DayCount, string, string, number, number]>([
    ['actual/actual', '2003-11-01', '2004-05-01', 61, 121],
    ['actual/actual', '1999-02-01', '1999-07-01', 150, 0],
    ['actual/actual', '1999-07-01', '2000-07-01', 184, 182],
    ['actual/actual', '2000-01-30', '2000-06-30', 0, 152],
    ['actual/actual', '2024-12-31', '2025-01-01', 0, 1],
  ])('%s from %s to %s has %i days of 365 and %i of 366', (dayCount, from, to, common, leap) => {
    expect(yearSpan(from, to, dayCount)).toBe(BigInt(common) * (YEAR / 365n) + BigInt(leap) * (YEAR / 366n));
  });

  it.each([
    ['2007-01-15', '2007-01-30', 15],
    ['2007-01-15', '2007-02-15', 30],
    ['2007-01-15', '2007-07-15', 180],
    ['2007-09-30', '2008-03-31', 180],
    ['2007-09-30', '2007-10-31', 30],
    ['2007-09-30', '2008-09-30', 360],
    ['2007-01-15', '2007-01-31', 15],
    ['2007-01-31', '2007-02-28', 28],
    ['2007-02-28', '2007-03-31', 32],
    ['2006-08-31', '2007-02-28', 178],
    ['2007-02-28', '2007-08-31', 182],
    ['2007-02-14', '2007-02-28', 14],
    ['2007-02-26', '2008-02-29', 363],
    ['2008-02-29', '2009-02-28', 359],
    ['2008-02-29', '2008-03-30', 31],
    ['2008-02-29', '2008-03-31', 31],
    ['2007-02-26', '2007-03-05', 9],
    ['2011-11-16', '2011-12-31', 44],
  ])('30E/360 from %s to %s counts %i days', (from, to, days) => {
    expect(daysCounted(from, to, '30/360')).toBe(days);
    expect(yearSpan(from, to, '30/360')).toBe(BigInt(days) * (YEAR / 360n));
  });

  it('has 366/365 of a year in a leap year where a year is always 365 days (I1)', () => {
    expect(yearSpan('2024-01-01', '2025-01-01', 'actual/365')).toBe((366n * YEAR) / 365n);
    expect(yearSpan('2024-01-01', '2025-01-01', 'actual/actual')).toBe(YEAR);
  });

  it('gives every month of a period the same share, whatever its days and its anchor', () => {
    const anchorDay = fc.integer({ min: 1, max: 31 });
    fc.assert(
      fc.property(anchorDay, fc.nat(120), fc.integer({ min: 1, max: 24 }), (anchor, first, months) => {
        const from = addMonths('2020-01-01', first, anchor);
        const to = addMonths('2020-01-01', first + months, anchor);
        expect(yearSpan(from, to, 'period', { anchorDay: anchor })).toBe((BigInt(months) * YEAR) / 12n);
      }),
    );
  });

  it('shares a broken month of a period among its own days', () => {
    expect(yearSpan('2026-03-05', '2026-03-25', 'period', { anchorDay: 25 })).toBe((YEAR / 12n / 28n) * 20n);
    expect(yearSpan('2026-02-28', '2026-03-15', 'period', { anchorDay: 31 })).toBe((YEAR / 12n / 31n) * 15n);
  });

  it('lets a payment day stand for its nominal day', () => {
    const nominalOf = (day: string) => (day > '2026-04-25' && day <= '2026-04-28' ? '2026-04-25' : day);
    const span = (from: string, to: string) => yearSpan(from, to, 'period', { anchorDay: 25, nominalOf });
    expect(span('2026-03-25', '2026-04-28')).toBe(YEAR / 12n);
    expect(span('2026-04-28', '2026-05-25')).toBe(YEAR / 12n);
  });
});
