import { dayNumber, type Day } from '@soquy/kernel';
import type { DayCount } from './contract.js';

/**
 * One year as a whole number of equal parts, so that a day of every convention is a whole number of them as well: the least
 * common multiple of 360, 365 and 366 days, and of the twelfth of a year in 28, 29, 30 or 31 days.
 */
export const YEAR = 20_176_364_880n;

const DAY = YEAR / 365n;

/** What `period` needs to know: where its months begin. */
export interface Periods {
  /** Day of the month on which periods begin and end; a shorter month has its last day. */
  readonly anchorDay: number;
  /** The nominal day a payment day stands for; without it every day stands for itself. See `nominalDays`. */
  readonly nominalOf?: (day: Day) => Day;
}

/**
 * The part of a year from one day to another, in parts of `YEAR`: first day in, last day out, for balances at the end of a
 * day, which is the same as first out, last in, for balances at its start (domain.md I1). Below zero if `to` comes first.
 * Every convention is a position on a line of time, so a span is exactly the sum of the spans it is cut into.
 *
 * - `actual/365`: a day is 1/365, in leap years too (TT 14/2017/TT-NHNN; ISDA 2006 section 4.16(d), Actual/365 (Fixed)).
 * - `actual/actual`: a day is 1/366 in a leap year and 1/365 in others, cut at year ends (ISDA 2006 section 4.16(b)).
 * - `30/360`: 30E/360, the Eurobond basis: a 31st counts as the 30th, February is left as it is (ISDA 2006 section 4.16(g)).
 *   Of the 30/360 rules it is the one whose spans can be cut anywhere; the US rule gives other sums for other cuts.
 * - `period`: every month from anchor day to anchor day is a twelfth, its days have equal shares of that. A payment day
 *   stands for its nominal day, so a shift changes no amount.
 */
export function yearSpan(from: Day, to: Day, dayCount: DayCount, periods?: Periods): bigint {
  if (dayCount === 'actual/365') return BigInt(dayNumber(to) - dayNumber(from)) * DAY;
  const position = POSITIONS[dayCount];
  return position(to, periods) - position(from, periods);
}

const POSITIONS: Readonly<Record<Exclude<DayCount, 'actual/365'>, (day: Day, periods?: Periods) => bigint>> = {
  'actual/actual': (day) => {
    const { year } = partsOf(day);
    const days = dayNumber(day) - dayNumber(`${day.slice(0, 4)}-01-01`);
    return BigInt(year) * YEAR + (BigInt(days) * YEAR) / (isLeap(year) ? 366n : 365n);
  },
  '30/360': (day) => BigInt(days30(day)) * (YEAR / 360n),
  period: (day, periods) => {
    if (!periods) throw new Error('assertion: a rate a period needs to know where periods begin');
    return monthPosition(periods.nominalOf?.(day) ?? day, periods.anchorDay);
  },
};

/** How many days the convention sees between two days; of `period` the real ones. */
export const daysCounted = (from: Day, to: Day, dayCount: DayCount): number =>
  dayCount === '30/360' ? days30(to) - days30(from) : dayNumber(to) - dayNumber(from);

function days30(day: Day): number {
  const { year, month, date } = partsOf(day);
  return year * 360 + month * 30 + Math.min(date, 30);
}

function monthPosition(day: Day, anchorDay: number): bigint {
  const { year, month, date } = partsOf(day);
  const index = year * 12 + month - 1;
  const begun = date >= anchorDate(index, anchorDay) ? index : index - 1;
  const start = anchorDate(begun, anchorDay);
  const length = daysInMonth(begun) - start + anchorDate(begun + 1, anchorDay);
  const days = begun === index ? date - start : daysInMonth(begun) - start + date;
  return BigInt(begun) * (YEAR / 12n) + (BigInt(days) * (YEAR / 12n)) / BigInt(length);
}

const anchorDate = (monthIndex: number, anchorDay: number): number => Math.min(anchorDay, daysInMonth(monthIndex));

function daysInMonth(monthIndex: number): number {
  const month = monthIndex % 12;
  if (month === 1) return isLeap(Math.floor(monthIndex / 12)) ? 29 : 28;
  return month === 3 || month === 5 || month === 8 || month === 10 ? 30 : 31;
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

const partsOf = (day: Day) => ({ year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)), date: Number(day.slice(8)) });
