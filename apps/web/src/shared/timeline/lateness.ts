import { dayInVietnam, daysBetween } from '@soquy/kernel';

interface Dated {
  readonly effectiveOn: string;
  readonly recordedAt: string;
}

/** Facts are written down within so many days. */
export const LATE_DAYS = 30;

/** Days from the day something happened to the day it was recorded; never below zero: plans are recorded before. */
export const daysLate = ({ effectiveOn, recordedAt }: Dated): number =>
  Math.max(0, daysBetween(effectiveOn, dayInVietnam(new Date(recordedAt))));

export const isLate = (fact: Dated): boolean => daysLate(fact) > LATE_DAYS;
