import type { Dimensions, Entry, Quantity } from '@soquy/kernel';
import type { ProjectedSlice } from '../projected-slice.js';
import type { EntryRow } from '../tables/entry-row.js';
import { laidOver } from './laid-over.js';
import type { KnownFact } from './known-fact.js';

/** What a fact adds. Which event makes it known, from where in the log, under which number is filled in when it is stated. */
export type Addition = EntryRow;

const UNKNOWN: Quantity = { value: 0 };

/** The outcomes of one fact in the state it led to. */
export function additions(slice: ProjectedSlice, objectId: string, fact: KnownFact, stateAfter: unknown): readonly Addition[] {
  const outcomes = slice.outcomes.on[fact.type];
  if (!outcomes) throw new Error(`assertion: ${slice.noun} has no outcome row for ${fact.type}`);
  const entries = outcomes(fact.data, stateAfter);
  if (entries.length === 0) return [];
  const ofObject = slice.outcomes.dimensions(stateAfter);
  const { category } = slice.decider;
  return entries.map((entry) => addition(category, objectId, fact, entry, laidOver(ofObject, entry.dimensions)));
}

function addition(category: string, objectId: string, fact: KnownFact, entry: Entry, dimensions: Dimensions): Addition {
  const { value, valueTo = null, qualifier = 'exact' } = entry.amount === 'unknown' ? UNKNOWN : entry.amount;
  if (!Number.isSafeInteger(value) || (valueTo !== null && !Number.isSafeInteger(valueTo)))
    throw new Error(
      `assertion: ${entry.metric} is given ${value}${valueTo === null ? '' : ` to ${valueTo}`}, not a whole number`,
    );
  const { organisation } = dimensions;
  return {
    build: 0,
    eventId: '',
    entryNo: 0,
    position: '',
    metric: entry.metric,
    value,
    valueTo,
    qualifier,
    unknown: entry.amount === 'unknown' ? 1 : 0,
    weight: 1,
    kind: 'derived',
    basis: 'actual',
    category,
    objectId,
    agencyId: fact.agencyId,
    programmeId: dimensions.programmeId ?? null,
    budgetLineId: dimensions.budgetLineId ?? null,
    fundId: dimensions.fundId ?? null,
    organisationId: organisation?.organisationId ?? null,
    organisationType: organisation?.type ?? null,
    sector: organisation?.sector ?? null,
    place: dimensions.place ?? organisation?.place ?? null,
    source: dimensions.source ?? null,
    activityKind: dimensions.activityKind ?? null,
    subjectId: entry.subjectId ?? null,
    effectiveOn: fact.effectiveOn,
    budgetYear: dimensions.budgetYear ?? fact.budgetYear,
    postingPeriod: '',
    origin: fact.origin ?? null,
    negates: null,
  };
}

/** The same with the opposite sign, so that both together come to nothing in every sum and count. */
export const negated = (addition: Addition): Addition => ({
  ...addition,
  value: 0 - addition.value,
  valueTo: addition.valueTo === null ? null : 0 - addition.valueTo,
  unknown: 0 - addition.unknown,
  weight: 0 - addition.weight,
});
