import { percentHalfUp, toVnd } from './money.js';
import type { FigureNumbers } from './number-words.js';
import { mergeQualifiers, type Qualifier } from './quantity.js';

/** A sum before it is put into words: exact, with what is not known about it. */
export interface Measured {
  readonly low: bigint;
  /** Above `low` where ranges are in it. */
  readonly high: bigint;
  /** How many facts with a number are in it, and how many without. */
  readonly known: number;
  readonly unknown: number;
  readonly qualifiers: readonly Qualifier[];
}

/** A ratio keeps both sides, so that it is never averaged or rounded twice. */
export interface MeasuredShare {
  readonly of: Measured;
  readonly per: Measured;
}

export type MeasuredResult = Measured | MeasuredShare;

export const NOTHING_MEASURED: Measured = { low: 0n, high: 0n, known: 0, unknown: 0, qualifiers: [] };

export const measuredExactly = (value: bigint, known: number, unknown = 0): Measured => ({
  low: value,
  high: value,
  known,
  unknown,
  qualifiers: [],
});

export function plusMeasured(a: Measured, b: Measured): Measured {
  return {
    low: a.low + b.low,
    high: a.high + b.high,
    known: a.known + b.known,
    unknown: a.unknown + b.unknown,
    qualifiers: [...new Set([...a.qualifiers, ...b.qualifiers])],
  };
}

/** What is subtracted as "over" makes the rest "almost", and a range turns round. */
export function minusMeasured({ low, high, known, unknown, qualifiers }: Measured): Measured {
  return { low: -high, high: -low, known, unknown, qualifiers: qualifiers.map((qualifier) => FLIPPED[qualifier] ?? qualifier) };
}

const FLIPPED: Partial<Record<Qualifier, Qualifier>> = { over: 'almost', almost: 'over' };

export function numbersOf(result: MeasuredResult): FigureNumbers {
  return 'of' in result ? numbersOfShare(result) : numbersOfSum(result);
}

/** Beyond a safe integer `toVnd` throws: a number that JSON would round is worse than none. */
function numbersOfSum(sum: Measured): FigureNumbers {
  const told = isTold(sum);
  const qualifier = told ? mergeQualifiers(sum.qualifiers) : 'exact';
  return {
    value: told ? toVnd(sum.low) : null,
    ...(qualifier === 'range' && { valueTo: toVnd(sum.high) }),
    qualifier,
    ...(sum.unknown > 0 && { unknown: sum.unknown }),
  };
}

function numbersOfShare({ of, per }: MeasuredShare): FigureNumbers {
  const told = isTold(of) && isTold(per);
  const qualifier = !told ? 'exact' : mergeQualifiers(per.qualifiers) === 'exact' ? mergeQualifiers(of.qualifiers) : 'about';
  const value = told ? percentHalfUp(of.low, per.low) : undefined;
  const valueTo = qualifier === 'range' ? percentHalfUp(of.high, per.low) : undefined;
  const unknown = of.unknown + per.unknown;
  return {
    value: value ?? null,
    ...(valueTo !== undefined && { valueTo }),
    qualifier,
    numerator: isTold(of) ? toVnd(of.low) : null,
    denominator: isTold(per) ? toVnd(per.low) : null,
    ...(unknown > 0 && { unknown }),
  };
}

/** Facts without any number make no number; no facts at all make zero. */
const isTold = ({ known, unknown }: Measured) => known > 0 || unknown === 0;
