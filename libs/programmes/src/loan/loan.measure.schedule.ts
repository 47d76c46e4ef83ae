import { daysBetween } from '@soquy/kernel';
import {
  advanceTo,
  interestAdvanceOf,
  move,
  oldestUnpaidPrincipal,
  outstandingOf,
  overduePrincipal,
  settleAdvance,
  type Account,
  type AccountTerms,
  type Movement,
} from './loan.account.schedule.js';
import { unitsToVnd } from './loan.interest.schedule.js';

/** A running loan: how it began, what was agreed, and its money facts in the order of days. */
export interface Debt {
  readonly terms: AccountTerms;
  readonly opening: Account;
  readonly movements: readonly Movement[];
}

/** An account as plain JSON: exact sums are written as decimal text. */
export type AccountRow = Omit<Account, 'openUnits' | 'overdueUnits'> & {
  readonly openUnits: string;
  readonly overdueUnits: string;
};

/** What the measures of any later day follow from; it changes only at facts. Without `debt` nothing was ever lent. */
export interface MeasuredRow {
  readonly debt?: { readonly terms: AccountTerms; readonly account: AccountRow };
}

/** A loan on a day. Of the interest owed part has fallen due, and of that part is late. */
export interface LoanMeasure {
  /** Principal or interest is still owed. */
  readonly active: boolean;
  readonly outstandingVnd: number;
  readonly overduePrincipalVnd: number;
  /** Interest fallen due before the day, and that on overdue principal. */
  readonly overdueInterestVnd: number;
  /** From the effective due day of the oldest unpaid principal or interest; 0 when nothing is late. */
  readonly daysOverdue: number;
  /** All interest owed, due or still running. */
  readonly interestAccruedVnd: number;
  readonly interestDueVnd: number;
  /** Interest paid ahead of what has run up. */
  readonly interestAdvanceVnd: number;
}

const NOTHING: LoanMeasure = {
  active: false,
  outstandingVnd: 0,
  overduePrincipalVnd: 0,
  overdueInterestVnd: 0,
  daysOverdue: 0,
  interestAccruedVnd: 0,
  interestDueVnd: 0,
  interestAdvanceVnd: 0,
};

/** The account after all facts up to a day, level with the last of them. */
export const accountOf = ({ terms, opening, movements }: Debt, until?: string): Account =>
  movements
    .filter(({ on }) => !until || on <= until)
    .reduce<Account>((account, movement) => move(account, terms, movement), opening);

/** The same, run on to the end of the day. */
export const accountOn = (debt: Debt, day: string): Account => advanceTo(accountOf(debt, day), debt.terms, day);

export function measuredRow(debt: Debt): MeasuredRow {
  const { openUnits, overdueUnits, ...account } = accountOf(debt);
  return {
    debt: { terms: debt.terms, account: { ...account, openUnits: String(openUnits), overdueUnits: String(overdueUnits) } },
  };
}

/** A loan on any day from its row's last fact on. */
export function measureLoan({ debt }: MeasuredRow, day: string): LoanMeasure {
  if (!debt || day < debt.account.on) return NOTHING;
  const { openUnits, overdueUnits } = debt.account;
  const account = { ...debt.account, openUnits: BigInt(openUnits), overdueUnits: BigInt(overdueUnits) };
  return measure(advanceTo(account, debt.terms, day), debt.terms);
}

/** Reads an account on its own day. */
export function measure(level: Account, terms: AccountTerms): LoanMeasure {
  const account = settleAdvance(level);
  const { on, unpaidInterest, openUnits, advanceVnd, overdueUnits, overdueSince } = account;
  const sum = (parts: typeof unpaidInterest) => parts.reduce((total, { amountVnd }) => total + amountVnd, 0);
  const late = unpaidInterest.filter((due) => due.on < on);
  const onOverdueVnd = unitsToVnd(overdueUnits);
  const overduePrincipalVnd = overduePrincipal(account, terms, on);
  const interestDueVnd = sum(unpaidInterest) + onOverdueVnd;
  const interestAccruedVnd = interestDueVnd + Math.max(0, unitsToVnd(openUnits) - advanceVnd);
  const lateSince = [
    overduePrincipalVnd > 0 ? oldestUnpaidPrincipal(account, terms) : undefined,
    onOverdueVnd > 0 ? overdueSince : undefined,
    late[0]?.on,
  ].filter((day) => day !== undefined);
  const outstandingVnd = outstandingOf(account);
  return {
    active: outstandingVnd > 0 || interestAccruedVnd > 0,
    outstandingVnd,
    overduePrincipalVnd,
    overdueInterestVnd: sum(late) + onOverdueVnd,
    daysOverdue: lateSince.length > 0 ? daysBetween(lateSince.sort()[0]!, on) : 0,
    interestAccruedVnd,
    interestDueVnd,
    interestAdvanceVnd: interestAdvanceOf(account),
  };
}
