import type { Metric } from '@soquy/kernel';
import type { Programme } from './programme.decider.js';

/** Programmes that stand open at a day. */
export const programmeFigures = {
  'programme.open': {
    kind: 'fold',
    unit: 'count',
    category: 'programme',
    measure: (row: Programme) => (row.status === 'open' ? 1 : 0),
    words: { vi: 'Số chương trình đang thực hiện', en: 'Programmes under way' },
  },
} as const satisfies Record<string, Metric>;
