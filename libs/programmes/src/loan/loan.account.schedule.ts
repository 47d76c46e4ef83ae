import { daysBetween } from '@soquy/kernel';
import { interestUnits, unitsToVnd, type InterestUnits } from './loan.interest.schedule.js';

/** A due day as the account needs it: the effective day, in the order of days. */
export interface Due {
  readonly on: string;
  readonly principalVnd: number;
  readonly interest: boolean;
}

/** What stays the same while a loan runs. */
export interface AccountTerms {
  readonly annualRateBasisPoints: number;
  readonly overdueRatePercent: number;
  readonly dues: readonly Due[];
}

/** Money drawn or paid. Facts come in the order of days, those of one day as they were folded. */
export type Movement =
  | { readonly on: string; readonly drawnVnd: number }
  | {
      readonly on: string;
      readonly principalVnd: number;
      readonly interestVnd: number;
      readonly fromAdvanceVnd?: number;
      readonly voucher?: string;
    };

export interface UnpaidInterest {
  readonly on: string;
  readonly amountVnd: number;
}

/** A loan's money up to the end of a day; any later day follows from it and the terms alone. */
export interface Account {
  readonly on: string;
  readonly drawnVnd: number;
  readonly principalPaidVnd: number;
  readonly interestPaidVnd: number;
  /** Interest fallen due and not paid, oldest first. */
  readonly unpaidInterest: readonly UnpaidInterest[];
  /** Interest on principal in term since the last interest day. */
  readonly openUnits: InterestUnits;
  /** Paid against that interest before it was due; below zero: interest brought forward from before the books. */
  readonly advanceVnd: number;
  /** Interest on overdue principal that was not paid yet; owed from day to day. */
  readonly overdueUnits: InterestUnits;
  /** Due day of the principal that interest comes from. */
  readonly overdueSince?: string | undefined;
}

export const emptyAccount = (on: string): Account => ({
  on,
  drawnVnd: 0,
  principalPaidVnd: 0,
  interestPaidVnd: 0,
  unpaidInterest: [],
  openUnits: 0n,
  advanceVnd: 0,
  overdueUnits: 0n,
});

export const outstandingOf = ({ drawnVnd, principalPaidVnd }: Account): number => Math.max(0, drawnVnd - principalPaidVnd);

/** Principal fallen due before a day and not paid. Never more than was drawn: the schedule covers all that was approved. */
export function overduePrincipal(account: Account, { dues }: AccountTerms, day: string): number {
  const due = dues.filter(({ on }) => on < day).reduce((sum, { principalVnd }) => sum + principalVnd, 0);
  return Math.max(0, Math.min(due, account.drawnVnd) - account.principalPaidVnd);
}

/** Due day of the oldest principal not wholly paid; payments fill instalments in the order of their days. */
export function oldestUnpaidPrincipal({ principalPaidVnd }: Account, { dues }: AccountTerms): string | undefined {
  let due = 0;
  return dues.find(({ principalVnd }) => (due += principalVnd) > principalPaidVnd)?.on;
}

/** Lets interest run to the end of a later day. */
export function advanceTo(account: Account, terms: AccountTerms, day: string): Account {
  let now = account;
  for (const { on, interest } of terms.dues) {
    if (on <= account.on || on > day) continue;
    now = accrue(now, terms, on);
    if (interest) now = fallDue(now);
  }
  return accrue(now, terms, day);
}

/** From one day to another with no due day in between: then the overdue part of the balance stays the same. */
function accrue(account: Account, terms: AccountTerms, to: string): Account {
  const days = daysBetween(account.on, to);
  if (days <= 0) return account;
  const { annualRateBasisPoints, overdueRatePercent } = terms;
  const overdueVnd = overduePrincipal(account, terms, to);
  const inTermVnd = outstandingOf(account) - overdueVnd;
  const openUnits = account.openUnits + interestUnits(inTermVnd, annualRateBasisPoints, days);
  if (overdueVnd === 0) return { ...account, on: to, openUnits };
  return {
    ...account,
    on: to,
    openUnits,
    overdueUnits: account.overdueUnits + interestUnits(overdueVnd, annualRateBasisPoints, days, overdueRatePercent),
    overdueSince: unitsToVnd(account.overdueUnits) > 0 ? account.overdueSince : oldestUnpaidPrincipal(account, terms),
  };
}

