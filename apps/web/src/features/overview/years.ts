import type { FigureAnswer, FigureRows, MetricCard } from '../../shared/api/answers.js';
import type { Asked } from '../../shared/api/reads.js';
import type { SparkPoint } from '../../shared/charts/chart-data.js';
import type { KeyFigure } from './key-figure.js';

export type Answer = FigureAnswer | FigureRows;

/** Balances stand at the end of each year; what happened is asked for by year. */
export function askedFor({ metric, over }: KeyFigure, years: readonly string[], until: string): readonly Asked[] {
  const path = `/api/v1/figures/${metric}`;
  if (over === 'day')
    return years.map((year) => ({ path, query: { effectiveTo: until.startsWith(year) ? until : `${year}-12-31` } }));
  const from = over === 'period' ? { effectiveFrom: `${years[0]}-01-01` } : {};
  return [{ path, query: { groupBy: 'year', effectiveTo: until, ...from } }];
}

/** A year without anything recorded has a sum of nothing, but no share of anything. */
export function pointsOf(
  years: readonly string[],
  answers: readonly Answer[],
  { kind }: Pick<MetricCard, 'kind'>,
): readonly SparkPoint[] {
  return years.map((label, index) => {
    const answer = answers.length === 1 ? answers[0]! : answers[index]!;
    const figure = 'rows' in answer ? answer.rows.find(({ key }) => key === label) : answer;
    return { label, value: figure ? figure.value : kind === 'ratio' ? null : 0, figure };
  });
}
