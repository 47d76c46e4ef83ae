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

/** `until`: only the days before the first that falls due after it. */
export function unpackAhead({ principal, interest }: AheadPacked, until?: Day): DaysToCome {
  const last = until === undefined ? Infinity : dayNumber(until);
  const dues = principal ? unpackDays(principal, last) : [];
  return {
    ...(principal && { ahead: dues.map((day, at) => principalOf(day, principal, at)) }),
    ...(interest && { interestAhead: interest === 'principal' ? dues : unpackDays(interest, last) }),
  };
}

const isSameDay = (a: DayAhead, b: DayAhead): boolean => a.nominalOn === b.nominalOn && dueOnOf(a) === dueOnOf(b);

/** One pass over the days: this is done with each fact of each loan. */
function packDays(days: readonly DayAhead[]): DaysPacked {
  const on = days[0]!.nominalOn;
  const gaps: number[] = [];
  let late: number[] | undefined;
  let before = dayNumber(on);
  for (let at = 0; at < days.length; at += 1) {
    const { nominalOn, dueOn = nominalOn } = days[at]!;
    const number = at === 0 ? before : dayNumber(nominalOn);
    if (at > 0) gaps.push(number - before);
    if (dueOn !== nominalOn) late ??= Array<number>(days.length).fill(0);
    if (late) late[at] = dayNumber(dueOn) - number;
    before = number;
  }
  return { on, ...(gaps.length > 0 && { gaps }), ...(late && { late }) };
}

function unpackDays({ on, gaps = [], late }: DaysPacked, last: number): DayAhead[] {
  const days: DayAhead[] = [];
  let number = dayNumber(on);
  for (let at = 0; at <= gaps.length; at += 1) {
    if (at > 0) number += gaps[at - 1]!;
    const by = late?.[at] ?? 0;
    if (number + by > last) break;
    const nominalOn = at === 0 ? on : dayFromNumber(number);
    days.push(by === 0 ? { nominalOn } : dayAhead(nominalOn, dayFromNumber(number + by)));
  }
  return days;
}

function packPrincipal(dues: readonly PrincipalAhead[]): PrincipalPacked {
  const paid = packAmounts(dues, 'paid');
  const writtenOff = packAmounts(dues, 'writtenOff');
  return {
    ...packDays(dues),
    amount: packAmounts(dues, 'amount'),
    ...(paid !== 0 && { paid }),
    ...(writtenOff !== 0 && { writtenOff }),
  };
}

function packAmounts(dues: readonly PrincipalAhead[], field: 'amount' | 'paid' | 'writtenOff'): Amount | readonly Amount[] {
  const first = dues[0]![field] ?? 0;
  for (const due of dues) if ((due[field] ?? 0) !== first) return dues.map((each) => each[field] ?? 0);
  return first;
}

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
