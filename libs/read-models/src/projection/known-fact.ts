import { kernelEvents, upcast, type Fact } from '@soquy/kernel';
import type { StoredEvent } from '@soquy/event-store';
import type { ProjectedSlice } from '../projected-slice.js';

/** A stored event as projections keep it: readable by today's code, with what its entries need. */
export interface KnownFact extends Fact {
  /** Version of `data`. */
  readonly version: number;
  readonly agencyId: string;
  readonly budgetYear: number;
  readonly origin: string | undefined;
}

interface CatalogueRow {
  readonly version: number;
  readonly upcasters?: readonly ((data: never) => object)[];
}

/** Raises stored data to today's version; throws where today's code cannot read it. */
export function knownFact(slice: ProjectedSlice, { id, type, data, metadata }: StoredEvent): KnownFact {
  const catalogue: Readonly<Record<string, CatalogueRow>> = slice.events;
  const row = catalogue[type] ?? (kernelEvents as Readonly<Record<string, CatalogueRow>>)[type];
  if (!row) throw new Error(`assertion: ${slice.noun} knows no event ${type}`);
  const { schemaVersion, effectiveOn, agencyId, budgetYear, origin } = metadata;
  if (schemaVersion > row.version)
    throw new Error(`assertion: ${type} was stored as version ${schemaVersion}, newer than ${row.version}`);
  return { id, type, data: upcast(row, schemaVersion, data), effectiveOn, version: row.version, agencyId, budgetYear, origin };
}
