import type { FigureRow, FigureRows } from '../../shared/api/answers.js';
import { DUE_SOON_DAYS } from '../../../../../libs/programmes/src/loan/loan.measure.schedule.js';
import { dueLines, overdueLines, sumOf } from './overdue-lines.js';

const rows = (metric: string, values: Readonly<Record<string, number>>): FigureRows =>
  ({
    metric,
    kind: 'fold',
    unit: 'vnd',
    groupBy: 'object',
    rows: Object.entries(values).map(([key, value]) => ({ key, label: `Khoản ${key}`, value, qualifier: 'exact' }) as FigureRow),
  }) as unknown as FigureRows;

const answers = {
  days: rows('loan.overdueDays', { a: 12, b: 230, c: 0 }),
  principal: rows('loan.overduePrincipal', { a: 30, b: 150, c: 0 }),
  interest: rows('loan.overdueInterest', { b: 9 }),
  outstanding: rows('loan.outstanding', { a: 90, b: 150, c: 500 }),
};

describe('overdue loans of a day', () => {
  it('are those with days overdue, the longest first', () => {
    expect(overdueLines(answers).map(({ id, title, days }) => [id, title, days])).toEqual([
      ['b', 'Khoản b', 230],
      ['a', 'Khoản a', 12],
    ]);
  });

  it('stand beside those of which principal or interest falls due soon, as often as their column says', () => {
    const due = dueLines({
      ...answers,
      duePrincipal: rows('loan.dueSoonPrincipal', { a: 5, c: 70 }),
      dueInterest: rows('loan.dueSoonInterest', { c: 2, d: 1, e: 0 }),
    });
    expect(due.map(({ id, figures }) => [id, figures.duePrincipal?.value, figures.dueInterest?.value])).toEqual([
      ['c', 70, 2],
      ['a', 5, undefined],
      ['d', undefined, 1],
    ]);
    expect([sumOf(due, 'duePrincipal'), sumOf(due, 'dueInterest')]).toEqual([75, 3]);
    // The heading and the formula in overdue.words.ts say it in figures.
    expect(DUE_SOON_DAYS).toBe(14);
  });

  it('add up measure by measure', () => {
    const lines = overdueLines(answers);
    expect([sumOf(lines, 'principal'), sumOf(lines, 'interest'), sumOf(lines, 'outstanding')]).toEqual([180, 9, 240]);
    expect(sumOf([], 'principal')).toBe(0);
  });
});
