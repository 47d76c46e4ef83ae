import { useTimeline } from '../../shared/timeline/use-timeline.js';
import { moneyEvents, type MoneyEvent } from './transactions.js';

/** Money of a loan as its timeline tells it. */
export function useTransactions(id: string): { readonly data: readonly MoneyEvent[] | undefined; readonly error: unknown } {
  const { data, error } = useTimeline('loans', id);
  return { data: data && moneyEvents(data.items), error };
}
