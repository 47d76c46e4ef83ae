import type { Next, Summary } from '@soquy/kernel';
import type { Calendar, CalendarCommands } from './calendar.decider.js';

/** How a year's calendar shows in lists. */
export function calendarSummary(state: Calendar): Summary & { status: Calendar['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  return { title: String(state.year), status: state.status };
}

/** What may follow each status. */
export const calendarNext: Next<Calendar['status'], CalendarCommands> = {
  none: { allows: ['PublishCalendarYear'] },
  published: { allows: ['PublishCalendarYear'] },
};
