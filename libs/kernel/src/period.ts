import { isDay, type Day } from './day.js';

/** Both ends belong to the period. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/** `2026`, `2026-H1`, `2026-H2`, `2026-Q3`, `2026-9M`, `2026-05`, `2021..2025`; undefined for anything else (domain.md S5, api.md). */
export function parsePeriod(text: string): Period | undefined {
  const span = /^(\d{4})\.\.(\d{4})$/.exec(text);
  if (span) return period(`${span[1]}-01-01`, `${span[2]}-12-31`);
  const [, year, part] = /^(\d{4})(?:-(H1|H2|Q[1-4]|9M|\d{2}))?$/.exec(text) ?? [];
  if (!year) return undefined;
  if (!part) return period(`${year}-01-01`, `${year}-12-31`);
  if (part in ENDS) return period(`${year}-${ENDS[part]![0]}`, `${year}-${ENDS[part]![1]}`);
  const month = Number(part);
  if (month < 1 || month > 12) return undefined;
  const last = new Date(Date.UTC(Number(year), month, 0)).getUTCDate();
  return period(`${year}-${part}-01`, `${year}-${part}-${last}`);
}

const ENDS: Readonly<Record<string, readonly [string, string]>> = {
  H1: ['01-01', '06-30'],
  H2: ['07-01', '12-31'],
  '9M': ['01-01', '09-30'],
  Q1: ['01-01', '03-31'],
  Q2: ['04-01', '06-30'],
  Q3: ['07-01', '09-30'],
  Q4: ['10-01', '12-31'],
};

const period = (from: string, to: string): Period | undefined =>
  isDay(from) && isDay(to) && from <= to ? { from, to } : undefined;
