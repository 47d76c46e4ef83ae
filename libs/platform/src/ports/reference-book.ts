import type { RuleBook, WorkingDays } from '@soquy/kernel';

/** All places of a code system, as they are named with it: `TCTK63:84`. */
export interface PlaceList {
  readonly codeSystem: string;
  readonly has: (place: string) => boolean;
}

export interface PlaceBook {
  /** The list in force on a day; before the first one came into force, that one. Undefined while none is recorded. */
  readonly on: (day: string) => PlaceList | undefined;
}

/** Rules, calendar and places as recorded so far, kept in memory and fed by the log. */
export abstract class ReferenceBook {
  abstract readonly rules: RuleBook;
  abstract readonly calendar: WorkingDays;
  abstract readonly places: PlaceBook;
}
