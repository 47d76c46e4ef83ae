import { addDays, type Day } from '@soquy/kernel';

/** Days that reports are usually of, as seen from a day: the end of last month, the last 30 June, the end of last year. */
export function quickDays(today: Day): Readonly<Record<'monthEnd' | 'midYear' | 'yearEnd', Day>> {
  const year = Number(today.slice(0, 4));
  const midYear = `${year}-06-30`;
  return {
    monthEnd: addDays(`${today.slice(0, 7)}-01`, -1),
    midYear: midYear <= today ? midYear : `${year - 1}-06-30`,
    yearEnd: `${year - 1}-12-31`,
  };
}
