import { moneyDays, percentGone } from './time-gone.js';

const years = { periodFromYear: 2016, periodToYear: 2020 };

it('shows the money of a programme over its own years, with the month in which the last is settled', () => {
  expect(moneyDays(years, '2026-11-22')).toEqual({ from: '2016-01-01', to: '2021-01-31' });
  expect(moneyDays(years, '2018-06-30')).toEqual({ from: '2016-01-01', to: '2018-06-30' });
  expect(moneyDays(years, '2015-12-31')).toBeUndefined();
});

it('says how much of its time is gone, never less than nothing nor more than all', () => {
  const year = { periodFromYear: 2026, periodToYear: 2026 };
  expect(percentGone(year, '2025-06-01')).toBe(0);
  expect(percentGone(year, '2026-01-01')).toBeCloseTo(100 / 365);
  expect(percentGone(year, '2026-12-31')).toBe(100);
  expect(percentGone(years, '2026-11-22')).toBe(100);
});
