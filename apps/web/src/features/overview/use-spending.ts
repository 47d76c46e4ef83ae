import type { FigureRows } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { usePeriod } from '../../shared/as-of/period.js';
import { spendingOf, type Spending } from './spending.js';

/** Budget and disbursements of the year, by programme; undefined while being read. */
export function useSpending(): { readonly data: Spending[] | undefined; readonly error: unknown } {
  const { year, until } = usePeriod();
  const query = { groupBy: 'programme', year, effectiveTo: until };
  const plan = useRead<FigureRows>('/api/v1/figures/budget.allocated', query);
  const spent = useRead<FigureRows>('/api/v1/figures/budget.disbursed', query);
  const rate = useRead<FigureRows>('/api/v1/figures/budget.disbursementRate', query);
  const isThere = plan.data && spent.data && rate.data;
  return {
    data: isThere ? spendingOf(plan.data, spent.data, rate.data) : undefined,
    error: plan.error ?? spent.error ?? rate.error,
  };
}
