import { useNavigate, useSearch } from '@tanstack/react-router';
import { addMonths, daysBetween, parsePeriod, type Day, type Period } from '@soquy/kernel';
import { useAsOf } from './as-of.js';

/** The parts of a year that offices report on. */
export const PARTS = ['', 'H1', '9M'] as const;

export interface ReportPeriod extends Period {
  /** As the address and the API write it: 2026, 2026-H1, 2026-9M. */
  readonly text: string;
  readonly year: string;
  readonly part: (typeof PARTS)[number];
  /** The last day of it that the page looks at. */
  readonly until: Day;
  /** The same part of the year before, up to the same day. */
  readonly before: Period;
  /** Share of the year gone by then, 0 to 1. */
  readonly timeGone: number;
  readonly choose: (year: string, part: string) => void;
}

const yearBefore = (day: Day): Day => addMonths(day, -12);

/** A period cut at the day the page looks at, so that the year before is compared over as many days. */
export function reportPeriod(text: string | undefined, day: Day): Omit<ReportPeriod, 'choose'> {
  const own = day.slice(0, 4);
  const asked = text && /^\d{4}(-(H1|9M))?$/.test(text) ? text : own;
  const { from, to } = parsePeriod(asked)!;
  const year = asked.slice(0, 4);
  const part = PARTS.find((each) => each === asked.slice(5)) ?? '';
  const until = day < from ? from : day < to ? day : to;
  const days = daysBetween(`${year}-01-01`, `${Number(year) + 1}-01-01`);
  return {
    text: asked,
    year,
    part,
    from,
    to,
    until,
    before: { from: yearBefore(from), to: yearBefore(until) },
    timeGone: (daysBetween(`${year}-01-01`, until) + 1) / days,
  };
}

/** The period of the page, from its address; this year unless it says otherwise. */
export function usePeriod(): ReportPeriod {
  const { period } = useSearch({ strict: false }) as { period?: unknown };
  const { day } = useAsOf();
  const navigate = useNavigate();
  const choose = (year: string, part: string) =>
    void navigate({
      to: '.',
      search: (before: object) => ({ ...before, period: part ? `${year}-${part}` : Number(year) }),
    } as never);
  return { ...reportPeriod(typeof period === 'number' || typeof period === 'string' ? `${period}` : undefined, day), choose };
}
