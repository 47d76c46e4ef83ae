import { addMonths, type Day } from '@soquy/kernel';
import { dueDay, newClaim, principalAhead, type Account } from './account.js';
import { touchLate } from './accrual.js';
import { dueOf, later, putDues, setInterestDays, takeBack, type Moved } from './dues.js';
import type { LoanFact } from './facts.js';
import { asInterestDays, defer, nominalAhead, prolonged } from './restructure.js';

type Holiday = Extract<LoanFact, { kind: 'holiday' }>;

/** Nothing falls due in a holiday; what had fallen due before it stays due. Interest runs on. */
export function beginHoliday(account: Account, holiday: Holiday): void {
  account.restructured = true;
  const moved = takeBack(account);
  const { until, shifts } = holiday;
  const months = shifts ? monthsUpTo(account.on, until) : 0;
  const move = shifts ? (day: Day) => shifted(account, day, months) : afterHoliday(moved, until);
  putDues(
    account,
    together(moved.map(({ nominalOn, amount }) => ({ nominalOn: move(nominalOn), amount }))).map(({ nominalOn, amount }) =>
      dueOf(account, nominalOn, amount),
    ),
  );
  const before = account.maturityOn ?? account.on;
  account.maturityOn = shifts ? shifted(account, before, months) : later(before, moved.length > 0 ? move(before) : before);
  setInterestDays(account, asInterestDays(account, interestDaysAfter(account, holiday, before, move)));
  if (holiday.of === 'principalAndInterest') deferToday(account);
}

function interestDaysAfter(account: Account, { of, until, shifts }: Holiday, before: Day, move: (day: Day) => Day): Day[] {
  const maturityOn = account.maturityOn!;
  if (of === 'principal') return maturityOn === before ? nominalAhead(account) : prolonged(account, before, maturityOn);
  const days = nominalAhead(account);
  // A term that is over has no interest day to come.
  return shifts ? days.map(move) : [...days.filter((day) => day >= until), maturityOn].filter((day) => day > account.on);
}

/** How many whole months it takes to reach a day. */
function monthsUpTo(from: Day, until: Day): number {
  let months = 0;
  while (addMonths(from, months) < until) months += 1;
  return months;
}

/** A day on the contract's grid stays on it: the 28th that stood for a 31st becomes a 31st again. */
function shifted({ terms, drawings }: Account, day: Day, months: number): Day {
  const anchorDay = terms.grid.paymentDay ?? Number(drawings[0]?.on.slice(8) ?? day.slice(8));
  return addMonths(day, months, addMonths(day, 0, anchorDay) === day ? anchorDay : Number(day.slice(8)));
}

/** What would fall due in the holiday falls due on the first day of the plan after it, or where there is none as it ends. */
function afterHoliday(moved: readonly Moved[], until: Day): (day: Day) => Day {
  const next = moved.map(({ nominalOn }) => nominalOn).find((day) => day >= until) ?? until;
  return (day) => (day < until ? next : day);
}

function together(moved: readonly Moved[]): Moved[] {
  const byDay = new Map<Day, number>();
  for (const { nominalOn, amount } of moved) byDay.set(nominalOn, (byDay.get(nominalOn) ?? 0) + amount);
  return [...byDay].map(([nominalOn, amount]) => ({ nominalOn, amount }));
}

/** Interest claimed on the first day of the holiday waits for the first interest day after it. */
function deferToday(account: Account): void {
  const next = account.interestAhead[0] && dueDay(account.interestAhead[0]);
  if (!next) return;
  for (const claim of account.claims) {
    if (claim.dueOn !== account.on || claim.left === 0) continue;
    touchLate(account, claim);
    defer(account, [newClaim(next, claim.bucket, claim.left)]);
    claim.amount -= claim.left;
    claim.left = 0;
  }
}

/** The whole debt falls due, so that what is held pays it: all principal, and interest run up to this day. */
export function callIn(account: Account): void {
  account.restructured = true;
  const { on } = account;
  putDues(
    account,
    takeBack(account).map(({ nominalOn, amount }) => principalAhead(nominalOn, on, amount)),
  );
  setInterestDays(account, [{ nominalOn: on, dueOn: on }]);
  account.maturityOn = on;
  account.deferred = account.deferred.map(({ nominalOn, bucket, amount, paid, left }) => ({
    ...newClaim({ nominalOn, dueOn: on }, bucket, amount),
    paid,
    left,
  }));
}
