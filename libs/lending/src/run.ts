import type { Day } from '@soquy/kernel';
import { leftOf, newClaim, type Account } from './account.js';
import { accrue, touchInTerm } from './accrual.js';
import { payDueFromHeld } from './allocation.js';
import { toAmount } from './units.js';

/** Lets an account run to the end of a later day, through everything that falls due on the way. */
export function runTo(account: Account, day: Day): void {
  while (account.on < day) {
    accrue(account, nextDue(account, day));
    fallDue(account);
  }
}

function nextDue({ principal, interestDays, deferred, fallen }: Account, day: Day): Day {
  let next = day;
  for (const due of [principal[fallen.principal], interestDays[fallen.interest], deferred[0]])
    if (due && due.dueOn < next) next = due.dueOn;
  return next;
}

/**
 * What falls due up to the day the account stands on, before the facts of that day: principal bears the overdue rate from
 * here unless it is paid, interest run up is rounded once and claimed. What is held pays it.
 */
export function fallDue(account: Account): void {
  const { principal, interestDays, fallen, on } = account;
  const passed = () => fallen.principal + fallen.interest - account.deferred.length;
  const before = passed();
  for (let due = principal[fallen.principal]; due && due.dueOn <= on; due = principal[fallen.principal]) {
    touchInTerm(account);
    account.inTerm.balance -= leftOf(due);
    due.overdue.since = account.index.overdue;
    fallen.principal += 1;
  }
  for (let day = interestDays[fallen.interest]; day && day.dueOn <= on; day = interestDays[fallen.interest]) {
    claimInterest(account, day);
    fallen.interest += 1;
  }
  claimDeferred(account);
  if (account.held.length + account.advances.length > 0 && passed() > before) payDueFromHeld(account);
}

/** Claims the interest run up since the last interest day, less what was settled ahead. */
export function claimInterest(account: Account, day: { readonly nominalOn: Day; readonly dueOn: Day }): void {
  touchInTerm(account);
  const { inTerm, index, terms } = account;
  const amount = Math.max(toAmount(inTerm.units, terms.rounding), inTerm.settled);
  if (amount > 0) {
    const claim = newClaim(day, 'interest', amount);
    claim.paid = inTerm.paid;
    claim.left = amount - inTerm.settled;
    claim.late.since = index.late;
    account.claims.push(claim);
  }
  Object.assign(inTerm, { units: 0n, settled: 0, paid: 0 });
}

function claimDeferred(account: Account): void {
  if (!account.deferred[0] || account.deferred[0].dueOn > account.on) return;
  for (const claim of account.deferred.filter(({ dueOn }) => dueOn <= account.on)) {
    claim.late.since = account.index.late;
    account.claims.push(claim);
  }
  account.deferred = account.deferred.filter(({ dueOn }) => dueOn > account.on);
}
