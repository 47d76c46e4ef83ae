import type { EventCatalogue, EventsOf } from '@soquy/kernel';

/** Provinces of the General Statistics Office's list until 30/06/2025, and those of QĐ 19/2025/QĐ-TTg since (domain.md G2). */
export const CODE_SYSTEMS = ['TCTK63', 'QD19-2025'] as const;
export type CodeSystem = (typeof CODE_SYSTEMS)[number];

/** A province or centrally run city in one code system; `formerCodes` are those of the system before that went into it whole. */
export interface Province {
  readonly code: string;
  readonly name: string;
  readonly formerCodes?: readonly string[] | undefined;
}

/** All units of a code system; the same digits may mean another unit in another system. */
export interface PlaceMapTable {
  readonly codeSystem: CodeSystem;
  readonly validFrom: string;
  readonly validTo?: string | undefined;
  readonly predecessor?: CodeSystem | undefined;
  readonly provinces: readonly Province[];
  readonly source: string;
}

// Names and fields here are the storage format. Add a field as optional; change a meaning only under a new version.
export interface PlaceMapEvents {
  /** A later publication of the same system stands in the place of the earlier one. */
  PlaceMapPublished: PlaceMapTable & { publishedOn: string };
}
export type PlaceMapEvent = EventsOf<PlaceMapEvents>;

export const placeMapEvents: EventCatalogue<PlaceMapEvents> = {
  PlaceMapPublished: { version: 1, effectiveOn: 'publishedOn' },
};
