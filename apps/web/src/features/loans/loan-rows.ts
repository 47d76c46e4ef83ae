import { useRef } from 'react';
import type { FigureRow, FigureRows } from '../../shared/api/answers.js';
import type { QueryOf } from '../../shared/api/client.js';
import { useRead, useReads } from '../../shared/api/reads.js';

type ByLoan = ReadonlyMap<string | null, FigureRow>;
const NO_ROWS: ByLoan = new Map();
const byKey = (rows: readonly FigureRow[]): ByLoan => new Map(rows.map((row) => [row.key, row]));

/** A figure of loans, by loan; a loan with nothing of it has no row. */
export function useByLoan(metric: string, query: QueryOf = {}): ByLoan {
  const { data } = useRead<FigureRows>(`/api/v1/figures/${metric}`, { ...query, groupBy: 'object' });
  return data ? byKey(data.rows) : NO_ROWS;
}

/** Keys in one request: a page of a list, and no address too long for a server. */
const KEYS_A_REQUEST = 50;

/** The same of the loans that are shown alone, however many there are. */
export function useByLoanShown(metric: string, ids: readonly string[], query: QueryOf = {}): ByLoan {
  const portions = Array.from({ length: Math.ceil(ids.length / KEYS_A_REQUEST) }, (_, nth) =>
    ids.slice(nth * KEYS_A_REQUEST, (nth + 1) * KEYS_A_REQUEST),
  );
  const { answers } = useReads<FigureRows>(
    portions.map((keys) => ({
      path: `/api/v1/figures/${metric}`,
      query: { ...query, groupBy: 'object', among: keys.join(',') },
    })),
  );
  const told = useRef(NO_ROWS);
  // A day or a list that is new is answered in a moment: until then a loan keeps what was told of it.
  if (answers.every((answer) => answer !== undefined)) told.current = byKey(answers.flatMap(({ rows }) => rows));
  return told.current;
}

/** Names of all who ever borrowed, in one request; who only applied is asked for by himself. Undefined until they are there. */
export function useBorrowerNames(query: QueryOf = {}): ReadonlyMap<string, string> | undefined {
  const { data } = useRead<FigureRows>('/api/v1/figures/fund.outstanding', { ...query, groupBy: 'organisation' });
  return data && new Map(data.rows.flatMap(({ key, label }) => (key !== null && label ? [[key, label] as const] : [])));
}
