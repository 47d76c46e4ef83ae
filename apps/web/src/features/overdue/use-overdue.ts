import type { FigureRows } from '../../shared/api/answers.js';
import { useReads } from '../../shared/api/reads.js';
import { dueLines, METRICS, overdueLines, type LoanLine, type Measure, type OverdueLine } from './overdue-lines.js';

const NAMES = Object.keys(METRICS) as Measure[];

export interface Overdue {
  readonly lines: readonly OverdueLine[];
  /** Loans of which something falls due soon. */
  readonly due: readonly LoanLine[];
  /** Figures of all loans, overdue or not. */
  readonly answers: Readonly<Record<Measure, FigureRows>>;
}

/** The overdue loans of the page's day, with their figures. */
export function useOverdue() {
  const asked = NAMES.map((name) => ({ path: `/api/v1/figures/${METRICS[name]}`, query: { groupBy: 'object' } }));
  const { all, error, again } = useReads<FigureRows>(asked);
  const answers = all && (Object.fromEntries(NAMES.map((name, index) => [name, all[index]])) as Overdue['answers']);
  return { data: answers && { answers, lines: overdueLines(answers), due: dueLines(answers) }, error, again };
}
