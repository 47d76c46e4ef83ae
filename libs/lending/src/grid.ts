import { addDays, addMonths, shiftToWorkingDay, type Day, type WorkingDays } from '@soquy/kernel';
import type { Grid, LoanTerms } from './contract.js';
import type { Periods } from './day-count.js';
import { LendingError } from './errors.js';

/** A day on which something falls due, before any amount is known. */
export interface GridDay {
  /** Anchors the grid and never moves with holidays. */
  readonly nominalOn: Day;
  /** The day it falls due in fact, never before the nominal one. */
  readonly dueOn: Day;
  /** How many instalments of principal fall due: 0 or 1, more only where a shift brought two nominal days together. */
  readonly parts: number;
  readonly bearsInterest: boolean;
}

/** What the days of a contract follow from. */
type Agreed = Pick<LoanTerms, 'grid' | 'repayment' | 'plan'>;

/** The nominal day on which a loan ends: of its plan, or else of its term. */
export const endOf = ({ grid, plan }: Agreed, startsOn: Day): Day => plan?.at(-1)?.nominalOn ?? maturityOf(grid, startsOn);

/** The end of the term: the same day so many months later, or that month's last (Civil Code A148, domain.md I4). */
export const maturityOf = (grid: Grid, startsOn: Day): Day => addMonths(startsOn, grid.termMonths);

/**
 * All due days of a loan, in order. Each is counted from the first disbursement, not from the day before it: a 31st comes
 * back after February, and a shift never drifts (EX-6 to EX-9). Everything ends with the term. With a payment day of its own
 * the first interest period may be a short one, up to that day of the first month.
 */
export function gridOf(terms: Agreed, startsOn: Day, calendar: WorkingDays): GridDay[] {
  if (terms.plan) return together(terms.plan.map(({ principal, ...day }) => ({ ...day, parts: principal > 0 ? 1 : 0 })));
  const principalDays = principalDaysOf(terms, startsOn);
  const interestDays = interestDaysOf(terms.grid, startsOn, principalDays.at(-1)!);
  return gridOfDays(principalDays, interestDays, terms.grid.nonWorkingDays, calendar);
}

/** The same for days that are known: of a restructured loan, for example. */
export function gridOfDays(
  principalDays: readonly Day[],
  interestDays: readonly Day[],
  nonWorkingDays: Grid['nonWorkingDays'],
  calendar: WorkingDays,
): GridDay[] {
  const principal = new Set(principalDays);
  const interest = new Set(interestDays);
  const days = [...new Set([...principal, ...interest])].sort().map((nominalOn) => ({
    nominalOn,
    dueOn: nonWorkingDays === 'unchanged' ? nominalOn : shiftToWorkingDay(nominalOn, calendar),
    parts: principal.has(nominalOn) ? 1 : 0,
    bearsInterest: interest.has(nominalOn),
  }));
  return together(days);
}

/** Days that fall due on one day are one due day, under the later name. */
function together(days: readonly GridDay[]): GridDay[] {
  const merged: GridDay[] = [];
  for (const day of days) {
    const last = merged.at(-1);
    if (last?.dueOn !== day.dueOn) merged.push(day);
    else
      merged[merged.length - 1] = {
        ...day,
        parts: last.parts + day.parts,
        bearsInterest: last.bearsInterest || day.bearsInterest,
      };
  }
  return merged;
}

/** Nominal days on which principal falls due, the end of the loan last. */
export function principalDaysOf({ grid, repayment }: Pick<LoanTerms, 'grid' | 'repayment'>, startsOn: Day): Day[] {
  const maturityOn = maturityOf(grid, startsOn);
  if (repayment.method === 'bullet') return [maturityOn];
  if (repayment.method === 'custom') {
    const days = repayment.instalments.map(({ on }) => on);
    const outside = days.find((on) => on <= startsOn || on > maturityOn);
    if (outside) throw new LendingError('InstalmentOutsideTerm', { on: outside, startsOn, maturityOn });
    return days;
  }
  const every = grid.principalEveryMonths ?? grid.interestEveryMonths;
  const graceEndsOn = addMonths(startsOn, grid.graceMonths ?? 0);
  const days: Day[] = [];
  for (let months = every; months < grid.termMonths; months += every) days.push(addMonths(startsOn, months, grid.paymentDay));
  return [...days.filter((day) => day > graceEndsOn && day < maturityOn), maturityOn];
}

/** Nominal days on which interest falls due, up to the last day of the loan. */
export function interestDaysOf(grid: Grid, startsOn: Day, endsOn: Day): Day[] {
  const days: Day[] = [];
  for (let months = 0; ; months += grid.interestEveryMonths) {
    const day = addMonths(startsOn, months, grid.paymentDay);
    if (day >= endsOn) return [...days, endsOn];
    if (day > startsOn) days.push(day);
  }
}

/** What a rate a period counts by: months from payment day to payment day, shifted days standing for their nominal day. */
export function periodsOf(
  grid: Pick<Grid, 'paymentDay'>,
  startsOn: Day,
  days: readonly Pick<GridDay, 'nominalOn' | 'dueOn'>[],
): Periods {
  let nominal: ReadonlyMap<Day, Day> | undefined;
  const nominalOf = (day: Day): Day => (nominal ??= nominalDays(days)).get(day) ?? day;
  return { anchorDay: grid.paymentDay ?? Number(startsOn.slice(8)), nominalOf };
}

/** By each day after a nominal day up to the one it was shifted to. */
function nominalDays(days: readonly Pick<GridDay, 'nominalOn' | 'dueOn'>[]): ReadonlyMap<Day, Day> {
  const nominal = new Map<Day, Day>();
  for (const { nominalOn, dueOn } of days)
    for (let day = nominalOn; day < dueOn;) nominal.set((day = addDays(day, 1)), nominalOn);
  return nominal;
}
