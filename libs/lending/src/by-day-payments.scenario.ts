import type { Date } from './by-day-calendar.scenario.js';
import type { Allocation, Amount } from './contract.js';
import { BUCKETS, type Bucket } from './facts.js';
import {
  claimsAhead,
  leftOf,
  openOf,
  partsAhead,
  pastClaims,
  pastParts,
  shares,
  sumOf,
  type ByDay,
  type Part,
  type Runs,
} from './by-day-loan.scenario.js';

export type Fate = 'paid' | 'writtenOff' | 'waived';
/** One thing owed that is due; `runs`: it grows from day to day. */
interface Cell {
  readonly kind: Bucket;
  readonly runs: boolean;
  readonly on: Date;
  readonly amount: Amount;
  readonly take: (amount: Amount, fate: Fate) => void;
}

const LATE_FIRST: readonly Bucket[] = ['lateInterest', 'overdueInterest', 'interest', 'principal'];
const INTEREST_FIRST: readonly Bucket[] = ['interest', 'overdueInterest', 'lateInterest', 'principal'];
/** Smaller is paid before larger; what is alike by its day. */
const RANKS: Record<Allocation, (cell: Cell, today: Date) => number> = {
  overduePrincipalFirst: ({ kind, on }, today) =>
    kind === 'principal' ? (on < today ? 0 : 3) : kind === 'overdueInterest' ? 1 : kind === 'interest' ? 2 : 4,
  interestFirst: ({ kind }) => INTEREST_FIRST.indexOf(kind),
  byKind: ({ kind }) => LATE_FIRST.indexOf(kind),
  byInstalment: ({ kind, on }) => on * 10 + LATE_FIRST.indexOf(kind),
};

export function settle({ settled, carried }: ByDay, bucket: Bucket, amount: Amount, fate: Fate): void {
  settled[fate][bucket] += amount;
  let rest = amount;
  for (const each of carried.filter((one) => one.bucket === bucket)) {
    const covered = Math.min(rest, each.left);
    each.left -= covered;
    rest -= covered;
  }
}

function cells(loan: ByDay): Cell[] {
  const running = (items: readonly (Part & Runs)[], kind: Bucket): Cell[] => {
    const owed = shares(items, loan.terms);
    return items.map((item, at) => ({
      kind,
      runs: true,
      on: item.on,
      amount: owed[at]!,
      take: (amount, fate) => {
        const now = shares(items, loan.terms);
        items.forEach((each, index) => Object.assign(each, { ran: 0n, asked: now[index]! }));
        item.asked -= amount;
        settle(loan, kind, amount, fate);
      },
    }));
  };
  const standing = (item: Part, kind: Bucket): Cell => ({
    kind,
    runs: false,
    on: item.on,
    amount: item.left,
    take: (amount, fate) => {
      item.left -= amount;
      if (fate === 'paid') item.paid += amount;
      settle(loan, kind, amount, fate);
    },
  });
  const [parts, claims] = [pastParts(loan), pastClaims(loan)];
  const all = [
    ...running(parts, 'overdueInterest'),
    ...running(claims, 'lateInterest'),
    ...parts.map((part) => standing(part, 'principal')),
    ...claims.map((claim) => standing(claim, claim.kind)),
  ];
  const rank = RANKS[loan.terms.allocation];
  return all.sort((a, b) => rank(a, loan.today) - rank(b, loan.today) || Number(b.runs) - Number(a.runs) || a.on - b.on);
}

function use(list: readonly Cell[], amount: Amount, fate: Fate): Amount {
  let rest = amount;
  for (const cell of list) {
    const taken = Math.min(rest, cell.amount);
    if (taken > 0) cell.take(taken, fate);
    rest -= taken;
  }
  return rest;
}

/** Pays what is due; gives what is left of the money. */
export const payDue = (loan: ByDay, amount: Amount): Amount => use(cells(loan), amount, 'paid');

/** Pays what is due, then what is not; gives what is left of the money. */
export function payAll(loan: ByDay, amount: Amount): Amount {
  let rest = payDue(loan, amount);
  rest -= ahead(loan, rest, 'paid');
  for (const kind of ['overdueInterest', 'interest'] as const) rest -= putOff(loan, kind, rest, 'paid');
  return rest - open(loan, rest, 'paid');
}

/** Takes from one bucket, what is due first; gives what was taken. */
export function payBucket(loan: ByDay, bucket: Bucket, amount: Amount, fate: Fate): Amount {
  let rest = takeDue(loan, bucket, amount, fate);
  if (bucket === 'principal') rest -= ahead(loan, rest, fate);
  if (bucket === 'interest' || bucket === 'overdueInterest') rest -= putOff(loan, bucket, rest, fate);
  if (bucket === 'interest') rest -= open(loan, rest, fate);
  return amount - rest;
}

/** Takes what is due of one bucket; gives what is left to take. */
export function takeDue(loan: ByDay, bucket: Bucket, amount: Amount, fate: Fate): Amount {
  const of = cells(loan).filter(({ kind }) => kind === bucket);
  of.sort((a, b) => Number(b.runs) - Number(a.runs) || a.on - b.on);
  return use(of, amount, fate);
}

function putOff(loan: ByDay, kind: 'interest' | 'overdueInterest', amount: Amount, fate: Fate): Amount {
  let rest = amount;
  for (const claim of claimsAhead(loan).filter((each) => each.kind === kind)) {
    const taken = Math.min(rest, claim.left);
    claim.left -= taken;
    if (fate === 'paid') claim.paid += taken;
    rest -= taken;
  }
  settle(loan, kind, amount - rest, fate);
  return amount - rest;
}

function open(loan: ByDay, amount: Amount, fate: Fate): Amount {
  const taken = Math.min(amount, openOf(loan));
  loan.openSettled += taken;
  if (fate === 'paid') loan.openPaid += taken;
  settle(loan, 'interest', taken, fate);
  return taken;
}

function ahead(loan: ByDay, amount: Amount, fate: Fate): Amount {
  const later = partsAhead(loan);
  const taken = Math.min(amount, leftOf(later));
  const { prepayment } = loan.terms;
  if (fate === 'paid' && prepayment === 'reduceEach') reduceEach(loan, later, taken);
  else fill(fate === 'paid' && prepayment === 'cancelLatest' ? [...later].reverse() : later, taken, fate);
  settle(loan, 'principal', taken, fate);
  return taken;
}

function fill(parts: readonly Part[], amount: Amount, fate: Fate): void {
  let rest = amount;
  for (const part of parts) {
    const taken = Math.min(part.left, rest);
    part.left -= taken;
    if (fate === 'paid') part.paid += taken;
    rest -= taken;
  }
}

/** What is paid on one day is one sum: each part loses its share of it, by what stood there before the first of it. */
function reduceEach(loan: ByDay, later: readonly Part[], amount: Amount): void {
  if (loan.reduced.on !== loan.today) loan.reduced = { on: loan.today, base: later.map(({ left }) => left), total: 0 };
  loan.reduced.total += amount;
  const { base, total } = loan.reduced;
  const all = BigInt(sumOf(base));
  let seen = 0n;
  later.forEach((part, at) => {
    const before = all && (BigInt(total) * seen) / all;
    seen += BigInt(base[at]!);
    const left = base[at]! - Number((all && (BigInt(total) * seen) / all) - before);
    part.paid += part.left - left;
    part.left = left;
  });
}

/** Waives interest that is due, or runs on overdue principal. */
export function waive(loan: ByDay, bucket: (typeof BUCKETS)[number]): void {
  takeDue(loan, bucket, Infinity, 'waived');
}
