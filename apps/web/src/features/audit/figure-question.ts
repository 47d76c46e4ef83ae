import { parsePeriod, type Day } from '@soquy/kernel';
import { DIMENSION_NAMES } from '../../shared/figures/dimensions.js';
import { askedOf, type AuditSearch } from './audit-search.js';

/** Both dates of a look at the figures. */
export interface Look {
  readonly to?: Day | undefined;
  readonly known?: string | undefined;
}

/** What the API is asked for a metric: filters, the period cut at the day looked at, as known then. */
export function figureQuery(search: AuditSearch, { to, known }: Look): AuditSearch {
  const period = search.period ? parsePeriod(search.period) : undefined;
  const until = period && (!to || period.to < to) ? period.to : to;
  return {
    ...askedOf(search, DIMENSION_NAMES),
    ...(period && { effectiveFrom: period.from }),
    // A period that had not begun by that day has no day of it: its first is asked, which is empty then.
    ...(until && { effectiveTo: period && until < period.from ? period.from : until }),
    ...(known && { knownAt: known }),
  };
}

/** Periods as offices report them, the newest first: whole years, six and nine months. */
export const periodsUntil = (year: number, first: number): readonly string[] =>
  Array.from({ length: year - first + 1 }, (_, back) => String(year - back)).flatMap((each) => [
    each,
    `${each}-H1`,
    `${each}-9M`,
  ]);

/** "6T 2026" of "2026-H1". */
export const periodText = (period: string, language: 'vi' | 'en'): string => {
  const [year = '', part] = period.split('-');
  if (!part) return year;
  return `${part === 'H1' ? '6' : '9'}${language === 'vi' ? 'T' : 'M'} ${year}`;
};
