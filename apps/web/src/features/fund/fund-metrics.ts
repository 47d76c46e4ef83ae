import { useFigureTables, type FigureTables } from '../../shared/figures/figure-tables.js';

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

export type FundFigures = FigureTables<FundMetric>;

/** The key figures of all funds on the page's day. */
export const useFundFigures = () => useFigureTables(FUND_METRICS, { groupBy: 'fund' });
