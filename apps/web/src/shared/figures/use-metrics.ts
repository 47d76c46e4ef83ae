import { useQuery } from '@tanstack/react-query';
import type { MetricCard } from '../api/answers.js';
import { get } from '../api/client.js';

const NONE: readonly MetricCard[] = [];

/** All metrics that may be asked; the product's, so they change with its version alone. */
export function useMetrics(): readonly MetricCard[] {
  const { data } = useQuery({
    queryKey: ['metrics'],
    queryFn: ({ signal }) => get<{ items: readonly MetricCard[] }>('/api/v1/figures', {}, signal),
    staleTime: Infinity,
  });
  return data?.items ?? NONE;
}
