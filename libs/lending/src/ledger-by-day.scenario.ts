import { addDays, daysBetween, type Day } from '@soquy/kernel';
import { inCanonicalOrder } from './canonical-order.js';
import type { Amount, LoanTerms } from './contract.js';
import { BUCKETS, type Bucket, type LoanFact } from './facts.js';
import { scheduleOf } from './schedule.js';

export const everyDay = { isWorkingDay: () => true };

/**
 * The same rules a second time, written for being read: one day after another, every balance summed anew each day, a payment
 * as a sorted list of what is owed. It shares nothing with the ledger but the order of facts and the schedule.
 */
const UNITS = 365n * 10_000n * 100n;
export const whole = (units: bigint): number => Number((2n * units + UNITS) / (2n * UNITS));

export interface Slow {
  dues: { on: Day; left: Amount; ran: bigint; rounded: Amount }[];
  claims: { on: Day; amount: Amount; left: Amount; ran: bigint; ever: bigint; rounded: Amount }[];
  open: bigint;
  openSettled: Amount;
  paid: Record<Bucket, Amount>;
  writtenOff: Record<Bucket, Amount>;
  held: Amount;
  rate: number;
  percent: number;
  frozenUntil: Day;
  reduced: { on: Day; base: Amount[]; total: Amount };
}
type Cell = { readonly kind: Bucket; readonly on: Day; readonly amount: Amount; readonly take: (amount: Amount) => void };

const RANKS: Record<LoanTerms['allocation'], (cell: Cell, today: Day) => number> = {
  overduePrincipalFirst: ({ kind, on }, today) =>
    kind === 'principal' ? (on < today ? 0 : 3) : kind === 'overdueInterest' ? 1 : kind === 'interest' ? 2 : 4,
  interestFirst: ({ kind }) => ['interest', 'overdueInterest', 'lateInterest', 'principal'].indexOf(kind),
  byKind: ({ kind }) => ['lateInterest', 'overdueInterest', 'interest', 'principal'].indexOf(kind),
  byInstalment: ({ kind, on }, today) =>
    (daysBetween(today, on) + 100_000) * 10 + ['lateInterest', 'overdueInterest', 'interest', 'principal'].indexOf(kind),
};

/** Whole parts of what runs on several balances, together the rounded sum. */
export function shares(parts: readonly { ran: bigint; rounded: Amount }[]): Amount[] {
  let sum = 0n;
  return parts.map(({ ran, rounded }) => {
    const before = whole(sum);
    sum += ran;
    return rounded + whole(sum) - before;
  });
}

function cells(slow: Slow, today: Day, terms: LoanTerms): Cell[] {
  const { paid } = slow;
  const due = slow.dues.filter(({ on }) => on <= today);
  const running = (parts: { on: Day; ran: bigint; rounded: Amount }[], kind: Bucket): Cell[] => {
    const owed = shares(parts);
    return parts.map((part, at) => ({
      kind,
      on: part.on,
      amount: owed[at]!,
      take: (amount) => {
        const now = shares(parts);
        parts.forEach((each, index) => Object.assign(each, { ran: 0n, rounded: now[index]! }));
        part.rounded -= amount;
        paid[kind] += amount;
      },
    }));
  };
  const all: Cell[] = [
    ...running(due, 'overdueInterest'),
    ...running(slow.claims, 'lateInterest'),
    ...due.map((part): Cell => ({
      kind: 'principal',
      on: part.on,
      amount: part.left,
      take: (amount) => ((part.left -= amount), (paid.principal += amount)),
    })),
    ...slow.claims.map((part): Cell => ({
      kind: 'interest',
      on: part.on,
      amount: part.left,
      take: (amount) => ((part.left -= amount), (paid.interest += amount)),
    })),
  ];
  const rank = RANKS[terms.allocation];
  return all.sort((a, b) => rank(a, today) - rank(b, today) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0));
}

function use(list: readonly Cell[], amount: Amount): Amount {
  let rest = amount;
  for (const cell of list) {
    const taken = Math.min(rest, cell.amount);
    if (taken > 0) cell.take(taken);
    rest -= taken;
  }
  return rest;
}

function prepay(slow: Slow, today: Day, terms: LoanTerms, amount: Amount): Amount {
  const later = slow.dues.filter(({ on }) => on > today);
  const most = later.reduce((sum, { left }) => sum + left, 0);
  const taken = Math.min(amount, most);
  slow.paid.principal += taken;
  let rest = taken;
  if (terms.prepayment === 'reduceEach') {
    if (slow.reduced.on !== today) slow.reduced = { on: today, base: later.map(({ left }) => left), total: 0 };
    const { reduced } = slow;
    reduced.total += taken;
    const all = reduced.base.reduce((sum, left) => sum + left, 0);
    let seen = 0;
    later.forEach((due, at) => {
      const before = all && Number((BigInt(reduced.total) * BigInt(seen)) / BigInt(all));
      seen += reduced.base[at]!;
      due.left = reduced.base[at]! - ((all && Number((BigInt(reduced.total) * BigInt(seen)) / BigInt(all))) - before);
    });
  } else
    for (const due of terms.prepayment === 'cancelLatest' ? [...later].reverse() : later) {
      const part = Math.min(rest, due.left);
      due.left -= part;
      rest -= part;
    }
  return amount - taken;
}

