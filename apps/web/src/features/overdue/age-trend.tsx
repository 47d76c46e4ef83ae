import { Paper, Skeleton, Stack, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import type { FigureRow, FigureRows } from '../../shared/api/answers.js';
import { useReads } from '../../shared/api/reads.js';
import { useAsOf, type CommonSearch } from '../../shared/as-of/as-of.js';
import type { ChartRow } from '../../shared/charts/chart-data.js';
import { Bars } from '../../shared/charts/charts.js';
import { AGEING } from '../../shared/charts/palette.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { showDay } from '../../shared/format/days.js';
import { moneyText } from '../../shared/format/money.js';
import { AGES, LATE_AGES, monthEnds, type LateAge } from '../../shared/lending/ageing.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { useLanguage, useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { METRICS } from './overdue-lines.js';
import { overdueWords } from './overdue.words.js';

const MONTHS = 12;

interface MonthEnd {
  readonly day: string;
  /** By age. */
  readonly principal: Readonly<Record<LateAge, FigureRow>>;
}

/** What is overdue at the end of each of the last months; undefined while any is being read. */
function useMonthEnds(): readonly MonthEnd[] | undefined {
  const { day } = useAsOf();
  const days = monthEnds(day, MONTHS);
  const path = `/api/v1/figures/${METRICS.principal}`;
  const { all } = useReads<FigureRows>(days.map((on) => ({ path, query: { effectiveTo: on, groupBy: 'debtAge' } })));
  return all && days.map((on, at) => ({ day: on, principal: byAge(all[at]!) }));
}

const byAge = ({ rows }: FigureRows) =>
  Object.fromEntries(LATE_AGES.map((age) => [age, rows.find(({ key }) => key === age)])) as MonthEnd['principal'];

/** Overdue principal in four ages over a year: stacked bars, and the table that says the same. */
export function AgeTrend() {
  const words = useScreenWords(overdueWords);
  const language = useLanguage();
  const say = useSay();
  const { unit } = useSearch({ strict: false }) as CommonSearch;
  const ends = useMonthEnds();
  if (!ends) return <Skeleton height={320} />;
  const rows: ChartRow[] = ends.map(({ day, principal }) => ({
    key: day,
    label: showDay(day),
    figures: principal,
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
            series={LATE_AGES.map((name) => ({ name, label: say(AGES[name].words) }))}
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
  const say = useSay();
  const columns: Column<MonthEnd>[] = [
    { id: 'day', heading: words.month, cell: ({ day }) => showDay(day), sortBy: ({ day }) => day, isShort: true },
    ...LATE_AGES.map((name): Column<MonthEnd> => ({
      id: name,
      heading: say(AGES[name].words),
      isNumber: true,
      cell: ({ day, principal }) => <FigureNumber figure={principal[name]} label={`${say(AGES[name].words)}, ${showDay(day)}`} />,
    })),
  ];
  return <DataTable caption={words.trend} columns={columns} rows={ends} keyOf={({ day }) => day} />;
}
