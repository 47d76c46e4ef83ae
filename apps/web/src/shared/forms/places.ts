import type { Day } from '@soquy/kernel';

export interface PlaceMap {
  readonly codeSystem: string;
  readonly validFrom: Day;
  readonly validTo?: Day;
  readonly provinces: readonly { readonly code: string; readonly name: string }[];
}

export interface Place {
  /** `TCTK63:84` */
  readonly code: string;
  readonly name: string;
}

const placesIn = ({ codeSystem, provinces }: PlaceMap): readonly Place[] =>
  provinces.map(({ code, name }) => ({ code: `${codeSystem}:${code}`, name }));

/** The provinces of a day, in the codes then in force. */
export const placesOn = (maps: readonly PlaceMap[], day: Day): readonly Place[] =>
  maps.filter(({ validFrom, validTo }) => validFrom <= day && (!validTo || day <= validTo)).flatMap(placesIn);

export const placeNamed = (maps: readonly PlaceMap[], code: string): Place | undefined =>
  maps.flatMap(placesIn).find((place) => place.code === code);
