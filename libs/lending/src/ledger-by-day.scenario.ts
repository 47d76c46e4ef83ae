import type { Day, WorkingDays } from '@soquy/kernel';
import { dateOf, dayOf, monthsAfter, rounded, UNITS, weightsOf, type Date } from './by-day-calendar.scenario.js';
import { changeDates, draw, replan, type DateChange } from './by-day-dates.scenario.js';
import { payAll, payBucket, payDue, settle } from './by-day-payments.scenario.js';
import type { Line, Told } from './by-day-plan.scenario.js';
import { inCanonicalOrder } from './canonical-order.js';
import type { Amount, LoanTerms } from './contract.js';
import { BUCKETS, type Bucket, type LoanFact } from './facts.js';

/**
 * The rules of the ledger a second time, written for being read: one day after another, every balance summed anew each day, a
 * payment as a sorted list of what is owed, a plan as days with parts on them. It shares nothing with the ledger but the types
 * of terms and facts, the order of facts and the kernel's days.
 */
export interface ByDay {
  readonly terms: LoanTerms;
  readonly calendar: WorkingDays;
  readonly start: Date;
  today: Date;
  /** Principal by its day, in the order in which it came to be. */
  parts: Part[];
  /** Interest by its day; what a change of dates put on days to come among it. */
  claims: Claim[];
  interestDays: { readonly nominal: Date; readonly on: Date }[];
  open: bigint;
  openSettled: Amount;
  openPaid: Amount;
  readonly settled: Record<'paid' | 'writtenOff' | 'waived', Record<Bucket, Amount>>;
  held: Amount;
  recovered: Amount;
  rate: number;
  percent: number;
  frozenUntil: Date;
  maturity: Date;
  agreed: readonly Line[];
  readonly told: Told[];
  hasNewDates: boolean;
  carried: { readonly bucket: Bucket; readonly since: Date; left: Amount }[];
  reduced: { readonly on: Date; readonly base: readonly Amount[]; total: Amount };
  readonly used: Map<string, Record<Bucket, Amount>>;
}
/** What runs from day to day: exact in `ran`, and `asked` once a payment has rounded it. */
export interface Runs {
  ran: bigint;
  asked: Amount;
}
export interface Part extends Runs {
  readonly nominal: Date;
  readonly on: Date;
  amount: Amount;
  left: Amount;
  paid: Amount;
  aged: Date;
  isPast: boolean;
}
export interface Claim extends Part {
  readonly kind: 'interest' | 'overdueInterest';
  /** All late interest there ever was on it. */
  ever: bigint;
  readonly isPut: boolean;
}
export const newPart = (nominal: Date, on: Date, amount: Amount): Part => ({
  ...{ nominal, on, amount, left: amount, paid: 0, aged: on, isPast: false, ran: 0n, asked: 0 },
});
export const newClaim = (day: { nominal: Date; on: Date }, kind: Claim['kind'], amount: Amount, isPut: boolean): Claim => ({
  ...{ ...newPart(day.nominal, day.on, amount), kind, ever: 0n, isPut },
});

export const sumOf = (amounts: readonly Amount[]): Amount => amounts.reduce((sum, amount) => sum + amount, 0);
export const leftOf = (items: readonly { left: Amount }[]): Amount => sumOf(items.map(({ left }) => left));
export const openOf = ({ open, openSettled, terms }: ByDay): Amount => Math.max(0, rounded(open, terms.rounding) - openSettled);

/** Whole parts of what runs on several balances, together the rounded sum. */
export function shares(items: readonly Runs[], { rounding }: LoanTerms): Amount[] {
  let sum = 0n;
  return items.map(({ ran, asked }) => {
    const before = rounded(sum, rounding);
    sum += ran;
    return asked + rounded(sum, rounding) - before;
  });
}

export const pastParts = ({ parts }: ByDay): Part[] => inOrder(parts.filter(({ isPast }) => isPast));
export const partsAhead = ({ parts }: ByDay): Part[] => inOrder(parts.filter(({ isPast }) => !isPast));
export const pastClaims = ({ claims }: ByDay): Claim[] => inOrder(claims.filter(({ isPast }) => isPast));
export const claimsAhead = ({ claims }: ByDay): Claim[] => inOrder(claims.filter(({ isPast }) => !isPast));
const inOrder = <Item extends Part | Claim>(items: Item[]): Item[] =>
  items.sort((a, b) => a.on - b.on || Number('isPut' in a && a.isPut) - Number('isPut' in b && b.isPut));

/** What is owed of each bucket, due or not. */
export function owed(loan: ByDay): Record<Bucket, Amount> {
  const claimed = (kind: Claim['kind']) => leftOf(loan.claims.filter((claim) => claim.kind === kind));
  return {
    principal: leftOf(loan.parts),
    interest: claimed('interest') + openOf(loan),
    overdueInterest: claimed('overdueInterest') + sumOf(shares(pastParts(loan), loan.terms)),
    lateInterest: sumOf(shares(pastClaims(loan), loan.terms)),
  };
}

/** A loan at the end of a day. */
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
