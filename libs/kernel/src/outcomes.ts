import type { OrganisationSnapshot } from './organisation.js';
import type { Quantity } from './quantity.js';

/** What an entry can be asked by. All optional: a figure is filtered by what is there. */
export interface Dimensions {
  readonly programmeId?: string | undefined;
  readonly budgetLineId?: string | undefined;
  readonly fundId?: string | undefined;
  readonly organisation?: OrganisationSnapshot | undefined;
  /** Province code with system; the organisation's own place where absent. */
  readonly place?: string | undefined;
  /** Kind of activity within the slice: `craft`, `ruralMarket`. */
  readonly activityKind?: string | undefined;
  /** Money source code, e.g. `provincialBudget`. */
  readonly source?: string | undefined;
  readonly budgetYear?: number | undefined;
}

/** One addition to a metric. `unknown`: the fact happened, the number was not given; neither zero nor invented. */
export interface Entry<Name extends string = string> {
  readonly metric: Name;
  readonly amount: Quantity | 'unknown';
  /** Laid over the object's dimensions. */
  readonly dimensions?: Dimensions;
  /** Random id of a person where a fact counts one; never a name. */
  readonly subjectId?: string;
}

/** What each fact adds. Every event has a row, so forgetting one is a compile error, not a wrong report. */
export interface Outcomes<Catalogue, Name extends string, State> {
  /** The object's own dimensions, read from its state after the fact. */
  readonly dimensions: (state: State) => Dimensions;
  readonly on: {
    readonly [Event in keyof Catalogue]: (data: Readonly<Catalogue[Event]>, stateAfter: State) => readonly Entry<Name>[];
  };
}

/** A plain number, a qualified one, or `undefined` for what was not given. */
export function entry<Name extends string>(
  metric: Name,
  amount: number | Quantity | undefined,
  dimensions?: Dimensions,
): Entry<Name> {
  const known = typeof amount === 'number' ? { value: amount } : amount;
  return { metric, amount: known ?? 'unknown', ...(dimensions && { dimensions }) };
}

/** For facts that change no figure: said aloud rather than left out. */
export const nothing = () => [];
