/** A day is `YYYY-MM-DD` in Asia/Ho_Chi_Minh; strings compare as days do. */
export type Day = string;

const MS_PER_DAY = 86_400_000;

/** Days before each month of a year that begins in March, so that a leap day comes last. */
const BEFORE_MONTH = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];
const YEAR_ZERO = 719_468;
const ZERO = '0'.charCodeAt(0);

/** Days since 1970-01-01. Loans ask this hundreds of times each, so it parses no date; whether a text is a day says `isDay`. */
export function dayNumber(day: Day): number {
  const month = digits(day, 5, 7);
  const date = digits(day, 8, 10);
  const year = digits(day, 0, 4) - (month < 3 ? 1 : 0);
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + BEFORE_MONTH[month - 1]! + date - 1 - YEAR_ZERO;
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at += 1) number = number * 10 + text.charCodeAt(at) - ZERO;
  return number;
}

export const dayFromNumber = (number: number): Day => new Date(number * MS_PER_DAY).toISOString().slice(0, 10);

export const addDays = (day: Day, days: number): Day => dayFromNumber(dayNumber(day) + days);

/** Whole days from one day to another; negative if `to` comes first. */
export const daysBetween = (from: Day, to: Day): number => dayNumber(to) - dayNumber(from);

/** 0 = Sunday ... 6 = Saturday. */
export const weekday = (day: Day): number => (dayNumber(day) + 4) % 7;

/** Same day number in a later month, or its last day (Civil Code A148, domain.md I4). `anchorDay` keeps 31 after a February. */
export function addMonths(day: Day, months: number, anchorDay = Number(day.slice(8))): Day {
  const index = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const year = Math.floor(index / 12);
  const month = (index % 12) + 1;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(Math.min(anchorDay, last)).padStart(2, '0')}`;
}

/** The day it is in Vietnam at an instant (UTC+7, no daylight saving since 1975). */
export const dayInVietnam = (instant: Date): Day => new Date(instant.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);

export const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && dayFromNumber(dayNumber(text)) === text;
