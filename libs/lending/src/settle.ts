import type { Day } from '@soquy/kernel';
import { leftOf, type Account, type Fate, type InterestClaim, type Running } from './account.js';
import {
  crystallise,
  lateRunning,
  openInterest,
  overdueRunning,
  sharesOf,
  touchInTerm,
  touchLate,
  touchOverdue,
} from './accrual.js';
import type { Amount } from './contract.js';
import type { Bucket } from './facts.js';

/** Takes up to an amount from one part of what is owed, the oldest first; gives what it took. `dueOn`: of that day only. */
export type Take = (account: Account, amount: Amount, fate: Fate, dueOn?: Day) => Amount;

/** Principal fallen due before the day the account stands on. */
export const takeOverduePrincipal: Take = (account, amount, fate, dueOn) =>
  takePrincipal(account, amount, fate, (day) => day < account.on && (dueOn === undefined || day === dueOn));

export const takePrincipalDue: Take = (account, amount, fate, dueOn) =>
  takePrincipal(account, amount, fate, (day) => dueOn === undefined || day === dueOn);

function takePrincipal(account: Account, amount: Amount, fate: Fate, includes: (dueOn: Day) => boolean): Amount {
  let rest = amount;
  for (const due of account.principal) {
    const taken = Math.min(rest, leftOf(due));
    if (taken === 0 || !includes(due.dueOn)) continue;
    touchOverdue(account, due);
    due[settledBy(fate)] += taken;
    count(account, 'principal', taken, fate);
    rest -= taken;
  }
  return amount - rest;
}

/** Principal not due yet, by the parts of each later due. */
export function takePrincipalAhead(account: Account, parts: readonly Amount[], fate: Fate): void {
  touchInTerm(account);
  const field = settledBy(fate);
  account.ahead = account.ahead.map((due, index) => {
    const part = parts[index]!;
    if (part === 0) return due;
    account.inTerm.balance -= part;
    count(account, 'principal', part, fate);
    return { ...due, [field]: (due[field] ?? 0) + part };
  });
}

const settledBy = (fate: Fate) => (fate === 'writtenOff' ? 'writtenOff' : 'paid');

export const takeInterestDue: Take = (account, amount, fate, dueOn) =>
  takeClaims(account, account.claims, 'interest', amount, fate, dueOn);

/** What ran on overdue principal, and what of it a restructure put on days that have come. */
export const takeOverdueInterest: Take = (account, amount, fate, dueOn) => {
  if (amount === 0) return 0;
  const taken = takeRunning(account, overdueRunning(account), amount, dueOn);
  count(account, 'overdueInterest', taken, fate);
  return taken + takeClaims(account, account.claims, 'overdueInterest', amount - taken, fate, dueOn);
};

export const takeLateInterest: Take = (account, amount, fate, dueOn) => {
  if (amount === 0) return 0;
  const taken = takeRunning(account, lateRunning(account), amount, dueOn);
  count(account, 'lateInterest', taken, fate);
  return taken;
};

/** Rounds what runs where something of it is taken, and only then: no rule says when, so this is our choice (domain.md I3). */
function takeRunning(account: Account, running: readonly Running[], amount: Amount, dueOn: Day | undefined): Amount {
  const shares = sharesOf(running, account.terms.rounding);
  let rest = amount;
  const left = shares.map((share, at) => {
    const part = !dueOn || running[at]!.dueOn === dueOn ? Math.min(rest, share) : 0;
    rest -= part;
    return share - part;
  });
  if (rest < amount) crystallise(running, left);
  return amount - rest;
}

/** Interest that a restructure put on later days. */
export const takeDeferred =
  (bucket: InterestClaim['bucket']): Take =>
  (account, amount, fate) =>
    takeClaims(account, account.deferred, bucket, amount, fate);

/** Interest run up and not due yet; it is not claimed again on its day. */
export const takeOpenInterest: Take = (account, amount, fate) => {
  const taken = amount > 0 ? Math.min(amount, openInterest(account)) : 0;
  account.inTerm.settled += taken;
  if (fate === 'paid') account.inTerm.paid += taken;
  count(account, 'interest', taken, fate);
  return taken;
};

function takeClaims(
  account: Account,
  claims: readonly InterestClaim[],
  bucket: InterestClaim['bucket'],
  amount: Amount,
  fate: Fate,
  dueOn?: Day,
): Amount {
  let rest = amount;
  for (const claim of claims) {
    const taken = claim.bucket === bucket ? Math.min(rest, claim.left) : 0;
    if (taken === 0 || (dueOn !== undefined && claim.dueOn !== dueOn)) continue;
    if (claims === account.claims) touchLate(account, claim);
    claim.left -= taken;
    if (fate === 'paid') claim.paid += taken;
    rest -= taken;
  }
  count(account, bucket, amount - rest, fate);
  return amount - rest;
}

function count(account: Account, bucket: Bucket, amount: Amount, fate: Fate): void {
  account.settled[fate][bucket] += amount;
  let rest = amount;
  for (const carried of account.carried) {
    if (carried.bucket !== bucket) continue;
    const covered = Math.min(rest, carried.left);
    carried.left -= covered;
    rest -= covered;
  }
}