function payOpen(slow: Slow, amount: Amount): Amount {
  const taken = Math.min(amount, Math.max(0, whole(slow.open) - slow.openSettled));
  slow.openSettled += taken;
  slow.paid.interest += taken;
  return amount - taken;
}

function payAll(slow: Slow, today: Day, terms: LoanTerms, amount: Amount): Amount {
  return payOpen(slow, prepay(slow, today, terms, use(cells(slow, today, terms), amount)));
}

export function owed(slow: Slow): Record<Bucket, Amount> {
  const sum = (amounts: Amount[]) => amounts.reduce((total, amount) => total + amount, 0);
  return {
    principal: sum(slow.dues.map(({ left }) => left)),
    interest: sum(slow.claims.map(({ left }) => left)) + Math.max(0, whole(slow.open) - slow.openSettled),
    overdueInterest: sum(shares(slow.dues)),
    lateInterest: sum(shares(slow.claims)),
  };
}
export const total = (slow: Slow) => Object.values(owed(slow)).reduce((sum, amount) => sum + amount, 0);

function happen(slow: Slow, fact: LoanFact, terms: LoanTerms): void {
  const today = fact.on;
  if (fact.kind === 'rateChanged') {
    slow.rate = fact.annualRateBasisPoints;
    slow.percent = fact.overdueRatePercent ?? slow.percent;
  }
  if (fact.kind === 'frozen') slow.frozenUntil = fact.until ?? '9999-12-31';
  if (fact.kind === 'repaid' && !fact.split) slow.held += payAll(slow, today, terms, fact.amount);
  if (fact.kind === 'repaid' && fact.split) slow.held += paySplit(slow, today, terms, fact);
  if (fact.kind === 'paidOff') {
    slow.held = payAll(slow, today, terms, slow.held);
    payAll(slow, today, terms, total(slow));
  }
  if (fact.kind === 'writtenOff') {
    let rest = Math.min(fact.amounts.principal ?? 0, owed(slow).principal);
    slow.writtenOff.principal += rest;
    for (const due of slow.dues) {
      const part = Math.min(rest, due.left);
      due.left -= part;
      rest -= part;
    }
  }
}

function paySplit(slow: Slow, today: Day, terms: LoanTerms, fact: Extract<LoanFact, { kind: 'repaid' }>): Amount {
  let rest = fact.amount;
  for (const bucket of BUCKETS) {
    let part = Math.min(rest, fact.split![bucket] ?? 0);
    rest -= part;
    const of = cells(slow, today, terms).filter(({ kind }) => kind === bucket);
    part = use(
      [...of].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)),
      part,
    );
    if (bucket === 'principal') part = prepay(slow, today, terms, part);
    if (bucket === 'interest') part = payOpen(slow, part);
    rest += part;
  }
  return rest;
}

export function slowly(terms: LoanTerms, all: readonly LoanFact[], day: Day) {
  const facts = inCanonicalOrder(all).filter(({ on }) => on <= day);
  const drawing = facts.find((fact) => fact.kind === 'disbursed')!;
  const lines = scheduleOf(terms, [drawing as { on: Day; amount: Amount }], everyDay);
  const zero = () => ({ principal: 0, interest: 0, overdueInterest: 0, lateInterest: 0 });
  const slow: Slow = {
    dues: lines
      .filter(({ principal }) => principal > 0)
      .map(({ dueOn: on, principal: left }) => ({ on, left, ran: 0n, rounded: 0 })),
    claims: [],
    open: 0n,
    openSettled: 0,
    paid: zero(),
    writtenOff: zero(),
    held: 0,
    rate: terms.annualRateBasisPoints,
    percent: terms.overdueRatePercent,
    frozenUntil: '',
    reduced: { on: '', base: [], total: 0 },
  };
  for (let today = drawing.on; today <= day; today = addDays(today, 1)) {
    if (today > drawing.on && today > slow.frozenUntil) runOneDay(slow, today, terms);
    if (lines.some(({ dueOn, bearsInterest }) => bearsInterest && dueOn === today)) {
      const amount = whole(slow.open);
      slow.claims.push({ on: today, amount, left: amount - slow.openSettled, ran: 0n, ever: 0n, rounded: 0 });
      Object.assign(slow, { open: 0n, openSettled: 0 });
    }
    if (lines.some(({ dueOn }) => dueOn === today)) slow.held = use(cells(slow, today, terms), slow.held);
    for (const fact of facts) if (fact.on === today) happen(slow, fact, terms);
  }
  return slow;
}

/** The balances at the end of the day before bear interest for one day. */
function runOneDay(slow: Slow, today: Day, terms: LoanTerms): void {
  for (const due of slow.dues) {
    if (due.on >= today) slow.open += BigInt(due.left) * BigInt(slow.rate) * 100n;
    else due.ran += BigInt(due.left) * BigInt(slow.rate) * BigInt(slow.percent);
  }
  for (const claim of slow.claims) {
    const ran = BigInt(claim.left) * BigInt(terms.lateInterestBasisPoints ?? 0) * 100n;
    const cap = (BigInt(claim.amount) * BigInt(terms.lateInterestCapPercent ?? 1_000_000_000) * UNITS) / 100n;
    const counted = claim.ever + ran > cap ? cap - claim.ever : ran;
    claim.ran += counted;
    claim.ever += counted;
  }
}
