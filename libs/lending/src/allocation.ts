import type { Day } from '@soquy/kernel';
import { heldOf, leftOf, newClaim, type Account, type Fate, type Held, type PrincipalAhead, type Running } from './account.js';
import { lateRunning, openInterest, overdueRunning, owedOf } from './accrual.js';
import type { Allocation, Amount } from './contract.js';
import { BUCKETS, type Bucket, type Buckets, type LedgerFact } from './facts.js';
import { fill, prepaidParts } from './prepayment.js';
import {
  takeDeferred,
  takeInterestDue,
  takeLateInterest,
  takeOpenInterest,
  takeOverdueInterest,
  takeOverduePrincipal,
  takePrincipalAhead,
  takePrincipalDue,
  type Take,
} from './settle.js';

/** Parts of what is due, in the order in which a payment meets them. */
interface Order {
  readonly parts: readonly Take[];
  /** All parts of the oldest instalment before any of the next. */
  readonly instalmentByInstalment?: boolean;
}

/**
 * The orders a contract can name (domain.md I6). `overduePrincipalFirst` is TT 39/2016/TT-NHNN A18(4): principal first where
 * it is overdue, otherwise interest first. What falls due today is not overdue, so that interest due comes before principal due
 * today: our choice; of a debt with overdue parts TT 06/2023/TT-NHNN (from memory) takes principal due before interest due. The
 * last two take the parts alike, across or along the instalments.
 */
const ORDERS: Readonly<Record<Allocation, Order>> = {
  overduePrincipalFirst: {
    parts: [takeOverduePrincipal, takeOverdueInterest, takeInterestDue, takePrincipalDue, takeLateInterest],
  },
  interestFirst: { parts: [takeInterestDue, takeOverdueInterest, takeLateInterest, takePrincipalDue] },
  byInstalment: {
    parts: [takeLateInterest, takeOverdueInterest, takeInterestDue, takePrincipalDue],
    instalmentByInstalment: true,
  },
  byKind: { parts: [takeLateInterest, takeOverdueInterest, takeInterestDue, takePrincipalDue] },
};

const takeAhead: Take = (account, amount, fate) => {
  const later = account.ahead.map(leftOf);
  const taken = Math.min(
    amount,
    later.reduce((sum, left) => sum + left, 0),
  );
  if (taken === 0) return 0;
  // What is written off is not early payment: nobody agreed which dues it shortens, so it takes the oldest like any debt.
  takePrincipalAhead(account, fate === 'paid' ? prepaidParts(account, taken) : fill(later, taken), fate);
  if (fate !== 'paid') account.reduced = undefined;
  return taken;
};

/** After everything due: principal by the contract's `prepayment`, then interest that is not due yet. */
const AHEAD: readonly Take[] = [takeAhead, takeDeferred('overdueInterest'), takeDeferred('interest'), takeOpenInterest];

/** All of one bucket, the due part first. */
const OF_BUCKET: Readonly<Record<Bucket, readonly Take[]>> = {
  principal: [takePrincipalDue, takeAhead],
  interest: [takeInterestDue, takeDeferred('interest'), takeOpenInterest],
  overdueInterest: [takeOverdueInterest, takeDeferred('overdueInterest')],
  lateInterest: [takeLateInterest],
};

const PRINCIPAL: readonly Take[] = [takeOverduePrincipal, takePrincipalDue, takeAhead];

/** Interest of every kind, in the contract's order, then what is not due yet. */
const interestOf = ({ terms }: Account): readonly Take[] =>
  [...ORDERS[terms.allocation].parts, ...AHEAD].filter((take) => !PRINCIPAL.includes(take));

function takeAll(parts: readonly Take[], account: Account, amount: Amount, fate: Fate, dueOn?: Day): Amount {
  let rest = amount;
  for (const take of parts) if (rest > 0) rest -= take(account, rest, fate, dueOn);
  return amount - rest;
}

export const takeBucket = (account: Account, bucket: Bucket, amount: Amount, fate: Fate): Amount =>
  takeAll(OF_BUCKET[bucket], account, amount, fate);

function takeDue(account: Account, amount: Amount): Amount {
  const { parts, instalmentByInstalment } = ORDERS[account.terms.allocation];
  if (!instalmentByInstalment) return takeAll(parts, account, amount, 'paid');
  let rest = amount;
  for (const day of dueDays(account)) if (rest > 0) rest -= takeAll(parts, account, rest, 'paid', day);
  return amount - rest;
}

/** Days of which something due is left, the oldest first. */
function dueDays({ principal, claims }: Account): Day[] {
  const days = new Set<Day>();
  const runs = ({ units, whole }: Running) => units > 0n || whole > 0;
  for (const due of principal) if (leftOf(due) > 0 || runs(due.overdue)) days.add(due.dueOn);
  for (const { left, late, dueOn } of claims) if (left > 0 || runs(late)) days.add(dueOn);
  return [...days].sort();
}

