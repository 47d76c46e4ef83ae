import type { EventLine, Page } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { moneyEvents, type MoneyEvent } from './transactions.js';

const MOST = 200;

/** Money of a loan as its timeline tells it. */
export function useTransactions(id: string): { readonly data: readonly MoneyEvent[] | undefined; readonly error: unknown } {
  const { data, error } = useRead<Page<EventLine>>(`/api/v1/loans/${encodeURIComponent(id)}/timeline`, { limit: MOST });
  return { data: data && moneyEvents(data.items), error };
}
