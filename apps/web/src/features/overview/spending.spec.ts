import type { FigureRow, FigureRows } from '../../shared/api/answers.js';
import { spendingOf } from './spending.js';

const row = (key: string, value: number | null): FigureRow => ({
  key,
  label: key,
  metric: 'budget.allocated',
  kind: 'stock',
  unit: 'vnd',
  value,
  qualifier: 'exact',
  figureId: key,
});
const rows = (...each: FigureRow[]) => ({ rows: each }) as unknown as FigureRows;

it('puts plan, disbursed and share of a programme on one line', () => {
  const [a] = spendingOf(rows(row('a', 310)), rows(row('a', 285)), rows(row('a', 91.94)));
  expect(a).toMatchObject({ key: 'a', percent: 91.94, spent: { value: 285 }, rate: { value: 91.94 } });
});

it('counts nothing spent as 0 %, and leaves out programmes without a budget', () => {
  const lines = spendingOf(rows(row('a', 310), row('b', 0), row('c', null)), rows(), rows());
  expect(lines).toEqual([expect.objectContaining({ key: 'a', percent: 0 })]);
});
