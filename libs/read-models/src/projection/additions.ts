import type { Entry } from '@soquy/kernel';
import type { ProjectedSlice } from '../projected-slice.js';
import type { EntryRow } from '../tables/entry-row.js';
import { filters, laidOver } from './filters.js';
import type { KnownFact } from './known-fact.js';

/** What a fact adds, as columns, before it is said which event makes it known and from where in the log. */
export type Addition = Omit<EntryRow, 'build' | 'eventId' | 'entryNo' | 'position' | 'postingPeriod' | 'negates'>;

/** The outcomes of one fact in the state it led to. */
export function additions(slice: ProjectedSlice, objectId: string, fact: KnownFact, stateAfter: unknown): readonly Addition[] {
  const outcomes = slice.outcomes.on[fact.type];
  if (!outcomes) throw new Error(`assertion: ${slice.noun} has no outcome row for ${fact.type}`);
  const entries = outcomes(fact.data, stateAfter);
  if (entries.length === 0) return [];
  const ofObject = slice.outcomes.dimensions(stateAfter);
  return entries.map((entry) => {
    const dimensions = laidOver(ofObject, entry.dimensions);
    return {
      metric: entry.metric,
      ...quantity(entry),
      weight: 1,
      kind: 'derived',
      basis: 'actual',
      category: slice.decider.category,
      objectId,
      agencyId: fact.agencyId,
      ...filters(dimensions),
      subjectId: entry.subjectId ?? null,
      effectiveOn: fact.effectiveOn,
      budgetYear: dimensions.budgetYear ?? fact.budgetYear,
      origin: fact.origin ?? null,
    };
  });
}

/** The same with the opposite sign, so that both together come to nothing in every sum and count. */
export const negated = (addition: Addition): Addition => ({
  ...addition,
  value: 0 - addition.value,
  valueTo: addition.valueTo === null ? null : 0 - addition.valueTo,
  unknown: 0 - addition.unknown,
  weight: 0 - addition.weight,
});

function quantity({ metric, amount }: Entry): Pick<Addition, 'value' | 'valueTo' | 'qualifier' | 'unknown'> {
  if (amount === 'unknown') return { value: 0, valueTo: null, qualifier: 'exact', unknown: 1 };
  const { value, valueTo = null, qualifier = 'exact' } = amount;
  if (!Number.isSafeInteger(value) || (valueTo !== null && !Number.isSafeInteger(valueTo)))
    throw new Error(`assertion: ${metric} is given ${value}${valueTo === null ? '' : ` to ${valueTo}`}, not a whole number`);
  return { value, valueTo, qualifier, unknown: 0 };
}
