import { Skeleton, Stack } from '@mantine/core';
import type { ListAnswer, ListItem, ObjectAnswer } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { ObjectLink } from '../../shared/ui/object-link.js';
import { Empty, Failure, Loaded } from '../../shared/ui/states.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { SpendingByMonth } from './spending-by-month.js';
import { useMoney, useMoneyColumns, type MoneyTable } from './money-columns.js';
import { MONEY_COLUMNS, type ProgrammeData } from './programme-data.js';
import { programmeWords } from './programmes.words.js';

/** Every budget line of a programme: plan, committed, spent, left. */
export function BudgetTab({ programme: { id: programme, data } }: { readonly programme: ObjectAnswer<ProgrammeData> }) {
  const words = useScreenWords(programmeWords);
  const lines = useRead<ListAnswer>('/api/v1/budget-lines', { programme, limit: 200, sort: '-effectiveFrom' });
  const money = useMoney({ programme, groupBy: 'budgetLine' });
  const totals = useMoney({ programme, groupBy: 'programme' });
  if (money.error) return <Failure error={money.error} />;
  return (
    <Stack>
      <Loaded of={lines}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{words.noLines}</Empty>
          ) : money.data && totals.data ? (
            <Lines items={items} money={money.data} totals={totals.data} programme={programme} />
          ) : (
            <Skeleton height={200} />
          )
        }
      </Loaded>
      <SpendingByMonth programme={programme} years={data} />
    </Stack>
  );
}

interface LinesProps {
  readonly items: readonly ListItem[];
  readonly money: MoneyTable;
  readonly totals: MoneyTable;
  readonly programme: string;
}

function Lines({ items, money, totals, programme }: LinesProps) {
  const words = useScreenWords(programmeWords);
  const columns: Column<ListItem>[] = [
    {
      id: 'line',
      heading: words.line,
      cell: ({ id, code, title }) => <ObjectLink link={{ id, noun: 'budget-lines', code, title }} />,
      sortBy: ({ title }) => title,
    },
    { id: 'year', heading: words.year, cell: ({ year }) => year, sortBy: ({ year }) => Number(year), isMinor: true },
    ...useMoneyColumns(money),
  ];
  const sums = MONEY_COLUMNS.map((name) => {
    const figure = totals[name].get(programme);
    return figure && <FigureNumber figure={figure} label={`${words.total}: ${words[name]}`} />;
  });
  return (
    <DataTable caption={words.budget} columns={columns} rows={items} keyOf={({ id }) => id} footer={[words.total, '', ...sums]} />
  );
}
