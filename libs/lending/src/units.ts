import type { Day } from '@soquy/kernel';
import type { Amount, DayCount, Rounding } from './contract.js';
import { YEAR, yearSpan, type Periods } from './day-count.js';

/** Interest as an exact sum: amount x basis points x percent of the rate x parts of a year. Rounded once, when it is due. */
export type InterestUnits = bigint;

/** Units in one amount, whatever the day count. */
export const UNITS_PER_AMOUNT: InterestUnits = 10_000n * 100n * YEAR;

/** A balance that stands still from the end of one day to the end of another. */
export interface Accrual {
  readonly balance: Amount;
  readonly basisPoints: number;
  /** Of the rate; 100 unless given. */
  readonly percent?: number;
  readonly from: Day;
  readonly to: Day;
  readonly dayCount: DayCount;
  /** Needed where the day count is `period`. */
  readonly period?: Periods | undefined;
}

/** Interest of one segment; a balance paid on the day it was lent bears none (domain.md I1, `yearSpan`). */
export const interestUnits = ({ balance, basisPoints, percent = 100, from, to, dayCount, period }: Accrual): InterestUnits =>
  BigInt(balance) * BigInt(basisPoints) * BigInt(percent) * yearSpan(from, to, dayCount, period);

/** Sums rounded to an amount by their magnitude, so that a sum and its opposite round alike. */
export function toAmount(units: InterestUnits, rounding: Rounding): Amount {
  const magnitude = units < 0n ? -units : units;
  const whole = magnitude / UNITS_PER_AMOUNT;
  const rest = magnitude - whole * UNITS_PER_AMOUNT;
  const amount = Number(whole + (goesUp(whole, rest, rounding) ? 1n : 0n));
  if (!Number.isSafeInteger(amount)) throw new Error(`assertion: ${amount} is beyond a safe integer`);
  return units < 0n && amount !== 0 ? -amount : amount;
}

function goesUp(whole: bigint, rest: bigint, rounding: Rounding): boolean {
  if (rounding === 'down' || 2n * rest < UNITS_PER_AMOUNT) return false;
  return 2n * rest > UNITS_PER_AMOUNT || rounding === 'halfUp' || whole % 2n === 1n;
}
