import type { WorkingDays } from '@soquy/kernel';
import { dateOf, dayOf, monthsAfter, rounded, weightsOf, type Date } from './by-day-calendar.scenario.js';
import type { Amount, LoanTerms } from './contract.js';

/** What the contract asks on a day, if everything before it is paid when due. */
export interface Line {
  readonly nominal: Date;
  readonly on: Date;
  readonly principal: Amount;
  readonly bears: boolean;
}
type GridLine = Omit<Line, 'principal'> & { readonly parts: number };
export type Told = { readonly on: Date; readonly drawn?: Amount; readonly rate?: number };

export function workingDay(terms: LoanTerms, calendar: WorkingDays, nominal: Date): Date {
  let date = nominal;
  if (terms.grid.nonWorkingDays === 'nextWorkingDay') while (!calendar.isWorkingDay(dayOf(date))) date += 1;
  return date;
}

/** Nominal interest days up to the end, which is one of them. */
export function interestDays({ interestEveryMonths: every, paymentDay }: LoanTerms['grid'], start: Date, end: Date): Date[] {
  const found = [];
  for (let months = 0, date = start; date < end; months += every) {
    date = monthsAfter(start, months, paymentDay);
    if (date > start && date < end) found.push(date);
  }
  return [...found, end];
}

function gridLines({ grid, repayment, ...terms }: LoanTerms, start: Date, calendar: WorkingDays): GridLine[] {
  const end = monthsAfter(start, grid.termMonths);
  let principal = [end];
  if (repayment.method === 'custom') principal = repayment.instalments.map(({ on }) => dateOf(on));
  else if (repayment.method !== 'bullet') {
    const every = grid.principalEveryMonths ?? grid.interestEveryMonths;
    const count = Math.ceil(grid.termMonths / every) - 1;
    const ahead = Array.from({ length: count }, (_, at) => monthsAfter(start, (at + 1) * every, grid.paymentDay));
    principal = [...ahead.filter((date) => date < end && date > monthsAfter(start, grid.graceMonths ?? 0)), end];
  }
  const interest = interestDays(grid, start, principal.at(-1)!);
  const byDue = new Map<Date, GridLine>();
  for (const nominal of [...new Set([...principal, ...interest])].sort((a, b) => a - b)) {
    const on = workingDay({ grid, repayment, ...terms }, calendar, nominal);
    const before = byDue.get(on);
    const parts = (before?.parts ?? 0) + (principal.includes(nominal) ? 1 : 0);
    byDue.set(on, { nominal, on, parts, bears: !!before?.bears || interest.includes(nominal) });
  }
  return [...byDue.values()];
}

interface Running {
  at: Date;
  drawn: Amount;
  balance: Amount;
  open: bigint;
  rate: number;
}
type Rule = (line: GridLine, interest: Amount, running: Running) => Amount;

/** All lines of the contract for what was told of drawings and rates. */
export function linesOf(terms: LoanTerms, told: readonly Told[], calendar: WorkingDays): Line[] {
  const start = told.find(({ drawn }) => drawn)!.on;
  const grid = gridLines(terms, start, calendar);
  const running: Running = { at: told[0]!.on, drawn: 0, balance: 0, open: 0n, rate: terms.annualRateBasisPoints };
  let rule: Rule = () => 0;
  const found: (Line & { readonly interest: Amount })[] = [];
  let next = 0;
  grid.forEach((line, index) => {
    while (next < told.length && told[next]!.on < line.on) {
      const { on } = told[next]!;
      run(terms, start, running, on);
      let [drawn, isLevel] = [0, terms.repayment.method === 'annuity'];
      for (; told[next]?.on === on; next += 1) {
        drawn += told[next]!.drawn ?? 0;
        running.rate = told[next]!.rate ?? running.rate;
      }
      running.drawn += drawn;
      running.balance += drawn;
      isLevel &&= running.balance > 0;
      if (drawn > 0 || isLevel) rule = ruleOf(terms, start, grid.slice(index), { ...running });
    }
    run(terms, start, running, line.on);
    const interest = line.bears ? rounded(running.open, terms.rounding) : 0;
    const asked = line.parts === 0 ? 0 : rule(line, interest, running);
    const principal = index === grid.length - 1 ? running.balance : Math.min(running.balance, Math.max(0, asked));
    running.balance -= principal;
    if (line.bears) running.open = 0n;
    found.push({ nominal: line.nominal, on: line.on, principal, bears: line.bears, interest });
  });
  while (found.length > 0 && found.at(-1)!.principal + found.at(-1)!.interest === 0) found.pop();
  return found;
}

