import { Text } from '@mantine/core';
import { numberText } from '@soquy/kernel';
import type { MetricCard } from '../../shared/api/answers.js';
import { useReads } from '../../shared/api/reads.js';
import { usePeriod } from '../../shared/as-of/period.js';
import { Sparkline } from '../../shared/charts/sparkline.js';
import type { SparkPoint } from '../../shared/charts/chart-data.js';
import { figureShort } from '../../shared/format/money.js';
import { useLanguage, useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import type { KeyFigure } from './key-figure.js';
import { overviewWords } from './overview.words.js';
import { askedFor, pointsOf, type Answer } from './years.js';

const YEARS = 6;

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
  if (points.filter(({ value }) => value !== null).length < 2 || !points.some(({ value }) => value)) return null;
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
