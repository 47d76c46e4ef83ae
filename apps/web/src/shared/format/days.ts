import { dayText, isDay, type Day } from '@soquy/kernel';

/** "31/12/2020", "31-12-2020", "31122020" and "2020-12-31" are the same day; undefined for none that exists. */
export function readDay(text: string): Day | undefined {
  const clean = text.trim();
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(clean);
  const local = /^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})$/.exec(clean) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(clean);
  const [year, month, day] = iso ? iso.slice(1) : local ? [local[3], local[2], local[1]] : [];
  if (!year || !month || !day) return undefined;
  const read = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(read) ? read : undefined;
}

export const showDay = (day: string | undefined): string => (day ? dayText(day) : '');
