import type { Day } from '@soquy/kernel';
import { leftOf, type Account, type InterestClaim, type PrincipalDue, type Running } from './account.js';
import type { Amount, Rounding } from './contract.js';
import { yearSpan } from './day-count.js';
import { toAmount, UNITS_PER_AMOUNT, type InterestUnits } from './units.js';

/**
 * Lets time pass to the end of a later day. Only the indices move; what runs on a balance is taken from them when the balance
 * changes or is asked for, so that a segment costs the same whatever is owed.
 */
export function accrue(account: Account, to: Day): void {
  const { terms, index, on, overdueRatePercent, annualRateBasisPoints: rate } = account;
  const span = spanOf(account, on, to, false);
  index.inTerm += BigInt(rate * 100) * (terms.dayCount === 'period' ? spanOf(account, on, to, true) : span);
  index.overdue += BigInt(rate * overdueRatePercent) * span;
  index.late += BigInt((terms.lateInterestBasisPoints ?? 0) * 100) * span;
  account.on = to;
}

/** What one amount of principal not due bears from one day to another at the rate of now. */
export const inTermUnits = (account: Account, from: Day, to: Day): InterestUnits =>
  BigInt(account.annualRateBasisPoints * 100) * spanOf(account, from, to, true);

/** In the term a payment day stands for its nominal day; what is late runs from day to day. */
function spanOf({ terms: { dayCount }, frozenUntil, periods }: Account, from: Day, to: Day, inTerm: boolean): bigint {
  const start = frozenUntil !== undefined && frozenUntil > from ? frozenUntil : from;
  if (start >= to) return 0n;
  if (dayCount !== 'period') return yearSpan(start, to, dayCount);
  const { anchorDay, nominalOf } = periods ?? { anchorDay: 1 };
  return yearSpan(start, to, dayCount, inTerm && nominalOf ? { anchorDay, nominalOf } : { anchorDay });
}

export function touchInTerm({ inTerm, index }: Account): void {
  if (inTerm.since === index.inTerm) return;
  inTerm.units += BigInt(inTerm.balance) * (index.inTerm - inTerm.since);
  inTerm.since = index.inTerm;
}

export function touchOverdue({ index }: Account, due: PrincipalDue): void {
  const { overdue } = due;
  if (overdue.since === index.overdue) return;
  const left = leftOf(due);
  if (left > 0) overdue.units += BigInt(left) * (index.overdue - overdue.since);
  overdue.since = index.overdue;
}

/** Never beyond its cap, and never on anything but interest of the term. */
export function touchLate({ index, terms }: Account, { bucket, amount, left, late }: InterestClaim): void {
  if (late.since === index.late) return;
  if (left > 0 && bucket === 'interest') {
    const ran = BigInt(left) * (index.late - late.since);
    const room = lateCap(amount, terms.lateInterestCapPercent) - late.ever;
    const counted = terms.lateInterestCapPercent === undefined || ran < room ? ran : room > 0n ? room : 0n;
    late.units += counted;
    late.ever += counted;
  }
  late.since = index.late;
}

const lateCap = (amount: Amount, percent = 0): bigint => (BigInt(amount) * BigInt(percent) * UNITS_PER_AMOUNT) / 100n;

/** What runs on overdue principal and is not settled, by due, up to date. */
export function overdueRunning(account: Account): Running[] {
  const running: Running[] = [];
  for (const due of account.principal) {
    touchOverdue(account, due);
    if (due.overdue.units > 0n || due.overdue.whole > 0) running.push(due.overdue);
  }
  return running;
}

/** What runs on unpaid interest and is not settled, by claim, up to date. */
export function lateRunning(account: Account): Running[] {
  const running: Running[] = [];
  for (const claim of account.claims) {
    touchLate(account, claim);
    if (claim.late.units > 0n || claim.late.whole > 0) running.push(claim.late);
  }
  return running;
}

/** The whole of it: sum first, round once. */
export function owedOf(running: readonly Running[], rounding: Rounding): Amount {
  let [units, whole] = [0n, 0];
  for (const part of running) {
    units += part.units;
    whole += part.whole;
  }
  return whole + (units > 0n ? toAmount(units, rounding) : 0);
}

/** What each part is owed of the rounded whole: what the rounded running sum grows by with it, so that together they are it. */
export function sharesOf(running: readonly Running[], rounding: Rounding): Amount[] {
  let [units, before] = [0n, 0];
  return running.map((part) => {
    if (part.units === 0n) return part.whole;
    units += part.units;
    const now = toAmount(units, rounding);
    const share = part.whole + now - before;
    before = now;
    return share;
  });
}

/** Rounds what runs because something is done about it. */
export function crystallise(running: readonly Running[], shares: readonly Amount[]): void {
  running.forEach((part, at) => Object.assign(part, { whole: shares[at]!, units: 0n }));
}

/** Interest of the term run up and not due yet, less what was settled ahead. */
export function openInterest(account: Account): Amount {
  touchInTerm(account);
  return Math.max(0, toAmount(account.inTerm.units, account.terms.rounding) - account.inTerm.settled);
}
