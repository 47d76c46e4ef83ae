import { addDays, weekday } from './day.js';

/** The working-day calendar of state bodies, as published at the time of asking (domain.md C1). */
export interface WorkingDays {
  readonly isWorkingDay: (day: string) => boolean;
}

/** The day itself if it is a working day, else the next one (Civil Code A148, domain.md I4). */
export function shiftToWorkingDay(day: string, calendar: WorkingDays): string {
  let shifted = day;
  while (!calendar.isWorkingDay(shifted)) shifted = addDays(shifted, 1);
  return shifted;
}

/** Saturdays and Sundays off, apart from the days named here. */
export function workingDays(holidays: ReadonlySet<string>, workingWeekendDays: ReadonlySet<string> = new Set()): WorkingDays {
  return {
    isWorkingDay: (day) => !holidays.has(day) && (workingWeekendDays.has(day) || (weekday(day) !== 0 && weekday(day) !== 6)),
  };
}
