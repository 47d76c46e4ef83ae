import { addMonths, dayFromNumber, dayNumber, type Day } from '@soquy/kernel';
import type { DayCount, Rounding } from './contract.js';

/** Days of the second writing: whole numbers, so that a day after another is one more. */
export type Date = number;

const least = (a: number, b: number): number => (a / divisor(a, b)) * b;
const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
/** Parts of a year that every convention cuts it into without a rest. */
const YEAR = [360, 365, 366, 12 * 28, 12 * 29, 12 * 30, 12 * 31].reduce(least);
/** What one amount bears at one basis point and one percent of it, in a whole year and ten thousand of them. */
export const UNITS = BigInt(YEAR) * 10_000n * 100n;

const numbers = new Map<Day, Date>();
export function dateOf(day: Day): Date {
  const known = numbers.get(day) ?? dayNumber(day);
  numbers.set(day, known);
  return known;
}
const days = new Map<Date, Day>();
export function dayOf(date: Date): Day {
  const known = days.get(date) ?? dayFromNumber(date);
  days.set(date, known);
  return known;
}
const months = new Map<string, Date>();
export function monthsAfter(date: Date, count: number, anchor = Number(dayOf(date).slice(8))): Date {
  const key = `${date} ${count} ${anchor}`;
  const known = months.get(key) ?? dayNumber(addMonths(dayOf(date), count, anchor));
  months.set(key, known);
  return known;
}

export function rounded(units: bigint, rounding: Rounding): number {
  const [whole, twiceTheRest] = [units / UNITS, 2n * (units % UNITS)];
  const half = rounding === 'halfUp' || (rounding === 'halfEven' && whole % 2n === 1n);
  const up = rounding !== 'down' && (twiceTheRest > UNITS || (twiceTheRest === UNITS && half));
  return Number(up ? whole + 1n : whole);
}

/** The part of a year that runs from the end of the day before to the end of a day. */
export type Weights = (date: Date) => number;

const tables = new Map<string, Map<Date, number>>();
export function weightsOf(dayCount: DayCount, anchor: number): Weights {
  const key = dayCount === 'period' ? `period ${anchor}` : dayCount;
  const table = tables.get(key) ?? new Map<Date, number>();
  tables.set(key, table);
  return (date) => {
    const known = table.get(date) ?? YEAR / daysInYear(date, dayCount, anchor);
    table.set(date, known);
    return known;
  };
}

/** Into how many such days the convention cuts a year; none of them where a day does not count. */
function daysInYear(date: Date, dayCount: DayCount, anchor: number): number {
  if (dayCount === 'actual/365') return 365;
  if (dayCount === 'actual/actual') return Number(dayOf(date - 1).slice(0, 4)) % 4 === 0 ? 366 : 365;
  if (dayCount === 'period') {
    const thisMonth = monthsAfter(date - 1, 0, anchor);
    const begin = thisMonth <= date - 1 ? thisMonth : monthsAfter(date - 1, -1, anchor);
    return 12 * (monthsAfter(begin, 1, anchor) - begin);
  }
  const [yesterday, today] = [date - 1, date].map((each) => Math.min(30, Number(dayOf(each).slice(8))));
  return 360 / ((today! - yesterday! + 30) % 30);
}
