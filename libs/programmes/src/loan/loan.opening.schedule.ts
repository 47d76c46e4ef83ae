import { known, shiftToWorkingDay, type WorkingDays } from '@soquy/kernel';
import type { LedgerFact } from '@soquy/lending';
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

/** The statement in the words of the ledger. */
export function openedFact(statement: OpeningStatement, remaining: readonly ScheduleLine[]): LedgerFact {
  const { principalVnd, overdueSince, overdueInterestVnd, accruedInterestVnd, openedOn } = statement;
  return {
    ...{ id: 'opened', on: openedOn, kind: 'opened', principal: principalVnd },
    ...{ overduePrincipal: overduePrincipalAt(principalVnd, remaining), overdueInterest: overdueInterestVnd },
    ...known({ overdueSince }),
    accruedInterest: accruedInterestVnd,
  };
}
