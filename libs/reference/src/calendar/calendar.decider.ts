import {
  isDay,
  known,
  refuse as raise,
  weekday,
  workingDays,
  type CommandsOf,
  type Decider,
  type Refuse,
  type WorkingDays,
} from '@soquy/kernel';
import { same } from '../same.js';
import type * as commands from './calendar.commands.js';
import type { CalendarEvents } from './calendar.events.js';

type Published = CalendarEvents['CalendarYearPublished'];

export type Calendar = { readonly status: 'none' } | ({ readonly status: 'published' } & Published);

export interface CalendarRefusals {
  NotADay: { day: string };
  DayOutsideYear: { day: string; year: number };
  DayTwice: { day: string };
  NotAWeekend: { day: string };
  PublishedLater: { publishedOn: string };
}
export type CalendarCommands = CommandsOf<typeof commands>;

const refuse: Refuse<CalendarRefusals> = raise;

export const calendar: Decider<Calendar, CalendarEvents, CalendarCommands> = {
  category: 'calendar',
  initial: { status: 'none' },

  evolve: { CalendarYearPublished: (_, data) => ({ status: 'published', ...data }) },

  decide: {
    PublishCalendarYear(state, { year, holidays, workingWeekendDays, source, unverifiedDays, effectiveOn }) {
      const daysOff = holidays.map(({ day, name }) => ({ day, name })).toSorted((a, b) => (a.day < b.day ? -1 : 1));
      check(
        year,
        daysOff.map(({ day }) => day),
        workingWeekendDays,
        unverifiedDays,
      );
      const days = { year, holidays: daysOff, workingWeekendDays: workingWeekendDays.toSorted(), source };
      const said = { ...days, ...known({ unverifiedDays: unverifiedDays?.toSorted() }) };
      if (state.status === 'published') {
        const { status, publishedOn, ...published } = state;
        if (same(published, said)) return [];
        // Of two publications on one day nobody could tell which stands.
        if (effectiveOn <= publishedOn) refuse('PublishedLater', { publishedOn });
      }
      return [{ type: 'CalendarYearPublished', data: { ...said, publishedOn: effectiveOn } }];
    },
  },

  reversible: { CalendarYearPublished: 'always' },
};

/** A year that is not published counts weekends only (decision 0006). */
export function workingDaysOf(state: Calendar): WorkingDays {
  if (state.status === 'none') return workingDays(new Set());
  return workingDays(new Set(state.holidays.map(({ day }) => day)), new Set(state.workingWeekendDays));
}

function check(year: number, daysOff: readonly string[], worked: readonly string[], unverified: readonly string[] = []): void {
  for (const day of [...daysOff, ...worked, ...unverified]) {
    if (!isDay(day)) refuse('NotADay', { day }, 'input');
    if (Number(day.slice(0, 4)) !== year) refuse('DayOutsideYear', { day, year }, 'input');
  }
  const seen = new Set<string>();
  for (const day of [...daysOff, ...worked]) {
    if (seen.has(day)) refuse('DayTwice', { day }, 'input');
    seen.add(day);
  }
  for (const day of worked) if (weekday(day) !== 0 && weekday(day) !== 6) refuse('NotAWeekend', { day }, 'input');
}
