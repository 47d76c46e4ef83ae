import { divideHalfUp, toVnd } from '@soquy/kernel';

/**
 * Interest as an exact sum: đồng x basis points a year x days x percent of the rate. It is turned into đồng once, when an
 * amount falls due (domain.md I1-I3): actual days over 365, leap years too; sum first, round once, half-up.
 */
export type InterestUnits = bigint;

/** Basis points in a whole x days in a year x percent in a whole. */
const UNITS_PER_VND = 10_000n * 365n * 100n;

/** The first day is not counted and the last one is, on the balance at the start of each day. */
export const interestUnits = (
  balanceVnd: number,
  annualRateBasisPoints: number,
  days: number,
  ratePercent = 100,
): InterestUnits => BigInt(balanceVnd) * BigInt(annualRateBasisPoints) * BigInt(days) * BigInt(ratePercent);

export const unitsToVnd = (units: InterestUnits): number => toVnd(divideHalfUp(units, UNITS_PER_VND));
