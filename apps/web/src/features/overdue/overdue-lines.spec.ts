import type { Board } from '../../shared/api/answers.js';
import { DUE_SOON_DAYS } from '../../../../../libs/programmes/src/loan/loan.measure.schedule.js';
import { boardOf, linesOf, merged } from './overdue-lines.js';

const board = (...figures: readonly Readonly<Record<string, number>>[]): Board =>
  ({
    items: figures.map((values) => ({
      rows: Object.entries(values).map(([key, value]) => ({ key, label: `Khoản ${key}`, code: `HV-${key}`, value })),
    })),
  }) as unknown as Board;

const told = (lines: ReturnType<typeof linesOf>) =>
  lines.map(({ id, code, title, figures }) => [
    id,
    code,
    title,
    ...Object.entries(figures).map(([name, row]) => `${name} ${row.value}`),
  ]);

describe('loans of a page', () => {
  it('are those of its first figure, in its order, with what the others tell of them', () => {
    const page = board({ b: 230, a: 12 }, { a: 30, b: 150 }, { b: 9 });
    expect(told(linesOf(page, ['days', 'principal', 'interest']))).toEqual([
      ['b', 'HV-b', 'Khoản b', 'days 230', 'principal 150', 'interest 9'],
      ['a', 'HV-a', 'Khoản a', 'days 12', 'principal 30'],
    ]);
    expect(linesOf(board(), ['days'])).toEqual([]);
  });

  it('are asked for by the figure that puts them in order', () => {
    expect(boardOf(['days', 'principal'])).toMatchObject({ metrics: 'loan.overdueDays,loan.overduePrincipal', sort: '-value' });
  });

  it('that fall due soon are each there once, those of principal first', () => {
    const principal = linesOf(board({ c: 70, a: 5 }, { c: 2 }), ['duePrincipal', 'dueInterest']);
    const interest = linesOf(board({ c: 2, d: 1 }), ['dueInterest']);
    expect(merged([...principal, ...interest], 10).map(({ id }) => id)).toEqual(['c', 'a', 'd']);
    expect(merged([...principal, ...interest], 2).map(({ id }) => id)).toEqual(['c', 'a']);
    expect(merged([...interest, ...principal], 1)[0]!.figures).toMatchObject({
      duePrincipal: { value: 70 },
      dueInterest: { value: 2 },
    });
    // The heading and the formula in overdue.words.ts say it in figures.
    expect(DUE_SOON_DAYS).toBe(14);
  });
});
