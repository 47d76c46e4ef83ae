import type { Dimensions } from '@soquy/kernel';

/** Dimensions as columns: what entries and objects are asked by. */
export interface Filters {
  readonly programmeId: string | null;
  readonly budgetLineId: string | null;
  readonly fundId: string | null;
  readonly organisationId: string | null;
  readonly organisationType: string | null;
  readonly sector: string | null;
  readonly place: string | null;
  readonly source: string | null;
  readonly activityKind: string | null;
}

/** The place is the organisation's own where none is given. */
export function filters({ organisation, ...given }: Dimensions): Filters {
  return {
    programmeId: given.programmeId ?? null,
    budgetLineId: given.budgetLineId ?? null,
    fundId: given.fundId ?? null,
    organisationId: organisation?.organisationId ?? null,
    organisationType: organisation?.type ?? null,
    sector: organisation?.sector ?? null,
    place: given.place ?? organisation?.place ?? null,
    source: given.source ?? null,
    activityKind: given.activityKind ?? null,
  };
}

/** An entry's own dimensions over those of its object; what an entry leaves open is the object's. */
export function laidOver(object: Dimensions, entry: Dimensions | undefined): Dimensions {
  if (!entry) return object;
  const given = Object.entries(entry).filter(([, value]) => value !== undefined);
  return { ...object, ...(Object.fromEntries(given) as Dimensions) };
}
