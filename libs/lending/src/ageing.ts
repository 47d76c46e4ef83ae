import type { Words } from '@soquy/kernel';

/** An age of arrears: so many days past due, both included. */
export interface Age {
  readonly from: number;
  readonly to: number;
  readonly words: Words;
}

const days = (from: number, to: number): Age => ({
  from,
  to,
  words: { vi: `${from}–${to} ngày`, en: `${from}–${to} days` },
});

/** How long a debt is overdue, as boards and reports part it, the shortest first. Its bounds stand here alone. */
export const AGES = {
  notLate: { from: 0, to: 0, words: { vi: 'Chưa quá hạn', en: 'Not overdue' } },
  to30: days(1, 30),
  to90: days(31, 90),
  to180: days(91, 180),
  over180: { from: 181, to: Infinity, words: { vi: 'Trên 180 ngày', en: 'Over 180 days' } },
} as const satisfies Record<string, Age>;

export type AgeName = keyof typeof AGES;
export type LateAge = Exclude<AgeName, 'notLate'>;

export const AGE_NAMES = Object.keys(AGES) as readonly AgeName[];
/** The ages of what is overdue. */
export const LATE_AGES = AGE_NAMES.filter((name): name is LateAge => name !== 'notLate');

/** The age of a debt that is so many days past due. */
export const ageOf = (daysPastDue: number): AgeName => AGE_NAMES.findLast((name) => daysPastDue >= AGES[name].from) ?? 'notLate';
