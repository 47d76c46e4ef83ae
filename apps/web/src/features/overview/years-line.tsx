import { Text } from '@mantine/core';
import { numberText } from '@soquy/kernel';
import type { FigureAnswer, FigureRows, MetricCard } from '../../shared/api/answers.js';
import { useReads, type Asked } from '../../shared/api/reads.js';
import { usePeriod } from '../../shared/as-of/period.js';
import { Sparkline, type SparkPoint } from '../../shared/charts/sparkline.js';
import { figureShort } from '../../shared/format/money.js';
import { useLanguage, useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import type { KeyFigure } from './key-figure.js';
import { overviewWords } from './overview.words.js';

const YEARS = 6;

type Answer = FigureAnswer | FigureRows;

/** A key figure year by year, beside the number; read once the numbers themselves are there. */
export function YearsLine({ of, card }: { readonly of: KeyFigure; readonly card: MetricCard }) {
  const words = useScreenWords(overviewWords);
  const say = useSay();
  const language = useLanguage();
  const { year, until } = usePeriod();
  const years = Array.from({ length: YEARS }, (_, index) => String(Number(year) - YEARS + 1 + index));
  const { all } = useReads<Answer>(of.isCostly ? [] : askedFor(of, years, until));
  if (!all || all.length === 0) return null;
  const points = pointsOf(years, all, card);
  if (!points.some(({ value }) => value)) return null;
  const tell = ({ label, value, figure }: SparkPoint) =>
    `${label}: ${figure ? figureShort(figure, language) : value === null ? '–' : numberText(value, language)}`;
  return (
    <div>
      <Sparkline
        label={words.overYears({ name: say(card.words), told: points.map(tell).join('; ') })}
        points={points}
        tell={tell}
      />
      <Text size="xs" c="dimmed" ta="center">
        {years[0]}–{year}
      </Text>
    </div>
  );
}

/** Balances stand at the end of each year; what happened is asked for by year. */
function askedFor({ metric, over }: KeyFigure, years: readonly string[], until: string): readonly Asked[] {
  const path = `/api/v1/figures/${metric}`;
  if (over === 'day')
    return years.map((year) => ({ path, query: { effectiveTo: until.startsWith(year) ? until : `${year}-12-31` } }));
  const from = over === 'period' ? { effectiveFrom: `${years[0]}-01-01` } : {};
  return [{ path, query: { groupBy: 'year', effectiveTo: until, ...from } }];
}

/** A year without anything recorded has a sum of nothing, but no share of anything. */
function pointsOf(years: readonly string[], answers: readonly Answer[], { kind }: MetricCard): readonly SparkPoint[] {
  return years.map((label, index) => {
    const answer = answers.length === 1 ? answers[0]! : answers[index]!;
    const figure = 'rows' in answer ? answer.rows.find(({ key }) => key === label) : answer;
    return { label, value: figure ? figure.value : kind === 'ratio' ? null : 0, figure };
  });
}
