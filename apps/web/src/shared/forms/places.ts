import type { Day } from '@soquy/kernel';

export interface PlaceMap {
  readonly codeSystem: string;
  readonly validFrom: Day;
  readonly validTo?: Day;
  readonly provinces: readonly {
    readonly code: string;
    readonly name: string;
    /** Codes of the list before that went into it whole. */
    readonly formerCodes?: readonly string[];
  }[];
}

export interface Place {
  /** `TCTK63:84` */
  readonly code: string;
  readonly name: string;
}

const placesIn = ({ codeSystem, provinces }: PlaceMap): readonly Place[] =>
  provinces.map(({ code, name }) => ({ code: `${codeSystem}:${code}`, name }));

/** The oldest list first. */
export const inOrder = (maps: readonly PlaceMap[]): readonly PlaceMap[] =>
  [...maps].sort((a, b) => (a.validFrom < b.validFrom ? -1 : 1));

/** Which of ordered lists was in force on a day; before the first one that one, as the API has it. */
export const listOn = (ordered: readonly Pick<PlaceMap, 'validFrom'>[], day: Day): number =>
  Math.max(
    0,
    ordered.findLastIndex(({ validFrom }) => validFrom <= day),
  );

/** The provinces of a day, in the codes then in force. */
export function placesOn(maps: readonly PlaceMap[], day: Day): readonly Place[] {
  const ordered = inOrder(maps);
  const map = ordered[listOn(ordered, day)];
  return map ? placesIn(map) : [];
}

export const placeNamed = (maps: readonly PlaceMap[], code: string): Place | undefined =>
  maps.flatMap(placesIn).find((place) => place.code === code);