function run({ dayCount, grid }: LoanTerms, start: Date, running: Running, to: Date): void {
  const weight = weightsOf(dayCount, grid.paymentDay ?? Number(dayOf(start).slice(8)));
  let weights = 0;
  while (running.at < to) weights += weight((running.at += 1));
  running.open += BigInt(running.balance) * BigInt(running.rate * 100) * BigInt(weights);
}

function ruleOf(terms: LoanTerms, start: Date, ahead: readonly GridLine[], now: Running): Rule {
  const { repayment, multipleOf = 1, residue } = terms;
  const all = ahead.reduce((sum, { parts }) => sum + parts, 0);
  if (repayment.method === 'equalPrincipal') {
    const each = Math.floor(now.balance / all / multipleOf) * multipleOf;
    const first = ahead.find(({ parts }) => parts > 0);
    const more = residue === 'first' ? now.balance - each * all : 0;
    return (line) => each * line.parts + (line === first ? more : 0);
  }
  if (repayment.method === 'percentOfPrincipal') {
    const each = part(now.drawn * repayment.basisPoints, 10_000 * multipleOf, terms.rounding) * multipleOf;
    return ({ parts }) => each * parts;
  }
  if (repayment.method === 'custom')
    return ({ nominal }, _interest, { drawn, balance }) => {
      const upTo = repayment.instalments.filter(({ on }) => dateOf(on) <= nominal);
      return (
        Math.min(
          drawn,
          upTo.reduce((sum, { principal }) => sum + principal, 0),
        ) -
        (drawn - balance)
      );
    };
  if (repayment.method === 'bullet') return () => 0;
  const level = repayment.method === 'fixedInstalment' ? repayment.amount : levelOf(terms, start, ahead, now);
  return ({ parts }, interest) => level * parts - interest;
}

function part(amount: number, whole: number, rounding: LoanTerms['rounding']): number {
  const down = Math.floor(amount / whole);
  const twice = 2 * (amount - down * whole);
  const half = rounding === 'halfUp' || (rounding === 'halfEven' && down % 2 === 1);
  return rounding !== 'down' && (twice > whole || (twice === whole && half)) ? down + 1 : down;
}

/** Tries levels, halving what is left to try, until the last instalment stops exceeding the level; then which of two is nearer. */
function levelOf(terms: LoanTerms, start: Date, ahead: readonly GridLine[], now: Running): Amount {
  const { multipleOf = 1, rounding } = terms;
  const excess = (level: Amount): number => {
    const running = { ...now };
    let last = 0;
    ahead.forEach(({ on, parts, bears }, index) => {
      run(terms, start, running, on);
      const interest = bears ? rounded(running.open, rounding) : 0;
      if (bears) running.open = 0n;
      const principal = parts > 0 ? Math.min(running.balance, Math.max(0, level * parts - interest)) : 0;
      last = running.balance + interest - level * parts;
      if (index < ahead.length - 1) running.balance -= principal;
    });
    return last;
  };
  let [low, high] = [0, Math.ceil((2 * now.balance) / multipleOf) + 1];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (excess(middle * multipleOf) > 0) low = middle;
    else high = middle;
  }
  const [above, below] = [high, low].map((steps) => Math.abs(excess(steps * multipleOf)));
  return (above! <= below! ? high : low) * multipleOf;
}
