import { ageOf, byAge, monthEnds, portfolioAtRisk } from './ageing.js';

describe('ageing', () => {
  it.each([
    [0, undefined],
    [1, 'to30'],
    [30, 'to30'],
    [31, 'to90'],
    [90, 'to90'],
    [91, 'to180'],
    [180, 'to180'],
    [181, 'over180'],
    [4_000, 'over180'],
  ])('%d days are %s', (days, name) => expect(ageOf(days)).toBe(name));

  it('puts every row into one age, and keeps empty ages', () => {
    const rows = [{ days: 5 }, { days: 200 }, { days: 0 }, { days: 30 }];
    expect(byAge(rows)).toEqual({ to30: [rows[0], rows[3]], to90: [], to180: [], over180: [rows[1]] });
  });

  it.each([
    [0, 100, 0],
    [0, 0, 0],
    [1, 3, 3_333],
    [2, 3, 6_667],
    [412, 13_850, 297],
    [100, 100, 10_000],
  ])('%d of %d is %d basis points', (part, whole, points) => expect(portfolioAtRisk(part, whole)).toBe(points));

  it('counts back by ends of months', () => {
    expect(monthEnds('2026-03-15', 4)).toEqual(['2025-12-31', '2026-01-31', '2026-02-28', '2026-03-15']);
    expect(monthEnds('2024-03-31', 2)).toEqual(['2024-02-29', '2024-03-31']);
  });
});
