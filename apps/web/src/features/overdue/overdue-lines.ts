import type { FigureRow, FigureRows } from '../../shared/api/answers.js';

export const METRICS = {
  days: 'loan.overdueDays',
  principal: 'loan.overduePrincipal',
  interest: 'loan.overdueInterest',
  outstanding: 'loan.outstanding',
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

/** An overdue one. */
export interface OverdueLine extends LoanLine {
  /** Days overdue. */
  readonly days: number;
}

type Answers = Readonly<Partial<Record<Measure, FigureRows>>>;

/** The lines of some loans, each named by the row that brought it here. */
function linesOf(rows: readonly FigureRow[], answers: Answers, names: readonly Measure[]): LoanLine[] {
  const tables = names.map((name) => [name, new Map(answers[name]?.rows.map((row) => [row.key, row]))] as const);
  return rows.map((row) => {
    const id = row.key!;
    const figures = Object.fromEntries(tables.flatMap(([name, found]) => (found.get(id) ? [[name, found.get(id)]] : [])));
    return { id, code: row.code ?? '', title: row.label ?? row.code ?? id, borrower: row.organisation, figures };
  });
}

const counts = ({ key, value }: FigureRow) => key !== null && (value ?? 0) > 0;

/** Loans with days overdue, the longest first; a loan that is not overdue has no line. */
export function overdueLines(answers: Answers): OverdueLine[] {
  const late = (answers.days?.rows ?? []).filter(counts);
  const days = new Map(late.map(({ key, value }) => [key, value ?? 0]));
  return linesOf(late, answers, ['days', 'principal', 'interest', 'outstanding'])
    .map((line) => ({ ...line, days: days.get(line.id)! }))
    .sort((a, b) => b.days - a.days);
}

/** Loans with principal or interest that falls due soon, the largest principal first. */
export function dueLines(answers: Answers): LoanLine[] {
  const rows = [answers.duePrincipal, answers.dueInterest].flatMap((answer) => answer?.rows ?? []).filter(counts);
  const each = [...new Map(rows.map((row) => [row.key, row])).values()];
  const lines = linesOf(each, answers, ['duePrincipal', 'dueInterest']);
  return lines.sort((a, b) => (b.figures.duePrincipal?.value ?? 0) - (a.figures.duePrincipal?.value ?? 0));
}

/** What is added up of some lines. */
export const sumOf = (lines: readonly LoanLine[], name: Measure): number =>
  lines.reduce((sum, { figures }) => sum + (figures[name]?.value ?? 0), 0);
