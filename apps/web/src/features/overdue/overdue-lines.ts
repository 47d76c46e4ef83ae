import type { FigureRow, FigureRows } from '../../shared/api/answers.js';

export const METRICS = {
  days: 'loan.overdueDays',
  principal: 'loan.overduePrincipal',
  interest: 'loan.overdueInterest',
  outstanding: 'loan.outstanding',
} as const;
export type Measure = keyof typeof METRICS;

/** An overdue loan with its figures of one day. */
export interface OverdueLine {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly borrower: FigureRow['organisation'];
  /** Days overdue. */
  readonly days: number;
  readonly figures: Readonly<Partial<Record<Measure, FigureRow>>>;
}

/** Loans with days overdue, the longest first; a loan that is not overdue has no line. */
export function overdueLines(answers: Readonly<Partial<Record<Measure, FigureRows>>>): OverdueLine[] {
  const byId = (name: Measure) => new Map(answers[name]?.rows.map((row) => [row.key, row]));
  const tables = { principal: byId('principal'), interest: byId('interest'), outstanding: byId('outstanding') };
  const late = (answers.days?.rows ?? []).filter(({ key, value }) => key !== null && (value ?? 0) > 0);
  return late
    .map((row): OverdueLine => {
      const id = row.key!;
      const rest = Object.entries(tables).flatMap(([name, rows]) => (rows.get(id) ? [[name, rows.get(id)]] : []));
      const figures = { days: row, ...(Object.fromEntries(rest) as Partial<Record<Measure, FigureRow>>) };
      const named = { code: row.code ?? '', title: row.label ?? row.code ?? id, borrower: row.organisation };
      return { id, ...named, days: row.value ?? 0, figures };
    })
    .sort((a, b) => b.days - a.days);
}

/** What is added up of some lines. */
export const sumOf = (lines: readonly OverdueLine[], name: Measure): number =>
  lines.reduce((sum, { figures }) => sum + (figures[name]?.value ?? 0), 0);
