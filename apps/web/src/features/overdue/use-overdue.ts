import { useQueries } from '@tanstack/react-query';
import type { FigureRows } from '../../shared/api/answers.js';
import { read } from '../../shared/api/reads.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { METRICS, overdueLines, type Measure, type OverdueLine } from './overdue-lines.js';

const NAMES = Object.keys(METRICS) as Measure[];

export interface Overdue {
  readonly lines: readonly OverdueLine[];
  /** Figures of all loans, overdue or not. */
  readonly answers: Readonly<Record<Measure, FigureRows>>;
}

/** The overdue loans of the page's day, with their figures. */
export function useOverdue() {
  const { query: asOf } = useAsOf();
  const query = { ...asOf, groupBy: 'object' };
  return useQueries({
    queries: NAMES.map((name) => ({
      queryKey: ['read', `/api/v1/figures/${METRICS[name]}`, query],
      queryFn: ({ signal }: { signal: AbortSignal }) => read<FigureRows>(`/api/v1/figures/${METRICS[name]}`, query, signal),
    })),
    combine: (results) => {
      const error = results.find((result) => result.error)?.error ?? null;
      const isThere = results.every(({ data }) => data !== undefined);
      const answers = Object.fromEntries(
        NAMES.map((name, index) => [name, results[index]!.data]),
      ) as unknown as Overdue['answers'];
      const again = () => results.forEach((result) => void result.refetch());
      return { data: isThere ? { answers, lines: overdueLines(answers) } : undefined, error, again };
    },
  });
}
