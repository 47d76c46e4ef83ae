import { isDeepStrictEqual } from 'node:util';
import { dayOf, rounded, weightsOf } from './by-day-calendar.scenario.js';
import type { Amount } from './contract.js';
import {
  claimsAhead,
  leftOf,
  openOf,
  owed,
  partsAhead,
  pastClaims,
  pastParts,
  shares,
  sumOf,
  type ByDay,
  type Part,
} from './by-day-loan.scenario.js';
import { byDay } from './ledger-by-day.scenario.js';
import type { History } from './ledger-histories.scenario.js';
import { ledgerOf } from './ledger.js';
import type { Statement } from './statement.js';

/** What the ledger and the second writing say of a history; undefined where both say the same. */
export function difference(history: History): { readonly ledger: unknown; readonly second: unknown } | undefined {
  const { terms, facts, calendar, day } = history;
  const [ledger, second] = [said(history), told(byDay(terms, facts, calendar, day))];
  return isDeepStrictEqual(ledger, second) ? undefined : { ledger, second };
}

const FIELDS = [
  'principal',
  'principalPaid',
  'principalOverdue',
  'interest',
  'interestDue',
  'interestPaid',
  'interestOverdue',
] as const;
type Line = Record<(typeof FIELDS)[number] | 'daysPastDue', number>;

/** What the second writing says of a loan, in the words of a statement. */
function told(loan: ByDay) {
  const { terms, settled, held, recovered, today } = loan;
  const [parts, claims] = [pastParts(loan), pastClaims(loan)];
  const rounded = { overdueInterest: sumOf(shares(parts, terms)), lateInterest: sumOf(shares(claims, terms)) };
  const buckets = (isMeant: (part: Part) => boolean) => {
    const of = (kind: string) => leftOf(claims.filter((claim) => claim.kind === kind && isMeant(claim)));
    return {
      principal: leftOf(parts.filter(isMeant)),
      interest: of('interest'),
      overdueInterest: of('overdueInterest') + rounded.overdueInterest,
      lateInterest: rounded.lateInterest,
    };
  };
  const since = [
    ...parts.filter((part) => part.left > 0 || shares([part], terms)[0]! > 0).map(({ aged }) => aged),
    ...claims.filter(({ left }) => left > 0).map(({ aged }) => aged),
    ...loan.carried.filter(({ left }) => left > 0).map((each) => each.since),
  ];
  return {
    drawn: sumOf(loan.parts.map(({ amount }) => amount)),
    outstanding: owed(loan).principal,
    ...{ ...settled, held, recovered },
    due: buckets(() => true),
    overdue: buckets(({ on }) => on < today),
    accruedInterest: openOf(loan),
    deferredInterest: leftOf(claimsAhead(loan)),
    payoff: Math.max(0, sumOf(Object.values(owed(loan))) - held),
    daysPastDue: Math.max(0, ...since.map((date) => today - date)),
    lines: linesOf(loan),
    used: Object.fromEntries(loan.used),
  };
}

function linesOf(loan: ByDay): [string, Line][] {
  const { today } = loan;
  const lines = new Map<string, Line>();
  const at = (nominal: number): Line => {
    const none = Object.fromEntries([...FIELDS, 'daysPastDue'].map((field) => [field, 0])) as Line;
    const line = lines.get(dayOf(nominal)) ?? none;
    lines.set(dayOf(nominal), line);
    return line;
  };
  const late = (line: Line, { on, left, aged }: Part): boolean => {
    const is = left > 0 && on < today;
    if (is) line.daysPastDue = Math.max(line.daysPastDue, today - aged);
    return is;
  };
  for (const part of loan.parts) {
    const line = at(part.nominal);
    line.principal += part.amount;
    line.principalPaid += part.paid;
    if (late(line, part)) line.principalOverdue += part.left;
  }
  for (const claim of loan.claims) {
    const line = at(claim.nominal);
    line.interest += claim.amount;
    line.interestPaid += claim.paid;
    if (claim.isPast) line.interestDue += claim.amount;
    if (claim.isPast && late(line, claim)) line.interestOverdue += claim.left;
  }
  foreseen(loan).forEach((amount, index) => (at(loan.interestDays[index]!.nominal).interest += amount));
  if (loan.interestDays[0]) at(loan.interestDays[0].nominal).interestPaid += loan.openPaid;
  return withSomething([...lines]);
}

/** Interest of each day to come, if all that is not due is paid when due. */
function foreseen(loan: ByDay): Amount[] {
  const { terms, start, frozenUntil, rate } = loan;
  const weight = weightsOf(terms.dayCount, terms.grid.paymentDay ?? Number(dayOf(start).slice(8)));
  const parts = partsAhead(loan).map(({ on, left }) => ({ on, left }));
  let { today, open } = loan;
  return loan.interestDays.map(({ on }, index) => {
    while (today < on) {
      today += 1;
      const balance = leftOf(parts.filter((part) => part.on >= today));
      if (today > frozenUntil) open += BigInt(balance) * BigInt(rate * 100 * weight(today));
    }
    const amount = rounded(open, terms.rounding);
    open = 0n;
    return index === 0 ? Math.max(amount, loan.openSettled) : amount;
  });
}

const withSomething = (lines: readonly [string, Line][]): [string, Line][] =>
  lines.filter(([, line]) => Object.values(line).some((value) => value !== 0)).sort(([a], [b]) => (a < b ? -1 : 1));

/** The same of the ledger. */
function said({ terms, facts, calendar, day }: History) {
  const ledger = ledgerOf(terms, facts, calendar);
  const { instalments, on: _on, ...statement } = ledger.on(day) as Statement;
  const used: Record<string, unknown> = {};
  for (const { factId, on: _paidOn, held: _held, ...buckets } of ledger.allocations(day))
    if (facts.some(({ id, kind }) => id === factId && kind === 'repaid')) used[factId] ??= buckets;
  const lines = instalments.map(({ nominalOn, ...line }): [string, Line] => [
    nominalOn,
    Object.fromEntries([...FIELDS, 'daysPastDue' as const].map((field) => [field, line[field]])) as Line,
  ]);
  return { ...statement, lines: withSomething(lines), used };
}
