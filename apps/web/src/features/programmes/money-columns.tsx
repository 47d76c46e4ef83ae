import type { QueryOf } from '../../shared/api/client.js';
import { FigureNumber } from '../../shared/figures/figure-number.js';
import { useFigureTables, type FigureTables } from '../../shared/figures/figure-tables.js';
import type { Column } from '../../shared/ui/data-table.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { MONEY, MONEY_COLUMNS, type MoneyColumn } from './programme-data.js';
import { programmeWords } from './programmes.words.js';

interface Named {
  readonly id: string;
  readonly title: string;
}

export type MoneyTable = FigureTables<MoneyColumn>;

/** The five money figures, grouped. */
export const useMoney = (query: QueryOf) => useFigureTables(MONEY, query);

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
