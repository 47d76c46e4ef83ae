import { dateOf, dayOf, monthsAfter, type Date } from './by-day-calendar.scenario.js';
import { waive } from './by-day-payments.scenario.js';
import { interestDays, linesOf, workingDay, type Line } from './by-day-plan.scenario.js';
import type { Amount, Grid } from './contract.js';
import type { Bucket, LoanFact, Treatment } from './facts.js';
import {
  claimsAhead,
  leftOf,
  newClaim,
  newPart,
  owed,
  partsAhead,
  pastClaims,
  pastParts,
  shares,
  sumOf,
  type ByDay,
  type Claim,
  type Part,
} from './by-day-loan.scenario.js';

export type DateChange = Extract<LoanFact, { kind: 'rescheduled' | 'extended' | 'holiday' | 'called' }>;
type Put = { readonly nominal: Date; readonly amount: Amount };

/** The contract's plan for what is drawn by now, unless dates were changed: then what is ahead grows in proportion. */
export function draw(loan: ByDay, amount: Amount): void {
  loan.told.push({ on: loan.today, drawn: amount });
  const before = loan.agreed;
  if (!loan.hasNewDates) {
    const isPlanned = replan(loan, amount);
    if (!isPlanned) addByDay(loan, before, amount);
    return;
  }
  const ahead = partsAhead(loan).filter(({ left }) => left > 0);
  if (ahead.length === 0) {
    add(loan, { nominal: Math.max(loan.maturity, loan.today), amount });
    return;
  }
  const base = ahead.map(({ left }) => left);
  const all = BigInt(sumOf(base));
  let seen = 0n;
  ahead.forEach((part, at) => {
    const before = (BigInt(amount) * seen) / all;
    seen += BigInt(base[at]!);
    const more = Number((BigInt(amount) * seen) / all - before);
    part.amount += more;
    part.left += more;
  });
}

/** Takes the contract's plan over if nothing ahead was paid or written off; says whether it did. */
export function replan(loan: ByDay, drawn = 0): boolean {
  const { today, terms, told, calendar } = loan;
  loan.agreed = linesOf(terms, told, calendar);
  const ahead = loan.agreed.filter(({ on }) => on > today);
  const days = ahead.filter(({ bears }) => bears);
  if (days.length > 0) loan.interestDays = days;
  const parts = partsAhead(loan);
  const isUntouched = parts.every(({ left, amount }) => left === amount);
  if (!isUntouched || sumOf(ahead.map(({ principal }) => principal)) !== leftOf(parts) + drawn) return false;
  const planned = ahead.filter(({ principal }) => principal > 0);
  loan.parts = [...pastParts(loan), ...planned.map(({ nominal, on, principal }) => newPart(nominal, on, principal))];
  return true;
}

/** Each day ahead gets what the contract asks there beyond what it asked before; the last makes it add up. */
function addByDay(loan: ByDay, before: readonly Line[], amount: Amount): void {
  const asked = (nominal: Date) => before.find((line) => line.nominal === nominal)?.principal ?? 0;
  const ahead = loan.agreed.filter(({ on }) => on > loan.today);
  const more = ahead.map(({ nominal, principal }) => Math.max(0, principal - asked(nominal)));
  const fitted = fit(more, amount);
  ahead.forEach(({ nominal, on }, at) => {
    const same = partsAhead(loan).find((part) => part.nominal === nominal && part.on === on);
    if (same) Object.assign(same, { amount: same.amount + fitted[at]!, left: same.left + fitted[at]! });
    else if (fitted[at]! > 0) loan.parts.push(newPart(nominal, on, fitted[at]!));
  });
}

function fit(parts: readonly Amount[], total: Amount): Amount[] {
  let rest = total;
  const cut = parts.map((part) => {
    const kept = Math.min(part, rest);
    rest -= kept;
    return kept;
  });
  cut[cut.length - 1]! += rest;
  return cut;
}

