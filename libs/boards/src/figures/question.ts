import { isDay, type Day } from '@soquy/kernel';
import { POSITION_PATTERN } from '@soquy/read-models';
import { DIMENSION_NAMES, NAME_PATTERN, type DimensionName, type Filters } from './dimensions.js';

/** Everything a number depends on. The same question has the same answer for ever, because `knownAt` is a place in the log. */
export interface Question {
  readonly metric: string;
  readonly filters: Filters;
  /** Agencies the answer is limited to; undefined: all. */
  readonly agencies?: readonly string[] | undefined;
  /** Undefined: since the beginning. */
  readonly effectiveFrom?: Day | undefined;
  readonly effectiveTo: Day;
  /** A position; empty: before the first event. */
  readonly knownAt: string;
}

/** Some groups of a figure: all that the answer is about; null among them is the group that names none. */
export interface Among {
  readonly by: DimensionName;
  readonly keys: readonly (string | null)[];
}

/** A question without its metric: several metrics may be asked at once, and only some of the groups of each. */
export interface Frame extends Omit<Question, 'metric'> {
  readonly among?: Among | undefined;
}

/** Opaque to callers; holds the whole question, so that a printed number can be opened years later. */
export const figureIdOf = (question: Question): string => Buffer.from(partsOf(question)).toString('base64url');

function partsOf({ metric, filters, agencies, effectiveFrom, effectiveTo, knownAt }: Question): string {
  const named = DIMENSION_NAMES.filter((name) => filters[name] !== undefined).map((name) => [name, filters[name]]);
  return JSON.stringify([metric, effectiveFrom ?? 0, effectiveTo, knownAt, named, agencies ? [...agencies].sort() : 0]);
}

/** Ids of the groups of a question: only the value of the dimension differs. */
export function figureIdsBy(question: Question, groupBy: DimensionName): (key: string | null) => string {
  const mark = '\u0000';
  const text = partsOf({ ...question, filters: { ...question.filters, [groupBy]: mark } });
  const [before, after] = text.split(JSON.stringify(mark)) as [string, string];
  return (key) => Buffer.from(before + JSON.stringify(key) + after).toString('base64url');
}

/** Undefined for anything that `figureIdOf` did not write. */
export function questionOf(figureId: string): Question | undefined {
  try {
    const parts = JSON.parse(Buffer.from(figureId, 'base64url').toString('utf8')) as unknown;
    const question = Array.isArray(parts) && parts.length === 6 ? read(parts) : undefined;
    return question && figureIdOf(question) === figureId ? question : undefined;
  } catch {
    return undefined;
  }
}

function read([metric, from, to, knownAt, named, agencies]: unknown[]): Question | undefined {
  const sound =
    typeof metric === 'string' &&
    (from === 0 || isAskableDay(from)) &&
    isAskableDay(to) &&
    typeof knownAt === 'string' &&
    (knownAt === '' || POSITION_PATTERN.test(knownAt)) &&
    isFilters(named) &&
    (agencies === 0 || (Array.isArray(agencies) && agencies.every(isName)));
  if (!sound) return undefined;
  return {
    metric,
    filters: Object.fromEntries(named) as Filters,
    ...(agencies !== 0 && { agencies: agencies as string[] }),
    ...(from !== 0 && { effectiveFrom: from as Day }),
    effectiveTo: to,
    knownAt,
  };
}

const isName = (value: unknown): value is string => typeof value === 'string' && NAME_PATTERN.test(value);

function isFilters(named: unknown): named is [string, string | null][] {
  return (
    Array.isArray(named) &&
    named.every(
      (pair: unknown) =>
        Array.isArray(pair) &&
        pair.length === 2 &&
        (DIMENSION_NAMES as readonly unknown[]).includes(pair[0]) &&
        (pair[1] === null || isName(pair[1])) &&
        (pair[0] !== 'year' || pair[1] === null || YEAR_PATTERN.test(pair[1] as string)),
    )
  );
}

export const YEAR_PATTERN = /^(19|20|21)\d\d$/;

/** Days that questions may name; the database knows no year 0, and a report of 1850 is a typing error. */
export const isAskableDay = (value: unknown): value is Day =>
  typeof value === 'string' && /^(19|20|21)/.test(value) && isDay(value);
