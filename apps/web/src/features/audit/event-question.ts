import { readDay, showDay } from '../../shared/format/days.js';
import type { AuditSearch } from './audit-search.js';

const DAYS = ['effectiveFrom', 'effectiveTo', 'recordedFrom', 'recordedTo'] as const;
export type DayFilter = (typeof DAYS)[number];

/** What events can be asked by, as the API names it. */
export const EVENT_FILTERS = [
  'q',
  'actor',
  'category',
  'type',
  'object',
  'organisation',
  'programme',
  'fund',
  'exceptions',
  ...DAYS,
];

const isDayFilter = (name: string): name is DayFilter => (DAYS as readonly string[]).includes(name);

/** What a form shows for an address: days as people type them. */
export const typedOf = (asked: AuditSearch): AuditSearch =>
  Object.fromEntries(Object.entries(asked).map(([name, value]) => [name, isDayFilter(name) ? showDay(value) : value]));

/** What was typed, as the address holds it; days that do not exist are named and nothing is asked. */
export function readTyped(typed: AuditSearch): { readonly asked: AuditSearch } | { readonly wrong: readonly DayFilter[] } {
  const wrong: DayFilter[] = [];
  const asked = Object.fromEntries(
    EVENT_FILTERS.map((name) => {
      const text = typed[name]?.trim();
      const value = text && isDayFilter(name) ? readDay(text) : text;
      if (text && value === undefined) wrong.push(name as DayFilter);
      return [name, value === '' ? undefined : value];
    }),
  );
  return wrong.length > 0 ? { wrong } : { asked };
}
