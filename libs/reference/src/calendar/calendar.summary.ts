import type { Summary } from '@soquy/kernel';
import type { Calendar } from './calendar.decider.js';

/** How a year's calendar shows in lists. */
export function calendarSummary(state: Calendar): Summary & { status: Calendar['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  return { title: String(state.year), status: state.status };
}