const dueDay = ({ terms, calendar, today }: ByDay, nominal: Date): Date => Math.max(today, workingDay(terms, calendar, nominal));
function add(loan: ByDay, { nominal, amount }: Put): Part {
  const part = newPart(nominal, dueDay(loan, nominal), amount);
  loan.parts.push(part);
  return part;
}
const setInterestDays = (loan: ByDay, nominal: readonly Date[]) => {
  const days = [...new Set(nominal)].sort((a, b) => a - b);
  loan.interestDays = days.map((each) => ({ nominal: each, on: dueDay(loan, each) }));
};
/** Days of the contract's rhythm after today, up to an end. */
const rhythm = ({ terms, start, today }: ByDay, end: Date, change: Partial<Grid> = {}): Date[] =>
  interestDays({ ...terms.grid, ...change }, start, end).filter((date) => date > today);

/** Takes what falls due today or later out of its day. */
function takeBack(loan: ByDay): Put[] {
  const from = [...pastParts(loan), ...partsAhead(loan)].filter(({ on, left }) => on >= loan.today && left > 0);
  const taken = from.map(({ nominal, left }) => ({ nominal, amount: left }));
  for (const part of from) Object.assign(part, { amount: part.amount - part.left, left: 0 });
  loan.parts = loan.parts.filter((part) => !from.includes(part) || part.amount > 0);
  return taken;
}

export function changeDates(loan: ByDay, change: DateChange): void {
  loan.hasNewDates = true;
  const taken = takeBack(loan);
  if (change.kind === 'called') call(loan, taken);
  else if (change.kind === 'holiday') holiday(loan, change, taken);
  else restructure(loan, change, taken);
}

function call(loan: ByDay, taken: readonly Put[]): void {
  const { today } = loan;
  for (const { nominal, amount } of taken) loan.parts.push(newPart(nominal, today, amount));
  loan.interestDays = [{ nominal: today, on: today }];
  loan.maturity = today;
  loan.claims = [
    ...pastClaims(loan),
    ...claimsAhead(loan).map((claim) => ({ ...claim, on: today, aged: today, ran: 0n, ever: 0n, asked: 0 })),
  ];
}

function restructure(
  loan: ByDay,
  change: Extract<DateChange, { kind: 'rescheduled' | 'extended' }>,
  taken: readonly Put[],
): void {
  const { today, maturity } = loan;
  const { treatment } = change;
  const late = pastParts(loan).filter(({ on, left }) => on < today && left > 0);
  const isSpread = treatment.overduePrincipal === 'spread';
  const total = sumOf(taken.map(({ amount }) => amount)) + (isSpread ? leftOf(late) : 0);
  const arrears = late.map(({ aged, left }) => ({ bucket: 'principal' as const, since: aged, left }));
  if (isSpread) for (const part of late) Object.assign(part, { amount: part.amount - part.left, left: 0 });
  const given = change.instalments.map(({ on, principal }) => ({ nominal: dateOf(on), amount: principal }));
  const plan = change.kind === 'extended' && given.length === 0 ? [{ nominal: dateOf(change.maturityOn), amount: 0 }] : given;
  plan.sort((a, b) => a.nominal - b.nominal);
  const amounts = fit(
    plan.map(({ amount }) => amount),
    total,
  );
  const put = plan.flatMap(({ nominal }, at) => (amounts[at]! > 0 ? [add(loan, { nominal, amount: amounts[at]! })] : []));
  if (isSpread && !treatment.reAge) carry(loan, arrears);
  treatInterest(loan, treatment, put);
  const before = loan.interestDays.map(({ nominal }) => nominal);
  const last = put.at(-1)?.nominal;
  if (change.kind === 'rescheduled') {
    if (last !== undefined) setInterestDays(loan, [...before.filter((date) => date < last), last]);
    return;
  }
  loan.maturity = dateOf(change.maturityOn);
  const onGrid = rhythm(loan, loan.maturity, change.grid).filter((date) => change.grid || date >= maturity);
  setInterestDays(loan, change.grid ? onGrid : [...before.filter((date) => date < maturity), ...onGrid]);
}

/** Remembers since when arrears are that now stand on later days: of each bucket never more than is owed. */
function carry(loan: ByDay, arrears: readonly { bucket: Bucket; since: Date; left: Amount }[]): void {
  const all = owed(loan);
  for (const { bucket, since, left } of arrears) {
    const known = leftOf(loan.carried.filter((each) => each.bucket === bucket));
    loan.carried.push({ bucket, since, left: Math.min(left, Math.max(0, all[bucket] - known)) });
  }
}

