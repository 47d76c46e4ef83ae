import { workingDays, type WorkingDays } from '@soquy/kernel';
import type { Grid, Repayment } from './contract.js';
import { LendingError } from './errors.js';
import { gridOf, gridOfDays, periodsOf } from './grid.js';

const everyDay: WorkingDays = { isWorkingDay: () => true };
/** Holidays of 2026 as published (domain.md C2). */
const calendar2026 = workingDays(
  new Set('01-01 02-16 02-17 02-18 02-19 02-20 04-27 04-30 05-01 09-01 09-02 11-24'.split(' ').map((day) => `2026-${day}`)),
);

const equal: Repayment = { method: 'equalPrincipal' };

function grid(startsOn: string, over: Partial<Grid>, repayment = equal, calendar = everyDay) {
  const shape: Grid = { termMonths: 12, interestEveryMonths: 1, nonWorkingDays: 'nextWorkingDay', ...over };
  return gridOf({ grid: shape, repayment }, startsOn, calendar);
}

const due = (days: ReturnType<typeof grid>) => days.map(({ dueOn }) => dueOn);
const signs = (days: ReturnType<typeof grid>) =>
  days.map(({ nominalOn, parts, bearsInterest }) => `${nominalOn} ${parts}${bearsInterest ? ' interest' : ''}`);

describe('due days', () => {
  it.each([
    ['EX-6: six months from a month end', '2026-08-31', 6, 6, ['2027-03-01']],
    ['EX-7: over Giỗ Tổ and its substitute, and back', '2026-03-25', 2, 1, ['2026-04-28', '2026-05-25']],
    ['EX-8: over the Culture Day', '2026-10-24', 1, 1, ['2026-11-25']],
    ['EX-9: over Tết', '2026-01-14', 1, 1, ['2026-02-23']],
  ])('%s', (_case, startsOn, termMonths, interestEveryMonths, expected) => {
    const days = grid(startsOn, { termMonths, interestEveryMonths }, { method: 'bullet' }, calendar2026);
    expect(due(days)).toEqual(expected);
    expect(due(grid(startsOn, { termMonths, interestEveryMonths, nonWorkingDays: 'unchanged' }, equal, calendar2026))).toEqual(
      days.map(({ nominalOn }) => nominalOn),
    );
  });

  it.each([
    ['2026-12-31', ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']],
    ['2027-11-30', ['2027-12-30', '2028-01-30', '2028-02-29', '2028-03-30']],
    ['2027-02-28', ['2027-03-28', '2027-04-28', '2027-05-28', '2027-06-28']],
  ])('are anchored on the first day, %s', (startsOn, expected) => {
    expect(due(grid(startsOn, { termMonths: 4 }))).toEqual(expected);
  });

  it('take a payment day of their own, which comes back after a short month', () => {
    expect(due(grid('2027-01-15', { termMonths: 3, paymentDay: 31 }))).toEqual([
      '2027-01-31',
      '2027-02-28',
      '2027-03-31',
      '2027-04-15',
    ]);
    expect(due(grid('2026-03-28', { termMonths: 3, paymentDay: 5 }))).toEqual([
      '2026-04-05',
      '2026-05-05',
      '2026-06-05',
      '2026-06-28',
    ]);
  });

  it('keep principal and interest on days of their own', () => {
    expect(signs(grid('2026-03-05', { termMonths: 6, interestEveryMonths: 2, principalEveryMonths: 3 }))).toEqual([
      '2026-05-05 0 interest',
      '2026-06-05 1',
      '2026-07-05 0 interest',
      '2026-09-05 1 interest',
    ]);
    expect(signs(grid('2026-03-05', { termMonths: 6, principalEveryMonths: 3, paymentDay: 25 }))).toEqual([
      '2026-03-25 0 interest',
      '2026-04-25 0 interest',
      '2026-05-25 0 interest',
      '2026-06-25 1 interest',
      '2026-07-25 0 interest',
      '2026-08-25 0 interest',
      '2026-09-05 1 interest',
    ]);
  });

  it('end with the term even where the periods do not divide it', () => {
    expect(due(grid('2026-03-05', { termMonths: 10, interestEveryMonths: 4 }))).toEqual([
      '2026-07-05',
      '2026-11-05',
      '2027-01-05',
    ]);
  });

  it('ask no principal in the months of grace, up to and with their end', () => {
    const parts = (graceMonths: number) => grid('2026-01-10', { interestEveryMonths: 3, graceMonths }).map((day) => day.parts);
    expect([parts(0), parts(2), parts(3), parts(6), parts(11)]).toEqual([
      [1, 1, 1, 1],
      [1, 1, 1, 1],
      [0, 1, 1, 1],
      [0, 0, 1, 1],
      [0, 0, 0, 1],
    ]);
  });

  it('follow a plan of the customer’s own, with interest in its rhythm up to the last day of it', () => {
    const repayment = {
      method: 'custom',
      instalments: [
        { on: '2026-04-01', principal: 1 },
        { on: '2026-08-20', principal: 1 },
      ],
    } as const;
    expect(signs(grid('2026-01-10', { interestEveryMonths: 3 }, repayment))).toEqual([
      '2026-04-01 1',
      '2026-04-10 0 interest',
      '2026-07-10 0 interest',
      '2026-08-20 1 interest',
    ]);
    const outside = { method: 'custom', instalments: [{ on: '2027-01-11', principal: 1 }] } as const;
    expect(() => grid('2026-01-10', {}, outside)).toThrow(LendingError);
    expect(() => grid('2027-01-11', {}, outside)).toThrow('InstalmentOutsideTerm');
  });

  it('that a shift brings together are one day that asks for both', () => {
    const days = gridOfDays(
      ['2026-02-14', '2026-02-18', '2026-03-02'],
      ['2026-02-15', '2026-03-02'],
      'nextWorkingDay',
      calendar2026,
    );
    expect(days).toEqual([
      { nominalOn: '2026-02-18', dueOn: '2026-02-23', parts: 2, bearsInterest: true },
      { nominalOn: '2026-03-02', dueOn: '2026-03-02', parts: 1, bearsInterest: true },
    ]);
  });

  it('stand for their nominal days where a rate is one a period', () => {
    const days = grid('2026-03-25', { termMonths: 2 }, equal, calendar2026);
    const { anchorDay, nominalOf } = periodsOf({}, '2026-03-25', days);
    expect(anchorDay).toBe(25);
    expect(['2026-04-24', '2026-04-25', '2026-04-26', '2026-04-28', '2026-04-29'].map((day) => nominalOf?.(day))).toEqual([
      '2026-04-24',
      '2026-04-25',
      '2026-04-25',
      '2026-04-25',
      '2026-04-29',
    ]);
  });
});
