import type { Day } from '@soquy/kernel';
import { dueDay, dueOnOf, leftOf, newClaim, newPrincipalDue, type Account, type DueDay } from './account.js';
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

function nextDue({ ahead, interestAhead, deferred }: Account, day: Day): Day {
  let next = day;
  for (const due of [ahead[0], interestAhead[0], deferred[0]]) if (due && dueOnOf(due) < next) next = dueOnOf(due);
  return next;
}

/**
 * What falls due up to the day the account stands on, before the facts of that day: principal bears the overdue rate from
 * here unless it is paid, interest run up is rounded once and claimed. What is held pays it.
 */
export function fallDue(account: Account): void {
  const { on } = account;
  let fell = false;
  for (; account.ahead[0] && dueOnOf(account.ahead[0]) <= on; fell = true) {
    const due = account.ahead[0];
    touchInTerm(account);
    account.inTerm.balance -= leftOf(due);
    account.principal.push(newPrincipalDue(due, account.index.overdue));
    account.ahead = account.ahead.slice(1);
  }
  for (; account.interestAhead[0] && dueOnOf(account.interestAhead[0]) <= on; fell = true) {
    const day = account.interestAhead[0];
    claimInterest(account, dueDay(day));
    account.interestDays = [...account.interestDays, day];
    account.interestAhead = account.interestAhead.slice(1);
  }
  fell = claimDeferred(account) || fell;
  if (fell && account.held.length + account.advances.length > 0) payDueFromHeld(account);
}

/** Claims the interest run up since the last interest day, less what was settled ahead. */
export function claimInterest(account: Account, day: DueDay): void {
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

function claimDeferred(account: Account): boolean {
  if (!account.deferred[0] || account.deferred[0].dueOn > account.on) return false;
  for (const claim of account.deferred.filter(({ dueOn }) => dueOn <= account.on)) {
    claim.late.since = account.index.late;
    account.claims.push(claim);
  }
  account.deferred = account.deferred.filter(({ dueOn }) => dueOn > account.on);
  return true;
}
