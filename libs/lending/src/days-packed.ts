import { dayFromNumber, dayNumber, type Day } from '@soquy/kernel';
import { dayAhead, dueOnOf, type DayAhead, type PrincipalAhead } from './account.js';
import type { Amount } from './contract.js';

/** Days to come in few signs: the first, and how many days after the one before each other comes. */
interface DaysPacked {
  readonly on: Day;
  readonly gaps?: readonly number[];
  /** By how many days each falls due after its nominal day, where one does. */
  readonly late?: readonly number[];
}

/** An amount that is that of all days stands once; amounts that are 0 on all days are not there. */
interface PrincipalPacked extends DaysPacked {
  readonly amount: Amount | readonly Amount[];
  readonly paid?: Amount | readonly Amount[];
  readonly writtenOff?: Amount | readonly Amount[];
}

/** The days to come of an account. Mostly interest falls due on the days of principal. */
export interface AheadPacked {
  readonly principal?: PrincipalPacked;
  readonly interest?: DaysPacked | 'principal';
}

export interface DaysToCome {
  readonly ahead?: readonly PrincipalAhead[];
  readonly interestAhead?: readonly DayAhead[];
}

/** Undefined where no day is to come. */
export function packAhead({ ahead = [], interestAhead = [] }: DaysToCome): AheadPacked | undefined {
  if (ahead.length + interestAhead.length === 0) return undefined;
  const same = ahead.length === interestAhead.length && ahead.every((due, at) => isSameDay(due, interestAhead[at]!));
  return {
    ...(ahead.length > 0 && { principal: packPrincipal(ahead) }),
    ...(interestAhead.length > 0 && { interest: same ? 'principal' : packDays(interestAhead) }),
  };
}

export function unpackAhead({ principal, interest }: AheadPacked): DaysToCome {
  const dues = principal ? unpackDays(principal) : [];
  return {
    ...(principal && { ahead: dues.map((day, at) => principalOf(day, principal, at)) }),
    ...(interest && { interestAhead: interest === 'principal' ? dues : unpackDays(interest) }),
  };
}

const isSameDay = (a: DayAhead, b: DayAhead): boolean => a.nominalOn === b.nominalOn && dueOnOf(a) === dueOnOf(b);

function packDays(days: readonly DayAhead[]): DaysPacked {
  const numbers = days.map(({ nominalOn }) => dayNumber(nominalOn));
  const gaps = numbers.slice(1).map((number, at) => number - numbers[at]!);
  const isLate = days.some((day) => dueOnOf(day) !== day.nominalOn);
  return {
    on: days[0]!.nominalOn,
    ...(gaps.length > 0 && { gaps }),
    ...(isLate && { late: days.map((day, at) => dayNumber(dueOnOf(day)) - numbers[at]!) }),
  };
}

function unpackDays({ on, gaps = [], late }: DaysPacked): DayAhead[] {
  let number = dayNumber(on);
  const days = [on, ...gaps.map((gap) => dayFromNumber((number += gap)))];
  return days.map((nominalOn, at) => {
    const by = late?.[at] ?? 0;
    return dayAhead(nominalOn, by === 0 ? nominalOn : dayFromNumber(dayNumber(nominalOn) + by));
  });
}

function packPrincipal(dues: readonly PrincipalAhead[]): PrincipalPacked {
  const paid = packAmounts(dues.map((due) => due.paid ?? 0));
  const writtenOff = packAmounts(dues.map((due) => due.writtenOff ?? 0));
  return {
    ...packDays(dues),
    amount: packAmounts(dues.map(({ amount }) => amount)),
    ...(paid !== 0 && { paid }),
    ...(writtenOff !== 0 && { writtenOff }),
  };
}

const packAmounts = (amounts: readonly Amount[]): Amount | readonly Amount[] =>
  amounts.every((amount) => amount === amounts[0]) ? amounts[0]! : amounts;

const amountAt = (amounts: Amount | readonly Amount[] = 0, at: number): Amount =>
  typeof amounts === 'number' ? amounts : amounts[at]!;

function principalOf(day: DayAhead, packed: PrincipalPacked, at: number): PrincipalAhead {
  const paid = amountAt(packed.paid, at);
  const writtenOff = amountAt(packed.writtenOff, at);
  return {
    ...day,
    amount: amountAt(packed.amount, at),
    ...(paid > 0 && { paid }),
    ...(writtenOff > 0 && { writtenOff }),
  };
}
