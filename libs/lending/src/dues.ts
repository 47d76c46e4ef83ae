import { shiftToWorkingDay, type Day } from '@soquy/kernel';
import { leftOf, newPrincipalDue, type Account, type PrincipalDue } from './account.js';
import { touchInTerm } from './accrual.js';
import type { Amount } from './contract.js';
import { endOf, periodsOf } from './grid.js';
import { fill, inProportion } from './prepayment.js';
import { followsRate, scheduleOf } from './schedule.js';
import type { Instalment } from './statement.js';

/** Principal taken out of its day. */
export interface Moved {
  readonly nominalOn: Day;
  readonly amount: Amount;
}

/** Puts money lent under the plan: the contract's schedule until a restructure, then in proportion to what is left. */
export function draw(account: Account, amount: Amount): void {
  touchInTerm(account);
  const { on, terms, drawings, inTerm } = account;
  const isFirst = drawings.length === 0;
  drawings.push({ on, amount });
  account.drawn += amount;
  inTerm.balance += amount;
  if (account.restructured) return addInProportion(account, amount);
  const { agreed, isPlanned } = agree(account);
  if (isFirst) account.maturityOn = endOf(terms, on);
  if (!isPlanned) addByDay(account, agreed, amount);
}

/** A plan of level amounts is made anew at another rate, unless something else has changed it. */
export function agreeAnew(account: Account): void {
  if (followsRate(account.terms) && account.drawings.length > 0 && !account.restructured) agree(account);
}

/** Takes over what the contract now says of the days to come; not where prepayments have changed what they ask. */
function agree(account: Account): { readonly agreed: readonly Instalment[]; readonly isPlanned: boolean } {
  const { terms, drawings, calendar, rateChanges, on, fallen, inTerm, principal } = account;
  const agreed = scheduleOf(terms, drawings, calendar, rateChanges);
  const ahead = agreed.filter(({ dueOn }) => dueOn > on);
  const days = ahead.filter(({ bearsInterest }) => bearsInterest);
  setInterestDays(account, days.length > 0 ? days : account.interestDays.slice(fallen.interest));
  const isUntouched = principal.slice(fallen.principal).every(({ paid, writtenOff }) => paid + writtenOff === 0);
  if (!isUntouched || sumOf(ahead) !== inTerm.balance) return { agreed, isPlanned: false };
  const dues = ahead.filter((line) => line.principal > 0);
  account.principal = [
    ...principal.slice(0, fallen.principal),
    ...dues.map((line) => newPrincipalDue(line.nominalOn, line.dueOn, line.principal)),
  ];
  return { agreed, isPlanned: true };
}

const sumOf = (lines: readonly Instalment[]): Amount => lines.reduce((sum, { principal }) => sum + principal, 0);

/** Adds to each day by how much more the contract asks on it than before. */
function addByDay(account: Account, agreed: readonly Instalment[], amount: Amount): void {
  const asked = new Map(agreedBefore(account).map(({ nominalOn, principal }) => [nominalOn, principal]));
  const ahead = agreed.filter(({ dueOn }) => dueOn > account.on);
  const more = ahead.map(({ nominalOn, principal }) => Math.max(0, principal - (asked.get(nominalOn) ?? 0)));
  const parts = fit(more, amount);
  const dues = ahead.map(({ nominalOn, dueOn }, at) => newPrincipalDue(nominalOn, dueOn, parts[at]!));
  addDues(account, dues);
}

/** What the contract asked before the last drawing, at the rates by which it was last agreed. */
function agreedBefore({ terms, drawings, calendar, rateChanges }: Account): readonly Instalment[] {
  const earlier = drawings.slice(0, -1);
  const last = earlier.at(-1);
  if (!last) return [];
  const rates = followsRate(terms) ? rateChanges : rateChanges.filter(({ on }) => on < last.on);
  return scheduleOf(terms, earlier, calendar, rates);
}

function addInProportion(account: Account, amount: Amount): void {
  const ahead = account.principal.slice(account.fallen.principal).filter((due) => leftOf(due) > 0);
  const weights = ahead.map(leftOf);
  if (weights.length > 0) inProportion(weights, amount).forEach((part, at) => (ahead[at]!.amount += part));
  else addDues(account, [dueOf(account, later(account.maturityOn ?? account.on, account.on), amount)]);
}

/** Adds to the dues of these days that have not come, or makes them. */
function addDues(account: Account, dues: readonly PrincipalDue[]): void {
  const ahead = account.principal.slice(account.fallen.principal);
  const added: PrincipalDue[] = [];
  for (const due of dues.filter(({ amount }) => amount > 0)) {
    const same = ahead.find(({ nominalOn, dueOn }) => nominalOn === due.nominalOn && dueOn === due.dueOn);
    if (same) same.amount += due.amount;
    else added.push(due);
  }
  putDues(account, added);
}

/** Parts as planned, cut from the end or filled up at the end until they add up. */
export function fit(parts: readonly Amount[], total: Amount): Amount[] {
  const fitted = fill(parts, total);
  const rest = total - fitted.reduce((sum, part) => sum + part, 0);
  return fitted.map((part, at) => (at === fitted.length - 1 ? part + rest : part));
}

/** Takes out of its day what falls due on the account's day or later and is not paid. */
export function takeBack(account: Account): Moved[] {
  touchInTerm(account);
  const { on, fallen } = account;
  const moved: Moved[] = [];
  const kept: PrincipalDue[] = [];
  let keptFallen = 0;
  account.principal.forEach((due, at) => {
    const left = due.dueOn < on ? 0 : leftOf(due);
    if (left > 0) moved.push({ nominalOn: due.nominalOn, amount: left });
    if (at < fallen.principal) account.inTerm.balance += left;
    due.amount -= left;
    if (left > 0 && due.amount === 0) return;
    kept.push(due);
    if (at < fallen.principal) keptFallen += 1;
  });
  account.principal = kept;
  fallen.principal = keptFallen;
  account.reduced = undefined;
  return moved;
}

export function putDues(account: Account, dues: readonly PrincipalDue[]): void {
  account.principal = [...account.principal, ...dues].sort((a, b) => (a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : 0));
  account.reduced = undefined;
}

export const dueOf = (account: Account, nominalOn: Day, amount: Amount): PrincipalDue =>
  newPrincipalDue(nominalOn, dueDayOf(account, nominalOn), amount);

/** The day on which something of a nominal day falls due, never before the account's own. */
export function dueDayOf({ terms, calendar, on }: Account, nominalOn: Day): Day {
  const dueOn = terms.grid.nonWorkingDays === 'unchanged' ? nominalOn : shiftToWorkingDay(nominalOn, calendar);
  return later(dueOn, on);
}

/** Sets the interest days that have not come. */
export function setInterestDays(account: Account, days: readonly { readonly nominalOn: Day; readonly dueOn: Day }[]): void {
  const { fallen, terms, drawings } = account;
  const past = account.interestDays.slice(0, fallen.interest);
  account.interestDays = [...past, ...days.map(({ nominalOn, dueOn }) => ({ nominalOn, dueOn }))];
  const startsOn = drawings[0]?.on;
  if (terms.dayCount === 'period' && startsOn) account.periods = periodsOf(terms.grid, startsOn, account.interestDays);
}

export const later = (a: Day, b: Day): Day => (a > b ? a : b);
