import { Paper, Skeleton, Stack, Title } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import { Suspense } from 'react';
import { useAsOf, type CommonSearch } from '../../shared/as-of/as-of.js';
import { Steps } from '../../shared/charts/charts.js';
import { ComputedNumber } from '../../shared/figures/computed-number.js';
import { calcId } from '../../shared/figures/figure-ids.js';
import { showDay } from '../../shared/format/days.js';
import { moneyText } from '../../shared/format/money.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { useLanguage } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { useLedgerInputs } from './ledger-inputs.js';
import type { LoanAnswer } from './loan-answer.js';
import { loanWords } from './loans.words.js';
import { balancePoints, type BalancePoint } from './transactions.js';
import { useTransactions } from './use-transactions.js';

const FORMULA = {
  planned: {
    vi: 'Tổng gốc của lịch đã chốt − gốc của các kỳ đến hạn',
    en: 'All principal of the fixed schedule − that fallen due',
  },
  actual: { vi: 'Đã giải ngân − gốc đã thu, đến ngày đó', en: 'Disbursed − principal repaid, up to that day' },
};

/** Outstanding principal as it was to be and as it was, with a table that says the same. */
export function LoanBalance({ loan }: { readonly loan: LoanAnswer }) {
  const words = useScreenWords(loanWords);
  const language = useLanguage();
  const { day } = useAsOf();
  const { unit } = useSearch({ strict: false }) as CommonSearch;
  const { data } = useTransactions(loan.id);
  if (!data) return <Skeleton height={260} />;
  const points = balancePoints(data, loan.data.schedule ?? [], day);
  if (points.length < 2) return null;
  const shown = points.map(({ day: on, planned, actual }) => ({
    day: on,
    label: showDay(on),
    planned,
    actual,
    figureId: calcId(`balance-${actual === undefined ? 'planned' : 'actual'}-${on}`),
  }));
  const series = [
    { name: 'planned', label: words.planned, isPlan: true },
    { name: 'actual', label: words.actual },
  ];
  return (
    <Paper withBorder p="md" component="section" aria-label={words.balance}>
      <Stack gap="xs">
        <Title order={2} size="h5">
          {words.balance}
        </Title>
        <Suspense fallback={<Skeleton height={260} />}>
          <Steps
            label={words.balance}
            points={shown}
            series={series}
            write={(value) => moneyText(value, language, unit)}
            at={showDay(day)}
          />
        </Suspense>
        <details>
          <summary>{words.balanceTable}</summary>
          <Twin loan={loan} points={points} />
        </details>
      </Stack>
    </Paper>
  );
}

interface TwinProps {
  readonly loan: LoanAnswer;
  readonly points: readonly BalancePoint[];
}

function Twin({ loan, points }: TwinProps) {
  const words = useScreenWords(loanWords);
  const inputs = useLedgerInputs(loan);
  const number = (name: 'planned' | 'actual'): Column<BalancePoint> => ({
    id: name,
    heading: words[name],
    isNumber: true,
    cell: (point) =>
      point[name] !== undefined && (
        <ComputedNumber
          name={`balance-${name}-${point.day}`}
          value={point[name]}
          unit="vnd"
          label={`${words[name]} ${showDay(point.day)}`}
          formula={FORMULA[name]}
          inputs={inputs}
        />
      ),
  });
  const columns: Column<BalancePoint>[] = [
    { id: 'day', heading: words.day, cell: ({ day }) => showDay(day), isShort: true },
    number('planned'),
    number('actual'),
  ];
  return <DataTable caption={words.balance} columns={columns} rows={points} keyOf={({ day }) => day} />;
}
