import { shiftToWorkingDay, type Day } from '@soquy/kernel';
import { dayAhead, dueDay, dueOnOf, leftOf, principalAhead, type Account, type DueDay, type PrincipalAhead } from './account.js';
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
  const { terms, drawings, calendar, rateChanges, on, inTerm } = account;
  const agreed = scheduleOf(terms, drawings, calendar, rateChanges);
  const ahead = agreed.filter(({ dueOn }) => dueOn > on);
  const days = ahead.filter(({ bearsInterest }) => bearsInterest);
  setInterestDays(account, days.length > 0 ? days : account.interestAhead.map(dueDay));
  const isUntouched = account.ahead.every((due) => leftOf(due) === due.amount);
  if (!isUntouched || sumOf(ahead) !== inTerm.balance) return { agreed, isPlanned: false };
  const dues = ahead.filter(({ principal }) => principal > 0);
  account.ahead = dues.map(({ nominalOn, dueOn, principal }) => principalAhead(nominalOn, dueOn, principal));
  return { agreed, isPlanned: true };
}

const sumOf = (lines: readonly Instalment[]): Amount => lines.reduce((sum, { principal }) => sum + principal, 0);

/** Adds to each day by how much more the contract asks on it than before. */
function addByDay(account: Account, agreed: readonly Instalment[], amount: Amount): void {
  const asked = new Map(agreedBefore(account).map(({ nominalOn, principal }) => [nominalOn, principal]));
  const ahead = agreed.filter(({ dueOn }) => dueOn > account.on);
  const more = ahead.map(({ nominalOn, principal }) => Math.max(0, principal - (asked.get(nominalOn) ?? 0)));
  const parts = fit(more, amount);
  const dues = ahead.map(({ nominalOn, dueOn }, at) => principalAhead(nominalOn, dueOn, parts[at]!));
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
  const parts = inProportion(account.ahead.map(leftOf), amount);
  if (parts.some((part) => part > 0)) account.ahead = account.ahead.map((due, at) => grown(due, parts[at]!));
  else addDues(account, [dueOf(account, later(account.maturityOn ?? account.on, account.on), amount)]);
}

/** Adds to the dues of these days that have not come, or makes them. */
function addDues(account: Account, dues: readonly PrincipalAhead[]): void {
  const added: PrincipalAhead[] = [];
  for (const due of dues.filter(({ amount }) => amount > 0)) {
    const same = account.ahead.findIndex(({ nominalOn, dueOn }) => nominalOn === due.nominalOn && dueOn === due.dueOn);
    if (same < 0) added.push(due);
    else account.ahead = account.ahead.map((known, at) => (at === same ? grown(known, due.amount) : known));
  }
  putDues(account, added);
}

const grown = (due: PrincipalAhead, amount: Amount): PrincipalAhead => ({ ...due, amount: due.amount + amount });

/** Parts as planned, cut from the end or filled up at the end until they add up. */
export function fit(parts: readonly Amount[], total: Amount): Amount[] {
  const fitted = fill(parts, total);
  const rest = total - fitted.reduce((sum, part) => sum + part, 0);
  return fitted.map((part, at) => (at === fitted.length - 1 ? part + rest : part));
}

/** Takes out of its day what falls due on the account's day or later and is not paid. */
export function takeBack(account: Account): Moved[] {
  touchInTerm(account);
  const { on, inTerm } = account;
  const moved: Moved[] = [];
  account.principal = account.principal.filter((due) => {
    const left = due.dueOn < on ? 0 : leftOf(due);
    if (left === 0) return true;
    moved.push({ nominalOn: due.nominalOn, amount: left });
    inTerm.balance += left;
    due.amount -= left;
    return due.amount > 0;
  });
  account.ahead = account.ahead.flatMap((due) => {
    const left = leftOf(due);
    if (left === 0) return due;
    moved.push({ nominalOn: due.nominalOn, amount: left });
    return due.amount > left ? grown(due, -left) : [];
  });
  account.reduced = undefined;
  return moved;
}

export function putDues(account: Account, dues: readonly PrincipalAhead[]): void {
  account.ahead = [...account.ahead, ...dues].sort((a, b) => byText(dueOnOf(a), dueOnOf(b)));
  account.reduced = undefined;
}

const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export const dueOf = (account: Account, nominalOn: Day, amount: Amount): PrincipalAhead =>
  principalAhead(nominalOn, dueDayOf(account, nominalOn), amount);

/** The day on which something of a nominal day falls due, never before the account's own. */
export function dueDayOf({ terms, calendar, on }: Account, nominalOn: Day): Day {
  const dueOn = terms.grid.nonWorkingDays === 'unchanged' ? nominalOn : shiftToWorkingDay(nominalOn, calendar);
  return later(dueOn, on);
}

/** Sets the interest days that have not come. */
export function setInterestDays(account: Account, days: readonly DueDay[]): void {
  account.interestAhead = days.map(({ nominalOn, dueOn }) => dayAhead(nominalOn, dueOn));
  setPeriods(account);
}

/** What a rate a period counts by: all days on which interest falls due. */
export function setPeriods(account: Account): void {
  const { terms, drawings, interestDays, interestAhead } = account;
  const startsOn = drawings[0]?.on;
  if (terms.dayCount === 'period' && startsOn)
    account.periods = periodsOf(terms.grid, startsOn, [...interestDays, ...interestAhead].map(dueDay));
}

export const later = (a: Day, b: Day): Day => (a > b ? a : b);