function treatInterest(loan: ByDay, treatment: Treatment, put: readonly Part[]): void {
  if (treatment.overdueInterest === 'waive') for (const bucket of ['interest', 'overdueInterest'] as const) waive(loan, bucket);
  if (treatment.overdueInterest === 'spread' && put.length > 0) spread(loan, put, treatment.reAge);
  if (treatment.lateInterest === 'waive') waive(loan, 'lateInterest');
  if (!treatment.reAge) return;
  for (const each of [...pastParts(loan), ...pastClaims(loan)]) each.aged = loan.today;
  loan.carried = [];
}

function spread(loan: ByDay, put: readonly Part[], isAgedAnew: boolean): void {
  const parts = pastParts(loan);
  const ran = shares(parts, loan.terms);
  const arrears = [
    ...pastClaims(loan).map(({ kind, aged, left }) => ({ bucket: kind, since: aged, left })),
    ...parts.map(({ aged }, at) => ({ bucket: 'overdueInterest' as const, since: aged, left: ran[at]! })),
  ].filter(({ left }) => left > 0);
  for (const part of parts) Object.assign(part, { ran: 0n, asked: 0 });
  for (const claim of pastClaims(loan)) Object.assign(claim, { amount: claim.amount - claim.left, left: 0 });
  for (const kind of ['interest', 'overdueInterest'] as const) {
    const total = leftOf(arrears.filter(({ bucket }) => bucket === kind));
    const each = Math.floor(total / put.length);
    const takesMore = loan.terms.residue === 'last' ? put.length - 1 : 0;
    put.forEach((day, at) => {
      const amount = each + (at === takesMore ? total - each * put.length : 0);
      if (amount > 0) loan.claims.push(newClaim(day, kind, amount, true));
    });
  }
  if (!isAgedAnew) carry(loan, arrears);
}

function holiday(loan: ByDay, change: Extract<DateChange, { kind: 'holiday' }>, taken: readonly Put[]): void {
  const { terms, start, today, maturity } = loan;
  const until = dateOf(change.until);
  const anchor = terms.grid.paymentDay ?? Number(dayOf(start).slice(8));
  let months = 0;
  while (monthsAfter(today, months) < until) months += 1;
  // A day on the contract's grid stays on it.
  const isOnGrid = (date: Date) => monthsAfter(date, 0, anchor) === date;
  const later = (date: Date) => (isOnGrid(date) ? monthsAfter(date, months, anchor) : monthsAfter(date, months));
  const first = taken.find(({ nominal }) => nominal >= until)?.nominal ?? until;
  const move = (date: Date) => (change.shifts ? later(date) : date < until ? first : date);
  const moved = new Map<Date, Amount>();
  for (const { nominal, amount } of taken) moved.set(move(nominal), (moved.get(move(nominal)) ?? 0) + amount);
  for (const [nominal, amount] of moved) add(loan, { nominal, amount });
  if (change.shifts || taken.length > 0) loan.maturity = change.shifts ? move(maturity) : Math.max(maturity, move(maturity));
  const days = loan.interestDays.map(({ nominal }) => nominal);
  if (change.of === 'principalAndInterest')
    setInterestDays(
      loan,
      change.shifts ? days.map(move) : [...days.filter((date) => date >= until), loan.maturity].filter((date) => date > today),
    );
  else if (loan.maturity === maturity) setInterestDays(loan, days);
  else
    setInterestDays(loan, [
      ...days.filter((date) => date < maturity),
      ...rhythm(loan, loan.maturity).filter((date) => date >= maturity),
    ]);
  if (change.of === 'principalAndInterest') putToday(loan);
}

/** Interest that fell due today waits for the next interest day. */
function putToday(loan: ByDay): void {
  const next = loan.interestDays[0];
  if (!next) return;
  for (const claim of pastClaims(loan).filter(({ on, left }) => on === loan.today && left > 0)) {
    loan.claims.push(newClaim(next, claim.kind, claim.left, true));
    Object.assign(claim, { amount: claim.amount - claim.left, left: 0 } satisfies Partial<Claim>);
  }
}
