import type { Day } from '@soquy/kernel';
import {
  dueDay,
  leftOf,
  newClaim,
  outstandingOf,
  type Account,
  type Carried,
  type InterestClaim,
  type PrincipalAhead,
} from './account.js';
import { crystallise, overdueRunning, sharesOf, touchInTerm, touchLate, touchOverdue } from './accrual.js';
import { owedBuckets } from './allocation.js';
import type { Amount, Grid } from './contract.js';
import { dueDayOf, dueOf, fit, putDues, setInterestDays, takeBack } from './dues.js';
import type { LoanFact, Treatment } from './facts.js';
import { interestDaysOf } from './grid.js';
import { takeInterestDue, takeLateInterest, takeOverdueInterest } from './settle.js';

type Rescheduled = Extract<LoanFact, { kind: 'rescheduled' }>;
type Extended = Extract<LoanFact, { kind: 'extended' }>;

/** New dates within the term. Interest goes on falling due on its days, up to the last of the new ones. */
export function reschedule(account: Account, { instalments, treatment }: Rescheduled): void {
  const dues = moveDues(account, instalments, treatment);
  treatInterest(account, treatment, dues);
  const last = dues.at(-1)?.nominalOn;
  if (last === undefined) return;
  const days = nominalAhead(account).filter((day) => day < last);
  setInterestDays(account, asInterestDays(account, [...days, last]));
}

/** A later end of the term. Interest days go on to it in the contract's rhythm, or in another from now on. */
export function extend(account: Account, { instalments, treatment, maturityOn, grid }: Extended): void {
  const before = account.maturityOn;
  const given = instalments.length > 0 ? instalments : [{ on: maturityOn, principal: 0 }];
  const dues = moveDues(account, given, treatment);
  treatInterest(account, treatment, dues);
  account.maturityOn = maturityOn;
  const days = grid ? rhythm(account, maturityOn, grid) : prolonged(account, before ?? maturityOn, maturityOn);
  setInterestDays(account, asInterestDays(account, days));
}

/** Interest days ahead as they are up to the old end, from there by the contract's grid. */
export function prolonged(account: Account, before: Day, maturityOn: Day): Day[] {
  const onGrid = rhythm(account, maturityOn, {});
  return [...nominalAhead(account).filter((day) => day < before), ...onGrid.filter((day) => day >= before)];
}

function rhythm({ terms, drawings, on }: Account, maturityOn: Day, change: Partial<Grid>): Day[] {
  const startsOn = drawings[0]?.on ?? on;
  return interestDaysOf({ ...terms.grid, ...change }, startsOn, maturityOn).filter((day) => day > on);
}

export const nominalAhead = ({ interestAhead }: Account): Day[] => interestAhead.map(({ nominalOn }) => nominalOn);

export const asInterestDays = (account: Account, nominalDays: readonly Day[]) =>
  [...new Set(nominalDays)].sort().map((nominalOn) => ({ nominalOn, dueOn: dueDayOf(account, nominalOn) }));

/** Puts principal on new days. A plan that does not add up, as after a back-dated repayment, loses or gains at its end. */
function moveDues(account: Account, instalments: Rescheduled['instalments'], treatment: Treatment): PrincipalAhead[] {
  account.restructured = true;
  const moved = takeBack(account);
  const arrears = treatment.overduePrincipal === 'spread' ? takeArrears(account, treatment) : 0;
  const total = moved.reduce((sum, { amount }) => sum + amount, arrears);
  const days = [...instalments].sort((a, b) => (a.on < b.on ? -1 : 1));
  const parts = fit(
    days.map(({ principal }) => principal),
    total,
  );
  const dues = days.map(({ on }, at) => dueOf(account, on, parts[at]!)).filter(({ amount }) => amount > 0);
  putDues(account, dues);
  return dues;
}

/** Principal overdue goes back into the term; the interest that ran on it stays with it. */
function takeArrears(account: Account, { reAge }: Treatment): Amount {
  let arrears = 0;
  const carried: Carried[] = [];
  touchInTerm(account);
  for (const due of account.principal) {
    const left = leftOf(due);
    if (left === 0) continue;
    touchOverdue(account, due);
    due.amount -= left;
    arrears += left;
    carried.push({ since: due.agedFrom, bucket: 'principal', left });
  }
  account.inTerm.balance += arrears;
  if (!reAge) carry(account, carried);
  return arrears;
}

/** Treats interest in arrears as agreed; what falls due today is in arrears from tomorrow, and is treated alike. */
function treatInterest(account: Account, treatment: Treatment, dues: readonly PrincipalAhead[]): void {
  if (treatment.overdueInterest === 'waive') {
    const owed = owedBuckets(account);
    takeInterestDue(account, owed.interest, 'waived');
    takeOverdueInterest(account, owed.overdueInterest, 'waived');
  }
  if (treatment.overdueInterest === 'spread' && dues.length > 0) spreadInterest(account, treatment, dues);
  if (treatment.lateInterest === 'waive') takeLateInterest(account, owedBuckets(account).lateInterest, 'waived');
  if (treatment.reAge) reAge(account);
}

function spreadInterest(account: Account, { reAge: isAgedAnew }: Treatment, dues: readonly PrincipalAhead[]): void {
  const arrears = { interest: 0, overdueInterest: 0 };
  const carried: Carried[] = [];
  const take = (bucket: InterestClaim['bucket'], left: Amount, since: Day) => {
    arrears[bucket] += left;
    carried.push({ since, bucket, left });
  };
  for (const claim of account.claims.filter(({ left }) => left > 0)) {
    touchLate(account, claim);
    take(claim.bucket, claim.left, claim.agedFrom);
    claim.amount -= claim.left;
    claim.left = 0;
  }
  const running = overdueRunning(account);
  const shares = sharesOf(running, account.terms.rounding);
  const agedFrom = new Map(account.principal.map((due) => [due.overdue, due.agedFrom]));
  shares.forEach((share, at) => share > 0 && take('overdueInterest', share, agedFrom.get(running[at]!)!));
  crystallise(
    running,
    shares.map(() => 0),
  );
  const spread = (bucket: InterestClaim['bucket']) =>
    evenly(arrears[bucket], dues.length, account.terms.residue).map((part, at) => newClaim(dueDay(dues[at]!), bucket, part));
  defer(
    account,
    [...spread('interest'), ...spread('overdueInterest')].filter(({ amount }) => amount > 0),
  );
  if (!isAgedAnew) carry(account, carried);
}

/** Keeps since when arrears are; those that were spread before are not counted twice, so that paying all leaves none. */
function carry(account: Account, arrears: readonly Carried[]): void {
  // Principal that is being moved stands under no day just now.
  const owed = { ...owedBuckets(account), principal: outstandingOf(account) };
  for (const { since, bucket, left } of arrears) {
    const before = account.carried.reduce((sum, part) => (part.bucket === bucket ? sum + part.left : sum), 0);
    account.carried.push({ since, bucket, left: Math.min(left, Math.max(0, owed[bucket] - before)) });
  }
}

export function defer(account: Account, claims: readonly InterestClaim[]): void {
  account.deferred = [...account.deferred, ...claims].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
}

function evenly(total: Amount, count: number, residue: 'first' | 'last'): Amount[] {
  const each = Math.floor(total / count);
  const rest = total - each * count;
  return Array.from({ length: count }, (_, at) => (at === (residue === 'last' ? count - 1 : 0) ? each + rest : each));
}

function reAge(account: Account): void {
  for (const due of account.principal) due.agedFrom = account.on;
  for (const claim of account.claims) claim.agedFrom = account.on;
  account.carried = [];
}
