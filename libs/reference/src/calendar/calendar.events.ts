import type { EventCatalogue, EventsOf } from '@soquy/kernel';

/** A day off beside Saturdays and Sundays: a holiday, a day made up for one, or a day swapped against a working Saturday. */
export interface Holiday {
  readonly day: string;
  readonly name: string;
}

/** The working days of state bodies in one year (domain.md C1); Tết and swapped days are set anew each year. */
export interface CalendarYear {
  readonly year: number;
  readonly holidays: readonly Holiday[];
  /** Saturdays or Sundays worked in exchange for a day off. */
  readonly workingWeekendDays: readonly string[];
  /** Legal text and decision of that year. */
  readonly source: string;
  /** Days not yet compared with the decision's text. */
  readonly unverifiedDays?: readonly string[] | undefined;
}

// Names and fields here are the storage format. Add a field as optional; change a meaning only under a new version.
export interface CalendarEvents {
  /** A later publication of the same year stands in the place of the earlier one. */
  CalendarYearPublished: CalendarYear & { publishedOn: string };
}
export type CalendarEvent = EventsOf<CalendarEvents>;

export const calendarEvents: EventCatalogue<CalendarEvents> = {
  CalendarYearPublished: { version: 1, effectiveOn: 'publishedOn' },
};
