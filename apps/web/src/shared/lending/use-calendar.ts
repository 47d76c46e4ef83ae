import { useMemo } from 'react';
import { workingDays, type WorkingDays } from '@soquy/kernel';
import type { ListAnswer } from '../api/answers.js';
import { useRead } from '../api/reads.js';

interface CalendarYear {
  readonly holidays: readonly { readonly day: string }[];
  readonly workingWeekendDays: readonly string[];
}

/** Days off of all published years; a year that is not published counts weekends only, as the server does. */
export function useCalendar(): { readonly calendar: WorkingDays; readonly years: readonly CalendarYear[] } {
  const { data } = useRead<ListAnswer<CalendarYear>>('/api/v1/calendars', { limit: 200 }, { asOf: false });
  return useMemo(() => {
    const years = data?.items.map((item) => item.data) ?? [];
    const holidays = new Set(years.flatMap((year) => year.holidays.map(({ day }) => day)));
    return { calendar: workingDays(holidays, new Set(years.flatMap((year) => year.workingWeekendDays))), years };
  }, [data]);
}
