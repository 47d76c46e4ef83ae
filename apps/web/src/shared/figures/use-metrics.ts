import { useQuery } from '@tanstack/react-query';
import type { MetricCard, Schemas } from '../api/answers.js';
import { get } from '../api/client.js';

const NONE: readonly MetricCard[] = [];

/** Every metric that may be asked; the product's, so they change with its version alone. */
export const useMetricCards = () =>
  useQuery({
    queryKey: ['metrics'],
    queryFn: ({ signal }) => get<Schemas['MetricCards']>('/api/v1/figures', {}, signal),
    staleTime: Infinity,
  });

/** The same, none while they are being read. */
export const useMetrics = (): readonly MetricCard[] => useMetricCards().data?.items ?? NONE;
