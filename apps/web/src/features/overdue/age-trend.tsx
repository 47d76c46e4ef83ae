import { Paper, Skeleton, Stack, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { Figure, FigureRows } from '../../shared/api/answers.js';
import { useReads } from '../../shared/api/reads.js';
import { useAsOf, type CommonSearch } from '../../shared/as-of/as-of.js';
import type { ChartRow } from '../../shared/charts/chart-data.js';
import { Bars } from '../../shared/charts/charts.js';
import { AGEING } from '../../shared/charts/palette.js';
import { rowInput } from '../../shared/figures/computed-input.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { calcId } from '../../shared/figures/figure-ids.js';
import { showDay } from '../../shared/format/days.js';
import { moneyText } from '../../shared/format/money.js';
import { AGES, byAge, monthEnds, type AgeName } from '../../shared/lending/ageing.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { useLanguage } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { METRICS, overdueLines, sumOf, type OverdueLine } from './overdue-lines.js';
import { overdueWords } from './overdue.words.js';

const MONTHS = 12;

interface MonthEnd {
  readonly day: string;
  readonly ages: Readonly<Record<AgeName, readonly OverdueLine[]>>;
}

/** The overdue loans at the end of each of the last months; undefined while any is being read. */
function useMonthEnds(): readonly MonthEnd[] | undefined {
  const { day } = useAsOf();
  const days = monthEnds(day, MONTHS);
  const asked = days.flatMap((on) =>
    (['days', 'principal'] as const).map((name) => ({
      path: `/api/v1/figures/${METRICS[name]}`,
      query: { effectiveTo: on, groupBy: 'object' },
    })),
  );
  const { all } = useReads<FigureRows>(asked);
  return (
    all &&
    days.map((on, index) => {
      const [late, principal] = [all[index * 2]!, all[index * 2 + 1]!];
      return { day: on, ages: byAge(overdueLines({ days: late, principal })) };
    })
  );
}

const nameOf = (day: string, age: AgeName) => `trend-${day}-${age}`;

/** Drawn with the same ids as the numbers of the table, so that a bar opens what its number opens. */
const drawn = (day: string, age: AgeName, value: number): Figure => ({
  metric: METRICS.principal,
  kind: 'fold',
  unit: 'vnd',
  value,
  qualifier: 'exact',
  figureId: calcId(nameOf(day, age)),
});

/** Overdue principal in four ages over a year: stacked bars, and the table that says the same. */
export function AgeTrend() {
  const words = useScreenWords(overdueWords);
  const language = useLanguage();
  const { unit } = useSearch({ strict: false }) as CommonSearch;
  const ends = useMonthEnds();
  if (!ends) return <Skeleton height={320} />;
  const rows: ChartRow[] = ends.map(({ day, ages }) => ({
    key: day,
    label: showDay(day),
    figures: Object.fromEntries(AGES.map(({ name }) => [name, drawn(day, name, sumOf(ages[name], 'principal'))])),
  }));
  return (
    <Paper withBorder p="md" component="section" aria-label={words.trend}>
      <Stack gap="sm">
        <Title order={2} size="h5">
          {words.trend}
        </Title>
        <Suspense fallback={<Skeleton height={320} />}>
          <Bars
            label={words.trend}
            rows={rows}
            series={AGES.map(({ name }) => ({ name, label: words[name] }))}
            write={(value) => moneyText(value, language, unit)}
            stacked
            colours={AGEING}
          />
        </Suspense>
        <Twin ends={ends} />
      </Stack>
    </Paper>
  );
}

function Twin({ ends }: { readonly ends: readonly MonthEnd[] }) {
  const words = useScreenWords(overdueWords);
  const columns: Column<MonthEnd>[] = [
    { id: 'day', heading: words.month, cell: ({ day }) => showDay(day), sortBy: ({ day }) => day, isShort: true },
    ...AGES.map(({ name }): Column<MonthEnd> => ({
      id: name,
      heading: words[name],
      isNumber: true,
      cell: ({ day, ages }) => (
        <ComputedNumber
          name={nameOf(day, name)}
          value={sumOf(ages[name], 'principal')}
          unit="vnd"
          label={`${words[name]}, ${showDay(day)}`}
          formula={overdueWords.sumFormula}
          inputs={ages[name].flatMap(({ figures }) => (figures.principal ? [rowInput(figures.principal)] : []))}
          again={(given) => given.reduce((sum, value) => sum + value, 0)}
        />
      ),
    })),
  ];
  return <DataTable caption={words.trend} columns={columns} rows={ends} keyOf={({ day }) => day} />;
}
