import { reportPeriod } from './period.js';

it('is this year up to the day looked at, beside as many days of the year before', () => {
  expect(reportPeriod(undefined, '2026-11-21')).toMatchObject({
    text: '2026',
    from: '2026-01-01',
    until: '2026-11-21',
    before: { from: '2025-01-01', to: '2025-11-21' },
  });
});

it('of a year gone by is whole', () => {
  expect(reportPeriod('2020-H1', '2026-11-21')).toMatchObject({
    from: '2020-01-01',
    until: '2020-06-30',
    before: { from: '2019-01-01', to: '2019-06-30' },
    part: 'H1',
  });
  expect(reportPeriod('2020', '2026-11-21').timeGone).toBe(1);
});

it('that makes no sense is this year', () => {
  expect(reportPeriod('2020-XX', '2026-11-21').text).toBe('2026');
});

it('counts the time gone by days of the year', () => {
  expect(reportPeriod('2026-H1', '2026-11-21').timeGone).toBeCloseTo(181 / 365, 10);
  expect(reportPeriod('2024', '2024-02-29').timeGone).toBeCloseTo(60 / 366, 10);
});
