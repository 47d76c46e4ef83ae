import { daysBetween, type Day } from '@soquy/kernel';
import type { ProgrammeData } from './programme-data.js';

type Years = Pick<ProgrammeData, 'periodFromYear' | 'periodToYear'>;

/** Money of a year is settled until the end of the January after it. */
const SETTLED = '01-31';

/** The days over which a programme's money moves, up to the day looked at; undefined before it begins. */
export function moneyDays(
  { periodFromYear, periodToYear }: Years,
  day: Day,
): { readonly from: Day; readonly to: Day } | undefined {
  const from = `${periodFromYear}-01-01`;
  const last = `${periodToYear + 1}-${SETTLED}`;
  return day < from ? undefined : { from, to: day < last ? day : last };
}

/** Percent of a programme's period gone at the end of a day: 0 before it, 100 after it. */
export function percentGone({ periodFromYear, periodToYear }: Years, day: Day): number {
  const from = `${periodFromYear}-01-01`;
  const all = daysBetween(from, `${periodToYear + 1}-01-01`);
  const gone = Math.min(all, Math.max(0, daysBetween(from, day) + 1));
  return (gone / all) * 100;
}
