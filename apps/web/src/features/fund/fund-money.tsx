import { Skeleton, Stack } from '@mantine/core';
import { useSearch } from '@tanstack/react-router';
import type { FigureRow } from '../../shared/api/answers.js';
import { useAsOf, type CommonSearch } from '../../shared/as-of/as-of.js';
import type { ChartRow } from '../../shared/charts/chart-data.js';
import { ChartFrame } from '../../shared/charts/chart-frame.js';
import { Bars, Steps } from '../../shared/charts/charts.js';
import { useFigureTables } from '../../shared/figures/figure-tables.js';
import { moneyText, moneyUnitText } from '../../shared/format/money.js';
import { useLanguage } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { fundWords } from './fund.words.js';

const BALANCES = { capital: 'fund.capital', outstanding: 'fund.outstanding', available: 'fund.availableToLend' } as const;
const MOVES = { lent: 'fund.lent', collected: 'loan.principalCollected', interest: 'loan.interestCollected' } as const;
const METRICS = { ...BALANCES, ...MOVES };
type Name = keyof typeof METRICS;
const NAMES = Object.keys(METRICS) as Name[];
const YEARS = 3;

/** Figures of a fund month by month; undefined while any is being read. */
function useMonths(fund: string): readonly ChartRow[] | undefined {
  const { day } = useAsOf();
  const from = `${Number(day.slice(0, 4)) - YEARS + 1}-01-01`;
  const query = { fund, groupBy: 'month', effectiveFrom: from, effectiveTo: day };
  const { data } = useFigureTables(METRICS, query);
  if (!data) return undefined;
  const months = new Map<string, Partial<Record<Name, FigureRow>>>();
  for (const name of NAMES)
    for (const [key, row] of data[name]) if (key !== null) months.set(key, { ...months.get(key), [name]: row });
  return [...months]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, figures]) => ({ key, label: key.split('-').reverse().join('/'), figures }));
}

/** How capital stood and money moved over the last years, with the tables that say the same. */
export function FundMoney({ fund }: { readonly fund: string }) {
  const words = useScreenWords(fundWords);
  const language = useLanguage();
  const { unit } = useSearch({ strict: false }) as CommonSearch;
  const rows = useMonths(fund);
  if (!rows) return <Skeleton height={320} />;
  const write = (value: number) => moneyText(value, language, unit);
  const series = (names: readonly Name[]) => names.map((name) => ({ name, label: words[name] }));
  const balances = series(Object.keys(BALANCES) as Name[]);
  const moves = series(Object.keys(MOVES) as Name[]);
  const moved = rows.filter(({ figures }) => moves.some(({ name }) => figures[name]?.value));
  const points = rows.map(({ key, label, figures }) => ({
    day: key,
    label,
    ...Object.fromEntries(balances.map(({ name }) => [name, figures[name]?.value ?? 0])),
    ...(figures.capital && { figureId: figures.capital.figureId }),
  }));
  const shared = { unit: moneyUnitText(language, unit), group: words.month };
  return (
    <Stack>
      <ChartFrame {...shared} title={words.movements} rows={rows} series={balances}>
        <Steps label={words.movements} points={points} series={balances} write={write} />
      </ChartFrame>
      <ChartFrame {...shared} title={words.cash} rows={moved} series={moves} startAs="table">
        <Bars label={words.cash} rows={moved} series={moves} write={write} />
      </ChartFrame>
    </Stack>
  );
}
