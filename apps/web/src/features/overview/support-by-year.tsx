import { Skeleton } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import type { FigureRows } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import type { CommonSearch } from '../../shared/as-of/as-of.js';
import { usePeriod } from '../../shared/as-of/period.js';
import type { ChartRow } from '../../shared/charts/chart-data.js';
import { ChartFrame } from '../../shared/charts/chart-frame.js';
import { Bars } from '../../shared/charts/charts.js';
import { moneyText, moneyUnitText } from '../../shared/format/money.js';
import { useLanguage } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { overviewWords } from './overview.words.js';

/** The metrics that make up support in money, and their names on the chart. */
const PARTS = { training: 'training.cost', fairs: 'fair.cost', machinery: 'grant.support' } as const;

/** Support by year and kind, up to the day that the other figures of the page end at. */
export function SupportByYear() {
  const words = useScreenWords(overviewWords);
  const language = useLanguage();
  const { unit } = useSearch({ strict: false }) as CommonSearch;
  const { until } = usePeriod();
  const query = { groupBy: 'year', effectiveTo: until };
  const training = useRead<FigureRows>(`/api/v1/figures/${PARTS.training}`, query);
  const fairs = useRead<FigureRows>(`/api/v1/figures/${PARTS.fairs}`, query);
  const machinery = useRead<FigureRows>(`/api/v1/figures/${PARTS.machinery}`, query);
  if (!training.data || !fairs.data || !machinery.data) return <Skeleton height={240} />;
  const rows = rowsOf({ training: training.data, fairs: fairs.data, machinery: machinery.data });
  const series = (['training', 'fairs', 'machinery'] as const).map((name) => ({ name, label: words[name] }));
  const write = (value: number) => moneyText(value, language, unit);
  return (
    <ChartFrame
      title={words.support}
      unit={moneyUnitText(language, unit)}
      group={words.year}
      rows={rows}
      series={series}
      until={until}
    >
      <Bars label={words.support} rows={rows} series={series} write={write} stacked />
    </ChartFrame>
  );
}

function rowsOf(parts: Readonly<Record<keyof typeof PARTS, FigureRows>>): ChartRow[] {
  const years = new Map<string, Record<string, FigureRows['rows'][number]>>();
  for (const [name, { rows }] of Object.entries(parts))
    for (const row of rows) if (row.key !== null) years.set(row.key, { ...years.get(row.key), [name]: row });
  return [...years].sort(([a], [b]) => a.localeCompare(b)).map(([key, figures]) => ({ key, label: key, figures }));
}
