import { figureQuery, periodsUntil, periodText } from './figure-question.js';

describe('a question for a figure', () => {
  it('takes filters and both dates, and nothing else of the address', () => {
    expect(figureQuery({ tab: 'figures', fund: 'Q-1', q: 'x' }, { to: '2026-06-30', known: 'p-1' })).toEqual({
      fund: 'Q-1',
      effectiveTo: '2026-06-30',
      knownAt: 'p-1',
    });
  });

  it('cuts a period at the day looked at', () => {
    expect(figureQuery({ period: '2026' }, { to: '2026-06-30' })).toEqual({
      effectiveFrom: '2026-01-01',
      effectiveTo: '2026-06-30',
    });
    expect(figureQuery({ period: '2025-H1' }, { to: '2026-06-30' })).toEqual({
      effectiveFrom: '2025-01-01',
      effectiveTo: '2025-06-30',
    });
    expect(figureQuery({ period: '2026' }, {})).toEqual({ effectiveFrom: '2026-01-01', effectiveTo: '2026-12-31' });
    expect(figureQuery({ period: '2026' }, { to: '2024-06-30' })).toEqual({
      effectiveFrom: '2026-01-01',
      effectiveTo: '2026-01-01',
    });
  });

  it('offers periods as offices report them', () => {
    expect(periodsUntil(2026, 2025)).toEqual(['2026', '2026-H1', '2026-9M', '2025', '2025-H1', '2025-9M']);
    expect([periodText('2026', 'vi'), periodText('2026-H1', 'vi'), periodText('2026-9M', 'en')]).toEqual([
      '2026',
      '6T 2026',
      '9M 2026',
    ]);
  });
});
