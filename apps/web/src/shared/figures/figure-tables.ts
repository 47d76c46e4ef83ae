import type { FigureRow, FigureRows } from '../api/answers.js';
import type { QueryOf } from '../api/client.js';
import { useReads } from '../api/reads.js';

/** Figures by name, each by the key it is grouped by. */
export type FigureTables<Name extends string> = Readonly<Record<Name, ReadonlyMap<string | null, FigureRow>>>;

interface Answered<Name extends string> {
  /** Undefined while any is being read. */
  readonly data: FigureTables<Name> | undefined;
  readonly error: unknown;
}

/** Metrics by name, all grouped alike, as the columns of one table. */
export function useFigureTables<Name extends string>(metrics: Readonly<Record<Name, string>>, query: QueryOf): Answered<Name> {
  const names = Object.keys(metrics) as Name[];
  const { all, error } = useReads<FigureRows>(names.map((name) => ({ path: `/api/v1/figures/${metrics[name]}`, query })));
  const tables = all?.map(({ rows }, index) => [names[index]!, new Map(rows.map((row) => [row.key, row]))]);
  return { data: tables && (Object.fromEntries(tables) as FigureTables<Name>), error };
}
