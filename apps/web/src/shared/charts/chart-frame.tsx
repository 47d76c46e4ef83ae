import { Group, Paper, SegmentedControl, Skeleton, Stack, Text, Title } from '@mantine/core';
import { Suspense, useState, type ReactNode } from 'react';
import { useAsOf } from '../as-of/as-of.js';
import { FigureNumber } from '../figures/figure-number.js';
import { showDay } from '../format/days.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { Empty } from '../ui/states.js';
import { useScreenWords } from '../words/screen-words.js';
import { chartWords } from './chart.words.js';
import type { ChartRow, Series } from './chart-data.js';

interface Props {
  readonly title: string;
  readonly unit: string;
  /** What the rows are grouped by, e.g. "Chương trình". */
  readonly group: string;
  readonly rows: readonly ChartRow[];
  readonly series: readonly Series[];
  /** The day its figures end at, where that is not the day of the page. */
  readonly until?: string;
  readonly startAs?: 'chart' | 'table';
  /** How a row's name is shown in the table; its label unless given. */
  readonly nameOf?: (row: ChartRow) => ReactNode;
  readonly children: ReactNode;
}

/** A chart with its unit, its day and its twin, a table that says the same to everybody. */
export function ChartFrame({ title, unit, group, rows, series, until, startAs = 'chart', nameOf, children }: Props) {
  const words = useScreenWords(chartWords);
  const [shown, setShown] = useState<string>(startAs);
  const { day } = useAsOf();
  return (
    <Paper withBorder p="md" component="section" aria-label={title}>
      <Stack gap="sm">
        <Group justify="space-between">
          <div>
            <Title order={2} size="h4">
              {title}
            </Title>
            <Text size="sm" c="dimmed">
              {words.unit({ unit })} · {words.asOf({ day: showDay(until ?? day) })}
            </Text>
          </div>
          <SegmentedControl
            className="soquy-no-print"
            aria-label={`${words.show}: ${title}`}
            value={shown}
            onChange={setShown}
            data={[
              { value: 'chart', label: words.chart },
              { value: 'table', label: words.table },
            ]}
          />
        </Group>
        {rows.length === 0 ? (
          <Empty>{words.none}</Empty>
        ) : shown === 'chart' ? (
          <Suspense fallback={<Skeleton height={220} />}>{children}</Suspense>
        ) : (
          <DataTable caption={title} columns={columnsOf(group, series, nameOf)} rows={rows} keyOf={({ key }) => key} />
        )}
      </Stack>
    </Paper>
  );
}

function columnsOf(group: string, series: readonly Series[], nameOf?: (row: ChartRow) => ReactNode): Column<ChartRow>[] {
  return [
    { id: 'label', heading: group, cell: (row) => nameOf?.(row) ?? row.label, sortBy: ({ label }) => label },
    ...series.map(({ name, label }): Column<ChartRow> => ({
      id: name,
      heading: label,
      isNumber: true,
      cell: (row) => row.figures[name] && <FigureNumber figure={row.figures[name]} label={`${row.label}: ${label}`} />,
      sortBy: ({ figures }) => figures[name]?.value ?? 0,
    })),
  ];
}
