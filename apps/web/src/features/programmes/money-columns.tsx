import { useQueries } from '@tanstack/react-query';
import type { FigureRow, FigureRows } from '../../shared/api/answers.js';
import type { QueryOf } from '../../shared/api/client.js';
import { read } from '../../shared/api/reads.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import type { Column } from '../../shared/ui/data-table.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { MONEY, MONEY_COLUMNS, type MoneyColumn } from './programme-data.js';
import { programmeWords } from './programmes.words.js';

interface Named {
  readonly id: string;
  readonly title: string;
}

export type MoneyTable = Readonly<Record<MoneyColumn, ReadonlyMap<string | null, FigureRow>>>;

/** The five money figures, grouped; undefined while any is being read. */
export function useMoney(query: QueryOf): { readonly data: MoneyTable | undefined; readonly error: unknown } {
  const asOf = useAsOf();
  const asked = { ...asOf.query, ...query };
  return useQueries({
    queries: MONEY_COLUMNS.map((name) => ({
      queryKey: ['read', `/api/v1/figures/${MONEY[name]}`, asked],
      queryFn: ({ signal }: { signal: AbortSignal }) => read<FigureRows>(`/api/v1/figures/${MONEY[name]}`, asked, signal),
    })),
    combine: (results) => {
      const error = results.find((result) => result.error)?.error;
      if (results.some(({ data }) => data === undefined)) return { data: undefined, error };
      const tables = results.map(({ data }, index) => [MONEY_COLUMNS[index]!, new Map(data!.rows.map((row) => [row.key, row]))]);
      return { data: Object.fromEntries(tables) as MoneyTable, error };
    },
  });
}

/** Columns of money for whatever the table's keys are: programmes or budget lines. */
export function useMoneyColumns(money: MoneyTable): Column<Named>[] {
  const words = useScreenWords(programmeWords);
  return MONEY_COLUMNS.map((name) => ({
    id: name,
    heading: words[name],
    isNumber: true,
    isMinor: name === 'committed' || name === 'rate',
    cell: ({ id, title }) => {
      const figure = money[name].get(id);
      return figure && <FigureNumber figure={figure} label={`${title}: ${words[name]}`} />;
    },
    sortBy: ({ id }) => money[name].get(id)?.value ?? 0,
  }));
}