function fallDue(account: Account): Account {
  const dueVnd = unitsToVnd(account.openUnits) - account.advanceVnd;
  const closed = { ...account, openUnits: 0n, advanceVnd: Math.max(0, -dueVnd) };
  return dueVnd > 0 ? { ...closed, unpaidInterest: [...account.unpaidInterest, { on: account.on, amountVnd: dueVnd }] } : closed;
}

/** What was paid ahead covers what is owed by now; for reading an account, whose facts stay as they were booked. */
export function settleAdvance(account: Account): Account {
  const owedVnd = owedInterest(account).reduce((sum, { amountVnd }) => sum + amountVnd, 0);
  const usedVnd = Math.min(interestAdvanceOf(account), owedVnd);
  if (usedVnd === 0) return account;
  const { advanceVnd, interestPaidVnd } = account;
  return payInterest({ ...account, advanceVnd: advanceVnd - usedVnd, interestPaidVnd: interestPaidVnd - usedVnd }, usedVnd);
}

/** The account after a movement. Interest pays first what ran on overdue principal, then what is due, oldest first, then ahead. */
export function move(account: Account, terms: AccountTerms, movement: Movement): Account {
  const now = advanceTo(account, terms, movement.on);
  if ('drawnVnd' in movement) return { ...now, drawnVnd: now.drawnVnd + movement.drawnVnd };
  const { principalVnd, interestVnd, fromAdvanceVnd = 0 } = movement;
  const paid = { ...now, principalPaidVnd: now.principalPaidVnd + principalVnd };
  return takeFromAdvance(payInterest(paid, interestVnd), fromAdvanceVnd);
}

function payInterest(account: Account, interestVnd: number): Account {
  if (interestVnd === 0) return account;
  let restVnd = interestVnd;
  const unpaidInterest: UnpaidInterest[] = [];
  for (const { on, amountVnd } of owedInterest(account)) {
    const taken = Math.min(restVnd, amountVnd);
    restVnd -= taken;
    if (taken < amountVnd) unpaidInterest.push({ on, amountVnd: amountVnd - taken });
  }
  return {
    ...account,
    interestPaidVnd: account.interestPaidVnd + interestVnd,
    unpaidInterest: unpaidInterest.sort(byDay),
    overdueUnits: 0n,
    advanceVnd: account.advanceVnd + restVnd,
  };
}

function owedInterest({ unpaidInterest, overdueUnits, overdueSince, on }: Account): readonly UnpaidInterest[] {
  return [{ on: overdueSince ?? on, amountVnd: unitsToVnd(overdueUnits) }, ...unpaidInterest];
}

/** What the advance no longer holds, because a fact before it was taken back, is owed again. */
function takeFromAdvance(account: Account, fromAdvanceVnd: number): Account {
  const takenVnd = Math.min(fromAdvanceVnd, interestAdvanceOf(account));
  const againVnd = fromAdvanceVnd - takenVnd;
  return {
    ...account,
    interestPaidVnd: account.interestPaidVnd - fromAdvanceVnd,
    advanceVnd: account.advanceVnd - takenVnd,
    unpaidInterest: againVnd > 0 ? [...account.unpaidInterest, { on: account.on, amountVnd: againVnd }] : account.unpaidInterest,
  };
}

/** Interest paid beyond all that has run up: it waits for what runs up next. */
export const interestAdvanceOf = ({ advanceVnd, openUnits }: Account): number => Math.max(0, advanceVnd - unitsToVnd(openUnits));

const byDay = (a: UnpaidInterest, b: UnpaidInterest) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0);
