import { useQuery, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { get } from '../api/client.js';
import { checkFigure, type Sources } from './check-figure.js';
import type { Evidence } from './evidence-answers.js';

const PAGE = '200';
/** So many items are read without asking; more only when somebody wants them. */
export const MOST_UNASKED = 4_000;

/** An id holds both its dates, so what stands behind it never changes: it is read once. */
const pageOptions = (figureId: string, after?: string) => ({
  queryKey: ['evidence', figureId, after ?? ''],
  queryFn: ({ signal }: { signal: AbortSignal }) =>
    get<Evidence>(`/api/v1/figures/${figureId}/evidence`, { limit: PAGE, after }, signal),
  staleTime: Infinity,
});

export const useEvidence = (figureId: string) => useQuery(pageOptions(figureId));

const sourcesOf = (client: QueryClient): Sources => ({
  page: (figureId, after) => client.query(pageOptions(figureId, after)),
  measure: async (metric) => (await import('./fold-measures.js')).measureOf(metric),
});

/** Evidence as the API tells it, and the measures of folds. */
export const useSources = (): Sources => sourcesOf(useQueryClient());

/** The figure computed again here, from all that stands behind it. */
export function useCheck(first: Evidence | undefined, most: number) {
  const client = useQueryClient();
  return useQuery({
    queryKey: ['evidence-check', first?.figureId, most],
    queryFn: () => checkFigure(first!, sourcesOf(client), most),
    enabled: first !== undefined,
    staleTime: Infinity,
    gcTime: 60_000,
    structuralSharing: false,
  });
}
