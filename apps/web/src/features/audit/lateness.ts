import { dayInVietnam, daysBetween } from '@soquy/kernel';

/** Facts are written down within so many days. */
export const LATE_DAYS = 30;

/** Days from the day something happened to the day it was recorded; never below zero: plans are recorded before. */
export const daysLate = ({ effectiveOn, recordedAt }: { readonly effectiveOn: string; readonly recordedAt: string }): number =>
  Math.max(0, daysBetween(effectiveOn, dayInVietnam(new Date(recordedAt))));
