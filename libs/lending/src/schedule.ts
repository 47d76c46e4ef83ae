import { isDay, type Day, type WorkingDays } from '@soquy/kernel';
import type { Amount, LoanTerms } from './contract.js';
import { yearSpan, type Periods } from './day-count.js';
import { LendingError, requireWithin } from './errors.js';
import { gridOf, periodsOf, type GridDay } from './grid.js';
import { planOf, type Plan, type Standing } from './plan.js';
import type { Instalment } from './statement.js';
import { checkTerms, MOST_BASIS_POINTS } from './terms.js';
import { interestUnits, toAmount } from './units.js';

/** A part of the loan paid out. */
export interface Drawing {
  readonly on: Day;
  readonly amount: Amount;
}

/** Another rate from the end of a day on. */
export interface RateChange {
  readonly on: Day;
  readonly annualRateBasisPoints: number;
}

/**
 * What falls due, day by day, if everything is paid when due; nothing while nothing is drawn. What a day asks never depends on
 * what happens after it: a later drawing, or for an annuity a change of rate, plans anew what is due after its own day. The
 * sum of all principal is what was drawn. Days with nothing left to ask at the end are left out.
 *
 * Throws a `LendingError` for terms or drawings that make no loan.
 */
export function scheduleOf(
  terms: LoanTerms,
  drawings: readonly Drawing[],
  calendar: WorkingDays,
  rateChanges: readonly RateChange[] = [],
): Instalment[] {
  checkTerms(terms);
  const events = eventsOf(terms, drawings, rateChanges);
  const startsOn = events.find(({ drawn }) => drawn > 0)?.on;
  if (!startsOn) return [];
  const days = gridOf(terms, startsOn, calendar);
  const last = days.at(-1);
  if (!last) return [];
  const lastDrawing = events.findLast(({ drawn }) => drawn > 0)!;
  const maturityOn = terms.plan ? last.dueOn : last.nominalOn;
  if (lastDrawing.on >= maturityOn) throw new LendingError('DrawnAfterMaturity', { on: lastDrawing.on, maturityOn });
  return instalmentsOf(terms, days, events, periodsOf(terms.grid, startsOn, days));
}

/** All that happens on a day, whatever the order it was told in. */
interface Event {
  readonly on: Day;
  readonly drawn: Amount;
  readonly basisPoints?: number;
}

function eventsOf(terms: LoanTerms, drawings: readonly Drawing[], rateChanges: readonly RateChange[]): Event[] {
  const events = new Map<Day, Event>();
  for (const { on, annualRateBasisPoints } of rateChanges) {
    requireDay(on);
    requireWithin('annualRateBasisPoints', annualRateBasisPoints, 0, MOST_BASIS_POINTS);
    events.set(on, { on, drawn: 0, basisPoints: annualRateBasisPoints });
  }
  let drawn = 0;
  for (const { on, amount } of drawings) {
    requireDay(on);
    requireWithin('amount', amount, 1);
    const event = events.get(on) ?? { on, drawn: 0 };
    events.set(on, { ...event, drawn: event.drawn + amount });
    drawn += amount;
  }
  if (drawn > terms.principal) throw new LendingError('DrawnBeyondPrincipal', { drawn, principal: terms.principal });
  return [...events.values()].sort((a, b) => (a.on < b.on ? -1 : 1));
}

function requireDay(day: string): void {
  if (!isDay(day)) throw new LendingError('NotADay', { day });
}

/** A loan on its way through its due days. */
interface Running extends Standing {
  readonly on: Day;
  readonly basisPoints: number;
}

function instalmentsOf(terms: LoanTerms, days: readonly GridDay[], events: readonly Event[], period: Periods): Instalment[] {
  const instalments: Instalment[] = [];
  let running: Running = { on: events[0]!.on, drawn: 0, balance: 0, open: 0n, basisPoints: terms.annualRateBasisPoints };
  let plan: Plan = () => 0;
  let next = 0;
  const { dayCount, rounding } = terms;
  const runTo = (to: Day): Running => {
    const { balance, basisPoints, on: from } = running;
    return { ...running, on: to, open: running.open + interestUnits({ balance, basisPoints, from, to, dayCount, period }) };
  };
  for (const [index, day] of days.entries()) {
    for (; next < events.length && events[next]!.on < day.dueOn; next++) {
      const event = events[next]!;
      running = changed(runTo(event.on), event);
      if (event.drawn > 0 || (followsRate(terms) && running.balance > 0))
        plan = planOf(terms, daysAhead(terms, days.slice(index), running, period), running);
    }
    running = runTo(day.dueOn);
    const interest = day.bearsInterest ? toAmount(running.open, rounding) : 0;
    const principal = plan(day, interest, running.balance);
    const { nominalOn, dueOn, bearsInterest } = day;
    instalments.push({ number: index + 1, nominalOn, dueOn, principal, interest, bearsInterest });
    running = { ...running, balance: running.balance - principal, open: bearsInterest ? 0n : running.open };
  }
  return withoutEmptyEnd(instalments);
}

/** Level amounts are made anew at another rate; not those of a plan that was fixed. */
export const followsRate = ({ plan, repayment }: LoanTerms): boolean => !plan && repayment.method === 'annuity';

const changed = (running: Running, { drawn, basisPoints = running.basisPoints }: Event): Running => ({
  ...running,
  basisPoints,
  drawn: running.drawn + drawn,
  balance: running.balance + drawn,
});

const daysAhead = ({ dayCount }: LoanTerms, days: readonly GridDay[], { on, basisPoints }: Running, period: Periods) =>
  days.map((day, index) => {
    const from = days[index - 1]?.dueOn ?? on;
    return {
      ...day,
      // Only level amounts ask it.
      get unitsPerAmount() {
        return BigInt(basisPoints) * 100n * yearSpan(from, day.dueOn, dayCount, period);
      },
    };
  });

/** A loan that is repaid before its last day ends with the day that repays it. */
function withoutEmptyEnd(instalments: readonly Instalment[]): Instalment[] {
  const last = instalments.findLastIndex(({ principal, interest }) => principal > 0 || interest > 0);
  return instalments.slice(0, last + 1);
}
