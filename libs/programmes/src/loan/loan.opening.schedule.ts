import { shiftToWorkingDay, type WorkingDays } from '@soquy/kernel';
import { emptyAccount, type Account } from './loan.account.schedule.js';
import type { ScheduleLine } from './loan.schedule.js';

/** A loan of before the books, as the office states it on the opening day. */
export interface OpeningStatement {
  readonly principalVnd: number;
  readonly overdueSince?: string | undefined;
  readonly overdueInterestVnd: number;
  readonly accruedInterestVnd: number;
  readonly openedOn: string;
}

export interface RemainingDue {
  readonly dueOn: string;
  readonly principalVnd: number;
}

/** What still falls due, in the order of days; every line is an interest day. */
export const remainingSchedule = (remaining: readonly RemainingDue[], calendar: WorkingDays): ScheduleLine[] =>
  [...remaining]
    .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
    .map(({ dueOn, principalVnd }) => ({
      nominalOn: dueOn,
      dueOn: shiftToWorkingDay(dueOn, calendar),
      principalVnd,
      interest: true,
    }));

/** Principal that the remaining schedule leaves out: it was overdue already. */
export const overduePrincipalAt = (principalVnd: number, schedule: readonly { readonly principalVnd: number }[]): number =>
  principalVnd - schedule.reduce((sum, line) => sum + line.principalVnd, 0);

/** The whole schedule of such a loan: overdue principal as a line of the day it is overdue since, then what remains. */
export function openedSchedule(
  { principalVnd, overdueSince }: OpeningStatement,
  remaining: readonly ScheduleLine[],
): readonly ScheduleLine[] {
  const overdueVnd = overduePrincipalAt(principalVnd, remaining);
  if (!overdueSince || overdueVnd === 0) return remaining;
  return [{ nominalOn: overdueSince, dueOn: overdueSince, principalVnd: overdueVnd, interest: false }, ...remaining];
}

/** The account it starts with. Running interest is brought forward to the next due day; where there is none it is due at once. */
export function openedAccount(statement: OpeningStatement, remaining: readonly ScheduleLine[]): Account {
  const { principalVnd, overdueSince, overdueInterestVnd, accruedInterestVnd, openedOn } = statement;
  const dueVnd = remaining.length > 0 ? 0 : accruedInterestVnd;
  return {
    ...emptyAccount(openedOn),
    drawnVnd: principalVnd,
    unpaidInterest: [
      { on: overdueSince ?? openedOn, amountVnd: overdueInterestVnd },
      { on: openedOn, amountVnd: dueVnd },
    ].filter(({ amountVnd }) => amountVnd > 0),
    advanceVnd: dueVnd > 0 ? 0 : 0 - accruedInterestVnd,
  };
}
