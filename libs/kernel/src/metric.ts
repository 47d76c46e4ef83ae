import type { Words } from './words.js';

export type Unit =
  | 'vnd'
  | 'percent'
  | 'class'
  | 'event'
  | 'learner'
  | 'turn'
  | 'visit'
  | 'project'
  | 'loan'
  | 'organisation'
  | 'stall'
  | 'product'
  | 'day'
  | 'count';

/**
 * A figure anyone may see; the kind says how it is computed (architecture.md section 5).
 * `sum`: entries within the period. `stock`: signed entries up to the day. `distinct`: different keys among another metric's
 * entries. `ratio`: two metrics at the same two dates, in percent, never averaged. `formula`: signed sum of other metrics.
 * `fold`: measured on each object's state for the day asked, by a pure function.
 */
export type Metric<Name extends string = string> = { readonly unit: Unit; readonly words: Words } & (
  | { readonly kind: 'sum' | 'stock' }
  | { readonly kind: 'distinct'; readonly key: 'organisation' | 'object' | 'subject'; readonly over: Name }
  | { readonly kind: 'ratio'; readonly of: Name; readonly per: Name }
  | {
      readonly kind: 'formula';
      readonly terms: readonly { readonly metric: Name; readonly sign: 1 | -1 }[];
      /** It should never be below zero for any of these: where it is, the figure says how much is missing. */
      readonly shortBy?: 'fund' | 'budgetLine';
    }
  | {
      readonly kind: 'fold';
      /** Category of the objects measured. */
      readonly category: string;
      /** From the object's row (JSON) and the day asked: a whole number, 0 when the object does not count. */
      readonly measure: (row: never, day: string) => number;
      /** It is 0 before the day up to which the object's summary calls it quiet, so that such objects need not be read. */
      readonly quiet?: true;
      /** How many days past due the object is on the day, where the metric may be grouped by the age of arrears; 0 while it is quiet. */
      readonly daysLate?: (row: never, day: string) => number;
    }
);

/** The names that outcomes may add to. */
export type AddableOf<Figures> = {
  [Name in keyof Figures]: Figures[Name] extends { kind: 'sum' | 'stock' } ? Name : never;
}[keyof Figures] &
  string;
