import type { Board, FigureRow, FigureRows } from '../../shared/api/answers.js';

export const METRICS = {
  count: 'loan.overdueCount',
  days: 'loan.overdueDays',
  principal: 'loan.overduePrincipal',
  interest: 'loan.overdueInterest',
  outstanding: 'loan.outstanding',
  dueCount: 'loan.dueSoonCount',
  duePrincipal: 'loan.dueSoonPrincipal',
  dueInterest: 'loan.dueSoonInterest',
} as const;
export type Measure = keyof typeof METRICS;

/** A loan with its figures of one day. */
export interface LoanLine {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly borrower: FigureRow['organisation'];
  readonly figures: Readonly<Partial<Record<Measure, FigureRow>>>;
}

/** A page of loans with several figures of each, as `/boards` is asked for it. */
export const boardOf = (measures: readonly Measure[]) => ({
  metrics: measures.map((name) => METRICS[name]).join(','),
  groupBy: 'object',
  sort: '-value',
  total: 'true',
});

export const rowsIn = (board: Board): readonly FigureRows[] => board.items.flatMap((item) => ('rows' in item ? [item] : []));

/** The loans of a page in its order, each named by the row of the first figure. */
export function linesOf(board: Board, measures: readonly Measure[]): LoanLine[] {
  const tables = rowsIn(board).map(({ rows }, at) => [measures[at]!, new Map(rows.map((row) => [row.key, row]))] as const);
  const [, leading = new Map<string | null, FigureRow>()] = tables[0] ?? [];
  return [...leading.values()].flatMap((row) => {
    if (row.key === null) return [];
    const { key: id } = row;
    const figures = Object.fromEntries(tables.flatMap(([name, found]) => (found.get(id) ? [[name, found.get(id)]] : [])));
    return [{ id, code: row.code ?? '', title: row.label ?? row.code ?? id, borrower: row.organisation, figures }];
  });
}

/** Each loan once, with all that is told of it, in the order in which they come first; no more than so many. */
export function merged(lines: readonly LoanLine[], most: number): LoanLine[] {
  const found = new Map<string, LoanLine>();
  for (const line of lines) {
    const known = found.get(line.id);
    found.set(line.id, known ? { ...known, figures: { ...line.figures, ...known.figures } } : line);
  }
  return [...found.values()].slice(0, most);
}
