import { useQueries } from '@tanstack/react-query';
import type { FigureRow, FigureRows } from '../../shared/api/answers.js';
import { read } from '../../shared/api/reads.js';
import { useAsOf } from '../../shared/as-of/as-of.js';

/** What a fund is looked at by, in the order in which it is read. */
export const FUND_METRICS = {
  capital: 'fund.capital',
  borrowed: 'fund.borrowedCapital',
  outstanding: 'fund.outstanding',
  reserved: 'fund.reserved',
  available: 'fund.availableToLend',
  overdue: 'loan.overduePrincipal',
} as const;
export type FundMetric = keyof typeof FUND_METRICS;
export const FUND_METRIC_NAMES = Object.keys(FUND_METRICS) as readonly FundMetric[];

export type FundFigures = Readonly<Record<FundMetric, ReadonlyMap<string | null, FigureRow>>>;

/** The key figures of all funds on the page's day; undefined while any is being read. */
export function useFundFigures(): { readonly data: FundFigures | undefined; readonly error: unknown } {
  const { query: asOf } = useAsOf();
  const query = { ...asOf, groupBy: 'fund' };
  return useQueries({
    queries: FUND_METRIC_NAMES.map((name) => ({
      queryKey: ['read', `/api/v1/figures/${FUND_METRICS[name]}`, query],
      queryFn: ({ signal }: { signal: AbortSignal }) => read<FigureRows>(`/api/v1/figures/${FUND_METRICS[name]}`, query, signal),
    })),
    combine: (results) => {
      const error = results.find((result) => result.error)?.error;
      if (results.some(({ data }) => data === undefined)) return { data: undefined, error };
      const tables = results.map(({ data }, index) => [
        FUND_METRIC_NAMES[index]!,
        new Map(data!.rows.map((row) => [row.key, row])),
      ]);
      return { data: Object.fromEntries(tables) as FundFigures, error };
    },
  });
}
