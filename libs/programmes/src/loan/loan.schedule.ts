import type { WorkingDays } from '@soquy/kernel';
import { scheduleOf, type PlannedDay } from '@soquy/lending';
import { agreedTerms, type AgreedTerms } from './loan.terms.schedule.js';

/** One due day. The nominal day anchors the grid; what counts is the working day it was shifted to (domain.md I4). */
export interface ScheduleLine {
  readonly nominalOn: string;
  readonly dueOn: string;
  readonly principalVnd: number;
  /** Whether interest run up since the last such day falls due as well. */
  readonly interest: boolean;
}

/** All due days of an amount lent on a day, as if it were drawn at once. Throws a `LendingError` for terms that make no loan. */
export const scheduleOfLoan = (agreed: AgreedTerms, amountVnd: number, startsOn: string, calendar: WorkingDays): ScheduleLine[] =>
  scheduleOf(agreedTerms(agreed), [{ on: startsOn, amount: amountVnd }], calendar).map(
    ({ nominalOn, dueOn, principal, bearsInterest }) => ({ nominalOn, dueOn, principalVnd: principal, interest: bearsInterest }),
  );

/** A schedule that was recorded, in the words of the arithmetic. */
export const planOf = (schedule: readonly ScheduleLine[]): PlannedDay[] =>
  schedule.map(({ nominalOn, dueOn, principalVnd, interest }) => ({
    nominalOn,
    dueOn,
    principal: principalVnd,
    bearsInterest: interest,
  }));
