import type { FigureAnswer, FigureRow, FigureRows } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { useAuditSearch } from './audit-search.js';
import { figureQuery } from './figure-question.js';

/** The same question at the dates compared with. */
export interface Compared {
  readonly whole: FigureAnswer | undefined;
  readonly rows: readonly FigureRow[] | undefined;
  /** Only what is known differs, since this moment; else the days differ. */
  readonly known: string | undefined;
}

export function useCompared(metric: string): Compared | undefined {
  const [search] = useAuditSearch();
  const { to, known } = useAsOf();
  const { vsTo, vsKnown, groupBy } = search;
  const isAsked = vsTo !== undefined || vsKnown !== undefined;
  const query = figureQuery(search, { to: vsTo ?? to, known: vsKnown ?? known });
  const path = `/api/v1/figures/${metric}`;
  const whole = useRead<FigureAnswer>(path, query, { asOf: false, enabled: isAsked });
  const rows = useRead<FigureRows>(path, { ...query, groupBy }, { asOf: false, enabled: isAsked && groupBy !== undefined });
  if (!isAsked) return undefined;
  return { whole: whole.data, rows: rows.data?.rows, known: vsTo === undefined ? vsKnown : undefined };
}
