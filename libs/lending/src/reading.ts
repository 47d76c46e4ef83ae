import { daysBetween, type Day } from '@soquy/kernel';
import {
  dueDay,
  dueOnOf,
  heldOf,
  leftOf,
  outstandingOf,
  type Account,
  type DueDay,
  type InterestClaim,
  type PrincipalAhead,
  type PrincipalDue,
} from './account.js';
import { inTermUnits, lateRunning, openInterest, overdueRunning, owedOf, touchInTerm } from './accrual.js';
import { payoffOf } from './allocation.js';
import type { Amount } from './contract.js';
import type { Buckets } from './facts.js';
import type { InstalmentState, Owed, Position, Statement } from './statement.js';
import { toAmount } from './units.js';

/** Reads an account as of the end of the day it stands on. */
export const readAccount = (account: Account): Statement => ({
  ...readPosition(account),
  instalments: instalmentsOf(account),
});

/** The same without its instalments, which cost most; in the order it is printed. */
export function readPosition(account: Account): Position {
  const { on, settled, deferred } = account;
  const owed = readOwed(account);
  return {
    on,
    drawn: account.drawn,
    outstanding: owed.outstanding,
    due: owed.due,
    overdue: owed.overdue,
    accruedInterest: owed.accruedInterest,
    deferredInterest: deferred.reduce((sum, { left }) => sum + left, 0),
    paid: { ...settled.paid },
    writtenOff: { ...settled.writtenOff },
    waived: { ...settled.waived },
    recovered: account.recovered,
    held: owed.held,
    daysPastDue: owed.daysPastDue,
    payoff: payoffOf(account),
  };
}

/** The part that asks nothing of the days to come. */
export function readOwed(account: Account): Owed {
  const { terms, on } = account;
  const overdueInterest = owedOf(overdueRunning(account), terms.rounding);
  const lateInterest = owedOf(lateRunning(account), terms.rounding);
  const running: Buckets = { principal: 0, interest: 0, overdueInterest, lateInterest };
  return {
    outstanding: outstandingOf(account),
    due: dueBuckets(account, running, () => true),
    overdue: dueBuckets(account, running, (dueOn) => dueOn < on),
    accruedInterest: openInterest(account),
    held: heldOf(account),
    daysPastDue: daysPastDue(account),
  };
}

function dueBuckets({ claims, principal }: Account, running: Buckets, counts: (dueOn: Day) => boolean): Buckets {
  const buckets = { ...running };
  for (const due of principal) if (counts(due.dueOn)) buckets.principal += leftOf(due);
  for (const claim of claims) if (counts(claim.dueOn)) buckets[claim.bucket] += claim.left;
  return buckets;
}

/** Days since the oldest unpaid principal, or interest, also that which ran on principal paid by now; late interest makes none. */
function daysPastDue(account: Account): number {
  const { on, principal, claims, carried, terms } = account;
  let since = on;
  const count = (from: Day) => {
    if (from < since) since = from;
  };
  for (const due of principal) if (leftOf(due) > 0 || owedOf([due.overdue], terms.rounding) > 0) count(due.agedFrom);
  for (const claim of claims) if (claim.left > 0) count(claim.agedFrom);
  for (const part of carried) if (part.left > 0) count(part.since);
  return daysBetween(since, on);
}

type Line = { -readonly [Field in keyof InstalmentState]: InstalmentState[Field] };

/** All dues and interest days, those of one nominal day together, with what fell due on them and what is to come. */
function instalmentsOf(account: Account): InstalmentState[] {
  const { on, interestDays, interestAhead, claims, deferred, inTerm } = account;
  const lines = new Map<Day, Line>();
  const line = ({ nominalOn, dueOn }: DueDay): Line => {
    const known = lines.get(nominalOn) ?? emptyLine(nominalOn, dueOn);
    lines.set(nominalOn, known);
    return known;
  };
  for (const day of [...interestDays, ...interestAhead]) line(dueDay(day)).bearsInterest = true;
  for (const due of account.principal) addPrincipal(line(due), due, on);
  for (const due of account.ahead) addAhead(line(dueDay(due)), due);
  for (const claim of claims) addClaim(line(claim), claim, on);
  for (const claim of deferred) {
    line(claim).interest += claim.amount;
    line(claim).interestPaid += claim.paid;
  }
  forecast(account).forEach((amount, at) => (line(dueDay(interestAhead[at]!)).interest += amount));
  const [next] = interestAhead;
  if (next) line(dueDay(next)).interestPaid += inTerm.paid;
  return [...lines.values()]
    .sort((a, b) => (a.nominalOn < b.nominalOn ? -1 : 1))
    .map((each, index) => ({ ...each, number: index + 1 }));
}

const emptyLine = (nominalOn: Day, dueOn: Day): Line => ({
  number: 0,
  nominalOn,
  dueOn,
  principal: 0,
  interest: 0,
  bearsInterest: false,
  principalPaid: 0,
  principalOverdue: 0,
  interestDue: 0,
  interestPaid: 0,
  interestOverdue: 0,
  daysPastDue: 0,
});

function addAhead(line: Line, due: PrincipalAhead): void {
  line.principal += due.amount;
  line.principalPaid += due.paid ?? 0;
  if (leftOf(due) > 0) line.dueOn = dueOnOf(due);
}

function addPrincipal(line: Line, due: PrincipalDue, on: Day): void {
  addAhead(line, due);
  const left = leftOf(due);
  if (left === 0 || due.dueOn >= on) return;
  line.principalOverdue += left;
  line.daysPastDue = Math.max(line.daysPastDue, daysBetween(due.agedFrom, on));
}

function addClaim(line: Line, { amount, paid, left, dueOn, agedFrom }: InterestClaim, on: Day): void {
  line.interest += amount;
  line.interestDue += amount;
  line.interestPaid += paid;
  if (left === 0 || dueOn >= on) return;
  line.interestOverdue += left;
  line.daysPastDue = Math.max(line.daysPastDue, daysBetween(agedFrom, on));
}

/** Interest of each day to come, if everything that is not due yet is paid when due and no rate changes. */
function forecast(account: Account): Amount[] {
  touchInTerm(account);
  const { ahead, interestAhead, inTerm, terms } = account;
  let { balance, units } = inTerm;
  let at = 0;
  let from = account.on;
  const run = (to: Day) => {
    if (balance > 0 && to > from) units += BigInt(balance) * inTermUnits(account, from, to);
    from = to;
  };
  return interestAhead.map((day, index) => {
    const dueOn = dueOnOf(day);
    for (; at < ahead.length && dueOnOf(ahead[at]!) < dueOn; at += 1) {
      run(dueOnOf(ahead[at]!));
      balance -= leftOf(ahead[at]!);
    }
    run(dueOn);
    const amount = toAmount(units, terms.rounding);
    units = 0n;
    return index === 0 ? Math.max(amount, inTerm.settled) : amount;
  });
}