/** Books a payment; what is beyond the whole debt is held. What a split names beyond what is owed there is held as well. */
export function pay(account: Account, factId: string, amount: Amount, split?: Partial<Buckets>): void {
  useAdvances(account);
  const row = before(account);
  let rest = amount;
  for (const bucket of BUCKETS) if (split?.[bucket]) rest -= takeBucket(account, bucket, Math.min(rest, split[bucket]), 'paid');
  if (!split) {
    rest -= takeDue(account, rest);
    rest -= takeAll(AHEAD, account, rest, 'paid');
  }
  if (rest > 0) account.held.push({ factId, left: rest });
  account.allocated.push({ factId, on: account.on, ...row(), held: rest });
}

/** Takes over what was booked as principal and as interest. */
export function book(
  account: Account,
  { id, principal, interest, fromAdvance = 0 }: Extract<LedgerFact, { kind: 'booked' }>,
): void {
  const row = before(account);
  const beyond = principal - takeAll(PRINCIPAL, account, principal, 'paid');
  const ahead = interest - takeAll(interestOf(account), account, interest, 'paid');
  if (beyond > 0) account.held.push({ factId: id, left: beyond });
  if (ahead > 0) account.advances.push({ factId: id, left: ahead });
  account.allocated.push({ factId: id, on: account.on, ...row(), held: beyond + ahead });
  if (fromAdvance > 0) takeFromAdvances(account, fromAdvance);
}

function takeFromAdvances(account: Account, amount: Amount): void {
  let rest = amount;
  for (const advance of account.advances) {
    const taken = Math.min(rest, advance.left);
    advance.left -= taken;
    rest -= taken;
  }
  account.advances = account.advances.filter(({ left }) => left > 0);
  if (rest === 0) return;
  const claim = newClaim({ nominalOn: account.on, dueOn: account.on }, 'interest', rest);
  claim.late.since = account.index.late;
  account.claims.push(claim);
}

/** What was paid ahead as interest pays interest owed by now. */
export const useAdvances = (account: Account): void => {
  if (account.advances.length > 0)
    useUp(account, account.advances, (left) => takeAll(interestOf(account), account, left, 'paid'));
};

/** Pays whatever is owed that day, what is held first; gives what that took. */
export function payOff(account: Account, factId: string): void {
  useAdvances(account);
  useUp(account, account.held, (left) => takeDue(account, left));
  useUp(account, account.held, (left) => takeAll(AHEAD, account, left, 'paid'));
  pay(account, factId, owedOn(account));
}

/** What is held pays what falls due next; an advance only interest. */
export function payDueFromHeld(account: Account): void {
  const due = interestOf(account).filter((take) => !AHEAD.includes(take));
  useUp(account, account.advances, (left) => takeAll(due, account, left, 'paid'));
  useUp(account, account.held, (left) => takeDue(account, left));
}

function useUp(account: Account, kept: Held[], take: (left: Amount) => Amount): void {
  for (const held of kept) {
    const row = before(account);
    const used = take(held.left);
    held.left -= used;
    if (used > 0) account.allocated.push({ factId: held.factId, on: account.on, ...row(), held: 0 });
    if (held.left > 0) break;
  }
  while (kept[0]?.left === 0) kept.shift();
}

/** Gives what was paid since then, bucket by bucket. */
function before({ settled: { paid } }: Account): () => Buckets {
  const { principal, interest, overdueInterest, lateInterest } = paid;
  return () => ({
    principal: paid.principal - principal,
    interest: paid.interest - interest,
    overdueInterest: paid.overdueInterest - overdueInterest,
    lateInterest: paid.lateInterest - lateInterest,
  });
}

/** All that is owed of each bucket on the day the account stands on, due or not. */
export function owedBuckets(account: Account): Buckets {
  const { terms, principal, ahead, claims, deferred } = account;
  const sum = (bucket: Bucket) =>
    [...claims, ...deferred].reduce((total, claim) => total + (claim.bucket === bucket ? claim.left : 0), 0);
  return {
    principal: sumLeft(principal) + sumLeft(ahead),
    interest: sum('interest') + openInterest(account),
    overdueInterest: sum('overdueInterest') + owedOf(overdueRunning(account), terms.rounding),
    lateInterest: owedOf(lateRunning(account), terms.rounding),
  };
}

const sumLeft = (dues: readonly PrincipalAhead[]): Amount => dues.reduce((total, due) => total + leftOf(due), 0);

const owedOn = (account: Account): Amount => Object.values(owedBuckets(account)).reduce((sum, part) => sum + part, 0);

/** What would close the loan on the day the account stands on. */
export const payoffOf = (account: Account): Amount => Math.max(0, owedOn(account) - heldOf(account));
