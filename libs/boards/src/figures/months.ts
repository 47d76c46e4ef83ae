import { addDays, type Day } from '@soquy/kernel';
import { badParameter } from '../http/parameters.js';
import { dimensionsWhere, Where } from './entries.js';
import type { FigureReader } from './figure-reader.js';
import type { Frame } from './question.js';

/** Most months in an answer, each of which is a question of its own. */
export const MOST_MONTHS = 120;

export interface Month {
  /** `YYYY-MM` */
  readonly key: string;
  readonly effectiveFrom: Day;
  readonly effectiveTo: Day;
}

/** The months of a frame, cut at its ends; from the first fact on where it has no beginning. */
export async function monthsOf(reader: FigureReader, metrics: readonly string[], frame: Frame): Promise<readonly Month[]> {
  const from = frame.effectiveFrom ?? (await firstDay(reader, metrics, frame));
  const months = from === undefined ? [] : monthsBetween(from, frame.effectiveTo);
  if (months.length > MOST_MONTHS)
    throw badParameter(
      'groupBy',
      'tooManyMonths',
      `quá ${MOST_MONTHS} tháng, hãy thu hẹp kỳ`,
      `gives more than ${MOST_MONTHS} months: narrow the period`,
    );
  return months;
}

export function monthsBetween(from: Day, to: Day): Month[] {
  const months: Month[] = [];
  for (let start = from; start <= to && months.length <= MOST_MONTHS;) {
    const next = `${addDays(`${start.slice(0, 7)}-28`, 4).slice(0, 7)}-01`;
    const end = addDays(next, -1);
    months.push({ key: start.slice(0, 7), effectiveFrom: start, effectiveTo: end < to ? end : to });
    start = next;
  }
  return months;
}

async function firstDay(
  { session, catalogue }: FigureReader,
  metrics: readonly string[],
  frame: Frame,
): Promise<Day | undefined> {
  const leaves = catalogue.leaves(metrics);
  const entries = leaves.flatMap((leaf) => catalogue.entriesOf(leaf)?.metric ?? []);
  const categories = leaves
    .map((leaf) => catalogue.metric(leaf))
    .flatMap((metric) => (metric.kind === 'fold' ? [metric.category] : []));
  const ofEntries = new Where().and('metric = any(?)', entries).and('position <= ?', frame.knownAt);
  const ofObjects = new Where().and('category = any(?)', categories).and('known_from <= ?', frame.knownAt);
  const days = [await earliest('entries', 'effective_on', ofEntries), await earliest('objects', 'effective_from', ofObjects)];
  return days.filter((day) => day !== null).sort()[0];

  async function earliest(table: string, column: string, where: Where): Promise<Day | null> {
    dimensionsWhere(where.and('build = any(?)', session.builds), frame, '');
    const sql = `select min(${column})::text as day from rm.${table} where ${where}`;
    const rows: { day: Day | null }[] = await session.manager.query(sql, where.parameters);
    return rows[0]!.day;
  }
}
