import { workingDays, type Day, type WorkingDays } from '@soquy/kernel';
import type { Amount, LoanTerms } from './contract.js';
import type { DebtGroup, GroupStep, Lender, Probation } from './debt-rule-sets.js';
import type { LoanFact } from './facts.js';

/** Days off beside Saturdays and Sundays, and weekend days worked, in the same words as the published calendars. */
export interface Holidays {
  readonly holidays: readonly { readonly day: Day; readonly name?: string }[];
  readonly workingWeekendDays?: readonly Day[];
}

/** Debt groups and provisions by rules of the caller's own; see `DebtRuleSet`. */
export interface OwnRules {
  readonly columns: readonly (readonly GroupStep[])[];
  readonly interestWaived: DebtGroup;
  readonly frozen: DebtGroup;
  readonly probation: Probation;
  readonly specificBasisPoints: readonly [number, number, number, number, number];
  readonly generalBasisPoints: number;
}

/** Puts the debt into a group on every date asked for. */
export interface Classification {
  /** Whose rules, of the day asked for; the alternative to `ownRules`. */
  readonly lender?: Lender;
  readonly ownRules?: OwnRules;
  /** What the security may be counted with. */
  readonly collateral?: Amount;
  /** Interest was waived or cut because the customer cannot pay. */
  readonly interestWaived?: boolean;
  /** Groups of the customer's other debts. */
  readonly otherDebts?: readonly DebtGroup[];
}

/** A loan told as plain JSON: what was agreed, what happened, and the days on which to look at it. */
export interface Case {
  readonly contract: LoanTerms;
  /** Without it every day is a working day. */
  readonly calendar?: Holidays;
  readonly facts: readonly LoanFact[];
  readonly dates: readonly Day[];
  readonly classification?: Classification;
}

/** The working days a case is calculated by. */
export const calendarOf = ({ calendar }: Pick<Case, 'calendar'>): WorkingDays =>
  calendar
    ? workingDays(new Set(calendar.holidays.map(({ day }) => day)), new Set(calendar.workingWeekendDays))
    : { isWorkingDay: () => true };
