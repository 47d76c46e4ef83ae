import type { Day, WorkingDays } from '@soquy/kernel';
import { dateOf, dayOf, monthsAfter, rounded, UNITS, weightsOf, type Date } from './by-day-calendar.scenario.js';
import { changeDates, draw, replan, type DateChange } from './by-day-dates.scenario.js';
import { newClaim, openOf, owed, pastClaims, pastParts, shares, sumOf, type ByDay, type Part } from './by-day-loan.scenario.js';
import { payAll, payBucket, payDue, settle } from './by-day-payments.scenario.js';
import { inCanonicalOrder } from './canonical-order.js';
import type { LoanTerms } from './contract.js';
import { BUCKETS, type LoanFact } from './facts.js';

/**
 * The rules of the ledger a second time, written for being read: one day after another, every balance summed anew each day, a
 * payment as a sorted list of what is owed, a plan as days with parts on them. It shares nothing with the ledger but the types
 * of terms and facts, the order of facts and the kernel's days.
 */
export function byDay(terms: LoanTerms, all: readonly LoanFact[], calendar: WorkingDays, day: Day): ByDay {
  const facts = inCanonicalOrder(all).map((fact) => ({ fact, on: dateOf(fact.on) }));
  const last = dateOf(day);
  const start = facts[0]!.on;
  const loan = newLoan(terms, calendar, start);
  const weight = weightsOf(terms.dayCount, terms.grid.paymentDay ?? Number(dayOf(start).slice(8)));
  let next = 0;
  for (let today = start; today <= last; today += 1) {
    loan.today = today;
    if (today > start && today > loan.frozenUntil) runOneDay(loan, weight(today));
    fallDue(loan);
    for (; facts[next]?.on === today; next += 1) {
      happen(loan, facts[next]!.fact);
      fallDue(loan);
    }
  }
  return loan;
}

function newLoan(terms: LoanTerms, calendar: WorkingDays, start: Date): ByDay {
  const zero = () => ({ principal: 0, interest: 0, overdueInterest: 0, lateInterest: 0 });
  return {
    ...{ terms, calendar, start, today: start, parts: [], claims: [], interestDays: [], open: 0n, openSettled: 0, openPaid: 0 },
    settled: { paid: zero(), writtenOff: zero(), waived: zero() },
    ...{ held: 0, recovered: 0, rate: terms.annualRateBasisPoints, percent: terms.overdueRatePercent, frozenUntil: -Infinity },
    ...{ maturity: monthsAfter(start, terms.grid.termMonths), agreed: [], told: [], hasNewDates: false, carried: [] },
    reduced: { on: NaN, base: [], total: 0 },
    used: new Map(),
  };
}

/** The balances at the end of the day before bear interest for one day. */
function runOneDay(loan: ByDay, weight: number): void {
  const { terms, parts, claims, today, rate, percent } = loan;
  const overdue = BigInt(rate * percent * weight);
  let inTerm = 0;
  for (const part of parts) {
    if (part.on >= today) inTerm += part.left;
    else if (part.left > 0) part.ran += BigInt(part.left) * overdue;
  }
  loan.open += BigInt(inTerm) * BigInt(rate * 100 * weight);
  const { lateInterestBasisPoints = 0, lateInterestCapPercent = Infinity } = terms;
  for (const claim of claims) {
    if (claim.left === 0 || claim.on >= today || claim.kind !== 'interest') continue;
    const ran = BigInt(claim.left) * BigInt(lateInterestBasisPoints * 100 * weight);
    const room =
      lateInterestCapPercent === Infinity ? ran : (BigInt(claim.amount * lateInterestCapPercent) * UNITS) / 100n - claim.ever;
    const counted = ran < room ? ran : room > 0n ? room : 0n;
    claim.ran += counted;
    claim.ever += counted;
  }
}

/** What has come to its day: interest run up is claimed, and what is held pays. */
function fallDue(loan: ByDay): void {
  const { today, terms } = loan;
  const isDue = ({ on, isPast }: Part) => !isPast && on <= today;
  const isThere = loan.interestDays.some(({ on }) => on <= today) || loan.parts.some(isDue) || loan.claims.some(isDue);
  if (!isThere) return;
  const due = [...loan.parts, ...loan.claims].filter(isDue);
  const days = loan.interestDays.filter(({ on }) => on <= today);
  for (const each of due) each.isPast = true;
  for (const day of days) {
    const amount = Math.max(rounded(loan.open, terms.rounding), loan.openSettled);
    const claim = newClaim(day, 'interest', amount, false);
    Object.assign(claim, { left: amount - loan.openSettled, paid: loan.openPaid, isPast: true });
    if (amount > 0) loan.claims.push(claim);
    Object.assign(loan, { open: 0n, openSettled: 0, openPaid: 0 });
  }
  loan.interestDays = loan.interestDays.filter(({ on }) => on > today);
  if (loan.held > 0) loan.held = payDue(loan, loan.held);
}

function happen(loan: ByDay, fact: LoanFact): void {
  if (fact.kind === 'disbursed') draw(loan, fact.amount);
  if (fact.kind === 'repaid') repay(loan, fact);
  if (fact.kind === 'rateChanged') {
    loan.rate = fact.annualRateBasisPoints;
    loan.percent = fact.overdueRatePercent ?? loan.percent;
    loan.told.push({ on: loan.today, rate: loan.rate });
    if (loan.terms.repayment.method === 'annuity' && !loan.hasNewDates) replan(loan);
  }
  if (fact.kind === 'frozen') loan.frozenUntil = fact.until === undefined ? Infinity : dateOf(fact.until);
  if (fact.kind === 'writtenOff') for (const bucket of BUCKETS) payBucket(loan, bucket, fact.amounts[bucket] ?? 0, 'writtenOff');
  if (fact.kind === 'recovered') loan.recovered += fact.amount;
  if (fact.kind === 'paidOff') payOff(loan);
  if (['rescheduled', 'extended', 'holiday', 'called'].includes(fact.kind)) changeDates(loan, fact as DateChange);
}

function repay(loan: ByDay, { id, amount, split }: Extract<LoanFact, { kind: 'repaid' }>): void {
  const before = { ...loan.settled.paid };
  let rest = amount;
  if (!split) rest = payAll(loan, rest);
  else for (const bucket of BUCKETS) rest -= payBucket(loan, bucket, Math.min(rest, split[bucket] ?? 0), 'paid');
  loan.held += rest;
  const { principal, interest, overdueInterest, lateInterest } = loan.settled.paid;
  loan.used.set(id, {
    principal: principal - before.principal,
    interest: interest - before.interest,
    overdueInterest: overdueInterest - before.overdueInterest,
    lateInterest: lateInterest - before.lateInterest,
  });
}

/** Everything owed is paid, from what is held as far as it goes. A fraction that rounds to nothing is not asked, and stays. */
function payOff(loan: ByDay): void {
  const all = owed(loan);
  loan.held = Math.max(0, loan.held - sumOf(Object.values(all)));
  for (const running of [pastParts(loan), pastClaims(loan)])
    if (sumOf(shares(running, loan.terms)) > 0) for (const each of running) Object.assign(each, { ran: 0n, asked: 0 });
  for (const each of [...loan.parts, ...loan.claims]) Object.assign(each, { paid: each.paid + each.left, left: 0 });
  const open = openOf(loan);
  loan.openSettled += open;
  loan.openPaid += open;
  for (const bucket of BUCKETS) settle(loan, bucket, all[bucket], 'paid');
}
