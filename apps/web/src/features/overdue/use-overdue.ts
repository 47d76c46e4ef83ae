import type { Board, Figure, FigureRow, FigureRows } from '../../shared/api/answers.js';
import { useReads, type Reads } from '../../shared/api/reads.js';
import type { LateAge } from '../../shared/lending/ageing.js';
import { METRICS, rowsIn, type Measure } from './overdue-lines.js';

const OF_AGES = ['count', 'principal', 'interest', 'outstanding'] as const satisfies readonly Measure[];
const WHOLE = ['count', 'principal', 'interest', 'dueCount', 'duePrincipal', 'dueInterest'] as const satisfies readonly Measure[];

/** What all loans of a day are together, by age of arrears and in all; the server adds. */
export interface Overdue {
  readonly ofAge: (measure: (typeof OF_AGES)[number], age: LateAge) => FigureRow;
  /** Outstanding principal of every age, that of loans which are not late among them. */
  readonly outstanding: readonly FigureRow[];
  readonly all: Readonly<Record<(typeof WHOLE)[number], Figure>>;
}

const pathOf = (name: Measure) => `/api/v1/figures/${METRICS[name]}`;

export function useOverdue() {
  const { all, error, again } = useReads<FigureRows | Figure>([
    ...OF_AGES.map((name) => ({ path: pathOf(name), query: { groupBy: 'debtAge' } })),
    ...WHOLE.map((name) => ({ path: pathOf(name) })),
  ]);
  return { data: all && overdueOf(all), error, again };
}

function overdueOf(answers: readonly (FigureRows | Figure)[]): Overdue {
  const tables = answers.slice(0, OF_AGES.length) as readonly FigureRows[];
  const rowsOf = (name: (typeof OF_AGES)[number]) => tables[OF_AGES.indexOf(name)]!.rows;
  const whole = WHOLE.map((name, at) => [name, answers[OF_AGES.length + at] as Figure]);
  return {
    ofAge: (measure, age) => rowsOf(measure).find(({ key }) => key === age)!,
    outstanding: rowsOf('outstanding'),
    all: Object.fromEntries(whole) as Overdue['all'],
  };
}

/** The rows of boards of one figure each. */
export const firstRows = ({ all }: Reads<Board>): readonly FigureRow[] | undefined =>
  all?.flatMap((board) => rowsIn(board)[0]?.rows ?? []);
