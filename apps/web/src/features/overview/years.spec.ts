import type { FigureAnswer, FigureRows } from '../../shared/api/answers.js';
import { askedFor, pointsOf } from './years.js';

const years = ['2024', '2025', '2026'];
const figure = (value: number | null) => ({ figureId: `f${value}`, value }) as FigureAnswer;
const rows = {
  groupBy: 'year',
  rows: [
    { ...figure(4), key: '2024' },
    { ...figure(null), key: '2026' },
  ],
} as unknown as FigureRows;

describe('a key figure over the years', () => {
  it('asks for balances at the end of each year, and for the day looked at', () => {
    const asked = askedFor({ metric: 'fund.outstanding', over: 'day' }, years, '2026-11-21');
    expect(asked.map(({ query }) => query)).toEqual([
      { effectiveTo: '2024-12-31' },
      { effectiveTo: '2025-12-31' },
      { effectiveTo: '2026-11-21' },
    ]);
  });

  it('asks once for what happened in them', () => {
    expect(askedFor({ metric: 'support.total', over: 'period' }, years, '2026-11-21')).toEqual([
      {
        path: '/api/v1/figures/support.total',
        query: { groupBy: 'year', effectiveTo: '2026-11-21', effectiveFrom: '2024-01-01' },
      },
    ]);
  });

  it('tells nothing recorded from nothing known, and a share of nothing from none', () => {
    const values = (kind: 'sum' | 'ratio') => pointsOf(years, [rows], { kind }).map(({ value }) => value);
    expect(values('sum')).toEqual([4, 0, null]);
    expect(values('ratio')).toEqual([4, null, null]);
    expect(pointsOf(years, [1, 2, 3].map(figure), { kind: 'stock' }).map(({ value }) => value)).toEqual([1, 2, 3]);
  });
});
