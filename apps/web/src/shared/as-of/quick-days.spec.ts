import { quickDays } from './quick-days.js';

describe('days that reports are usually of', () => {
  it('lie behind us', () => {
    expect(quickDays('2026-11-21')).toEqual({ monthEnd: '2026-10-31', midYear: '2026-06-30', yearEnd: '2025-12-31' });
    expect(quickDays('2026-03-05')).toEqual({ monthEnd: '2026-02-28', midYear: '2025-06-30', yearEnd: '2025-12-31' });
    expect(quickDays('2026-06-30').midYear).toBe('2026-06-30');
  });
});
