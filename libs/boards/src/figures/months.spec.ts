import { monthsBetween } from './months.js';

it('cuts the first and last month at the ends of the frame', () => {
  expect(monthsBetween('2020-01-31', '2020-03-05')).toEqual([
    { key: '2020-01', effectiveFrom: '2020-01-31', effectiveTo: '2020-01-31' },
    { key: '2020-02', effectiveFrom: '2020-02-01', effectiveTo: '2020-02-29' },
    { key: '2020-03', effectiveFrom: '2020-03-01', effectiveTo: '2020-03-05' },
  ]);
});

it('goes over the year, and has no months where the end comes first', () => {
  expect(monthsBetween('2020-12-15', '2021-01-15').map(({ key }) => key)).toEqual(['2020-12', '2021-01']);
  expect(monthsBetween('2021-01-15', '2020-12-15')).toEqual([]);
});
