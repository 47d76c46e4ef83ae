import {
  measuredExactly,
  minusMeasured,
  NOTHING_MEASURED,
  numbersOf,
  plusMeasured,
  type FigureNumbers,
  type Measured,
  type MeasuredResult,
} from '@soquy/kernel';
import { stands, type EntryItem, type FoldItem, type KeyItem, type Part } from './evidence-answers.js';

/** The measure of a fold metric as its slice defines it. */
export type Measure = (row: unknown, day: string) => number;

/** A number computed here, and how many of the things it came from were found to be as told. */
export interface Recomputed {
  readonly result: MeasuredResult;
  readonly checked: number;
  readonly of: number;
}

const entry = ({ value, valueTo, qualifier }: EntryItem): Measured =>
  value === null
    ? { ...NOTHING_MEASURED, unknown: 1 }
    : {
        low: BigInt(value),
        high: BigInt(valueTo ?? value),
        known: 1,
        unknown: 0,
        qualifiers: qualifier === 'exact' ? [] : [qualifier],
      };

/** The entries that still stand, added; the server's figure adds negations instead, so the two ways check one another. */
export function addedAgain(items: readonly EntryItem[]): Recomputed {
  const standing = items.filter(stands);
  return { result: standing.map(entry).reduce(plusMeasured, NOTHING_MEASURED), checked: standing.length, of: standing.length };
}

/** The different keys, counted; entries that name none are so many facts without a number. */
export function countedAgain(items: readonly KeyItem[]): Recomputed {
  const keys = new Set(items.flatMap(({ key }) => key ?? []));
  const nameless = items.filter(({ key }) => key === null).reduce((sum, { entries }) => sum + entries, 0);
  return { result: measuredExactly(BigInt(keys.size), keys.size, nameless), checked: items.length, of: items.length };
}

/** Each object's row measured by the slice's own function for the day asked, and the measures added. */
export function measuredAgain(items: readonly FoldItem[], measure: Measure, day: string): Recomputed {
  const measures = items.map(({ row }) => measure(row, day));
  const result = measures
    .filter((value) => value !== 0)
    .map((value) => measuredExactly(BigInt(value), 1))
    .reduce(plusMeasured, NOTHING_MEASURED);
  return { result, checked: items.filter(({ value }, index) => value === measures[index]).length, of: items.length };
}

/** A ratio or formula from its parts, each computed again before. */
export function combinedAgain(parts: readonly { readonly part: Part; readonly again: Recomputed }[]): Recomputed {
  const sums = parts.map(({ part, again: { result } }) => ({ role: part.role, sum: sumOf(result) }));
  const checked = parts.filter(({ part, again }) => isSame(part, numbersOf(again.result))).length;
  const numerator = sums.find(({ role }) => role === 'numerator');
  const denominator = sums.find(({ role }) => role === 'denominator');
  const result =
    numerator && denominator
      ? { of: numerator.sum, per: denominator.sum }
      : sums.map(({ role, sum }) => (role === 'minus' ? minusMeasured(sum) : sum)).reduce(plusMeasured, NOTHING_MEASURED);
  return { result, checked, of: parts.length };
}

/** Ratios are never parts of anything; one that is would be our own bug. */
function sumOf(result: MeasuredResult): Measured {
  if ('of' in result) throw new Error('assertion: a ratio is part of another number');
  return result;
}

const NUMBERS = [
  'value',
  'valueTo',
  'qualifier',
  'unknown',
  'numerator',
  'denominator',
] as const satisfies readonly (keyof FigureNumbers)[];

/** Every number of it, not only the first: two ratios may agree in percent and in nothing else. */
export const isSame = (a: FigureNumbers, b: FigureNumbers): boolean => NUMBERS.every((number) => a[number] === b[number]);

/** All that must hold for "khớp": the same numbers, and each thing behind them as told. */
export const isProven = (figure: FigureNumbers, { result, checked, of }: Recomputed): boolean =>
  checked === of && isSame(figure, numbersOf(result));
