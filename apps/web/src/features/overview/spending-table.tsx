import { Skeleton, Stack, Title } from '@mantine/core';
import { numberText } from '@soquy/kernel';
import { Suspense } from 'react';
import { usePeriod } from '../../shared/as-of/period.js';
import { Bullet } from '../../shared/charts/charts.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { ObjectLink } from '../../shared/ui/object-link.js';
import { Empty, Failure } from '../../shared/ui/states.js';
import { useLanguage } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { overviewWords } from './overview.words.js';
import type { Spending } from './spending.js';
import { useSpending } from './use-spending.js';

/** Each programme's spending beside its budget and the time gone. */
export function SpendingTable() {
  const words = useScreenWords(overviewWords);
  const { data, error } = useSpending();
  const columns = useColumns();
  return (
    <Stack gap="xs" component="section" aria-label={words.spending}>
      <Title order={2} size="h4">
        {words.spending}
      </Title>
      {error ? (
        <Failure error={error} />
      ) : !data ? (
        <Skeleton height={120} />
      ) : data.length === 0 ? (
        <Empty>{words.noBudget}</Empty>
      ) : (
        <DataTable caption={words.spending} columns={columns} rows={data} keyOf={({ key }) => key} />
      )}
    </Stack>
  );
}

function useColumns(): Column<Spending>[] {
  const words = useScreenWords(overviewWords);
  return [
    {
      id: 'programme',
      heading: words.programme,
      cell: ({ key, label, code }) =>
        key ? <ObjectLink link={{ id: key, noun: 'programmes', code, title: label }} /> : words.noProgramme,
      sortBy: ({ label }) => label,
    },
    {
      id: 'plan',
      heading: words.plan,
      isNumber: true,
      cell: ({ plan, label }) => <FigureNumber figure={plan} label={`${label}: ${words.plan}`} />,
      sortBy: ({ plan }) => plan.value ?? 0,
    },
    {
      id: 'spent',
      heading: words.spent,
      isNumber: true,
      cell: ({ spent, label }) => spent && <FigureNumber figure={spent} label={`${label}: ${words.spent}`} />,
      sortBy: ({ spent }) => spent?.value ?? 0,
    },
    {
      id: 'share',
      heading: words.share,
      isNumber: true,
      cell: ({ rate, label }) => rate && <FigureNumber figure={rate} label={`${label}: ${words.share}`} />,
      sortBy: ({ percent }) => percent,
    },
    { id: 'progress', heading: words.progress, isMinor: true, cell: (line) => <Progress line={line} /> },
  ];
}

function Progress({ line: { label, plan, spent, percent } }: { readonly line: Spending }) {
  const words = useScreenWords(overviewWords);
  const language = useLanguage();
  const { timeGone } = usePeriod();
  const round = (value: number) => numberText(Math.round(value), language);
  return (
    <Suspense fallback={<Skeleton height={22} width={160} />}>
      <Bullet
        label={words.progressText({ name: label, spent: round(percent), time: round(timeGone * 100) })}
        spent={spent?.value ?? 0}
        plan={plan.value ?? 0}
        timeGone={timeGone}
      />
    </Suspense>
  );
}
