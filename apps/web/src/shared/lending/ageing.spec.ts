import { monthEnds, portfolioAtRisk } from './ageing.js';

describe('ageing', () => {
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
