import type { Metric } from '@soquy/kernel';

/**
 * Money support of all instruments together; every new one that pays adds its term here. Costs not told stay counted as
 * unknown beside the sum.
 */
export const supportFigures = {
  'support.total': {
    kind: 'formula',
    unit: 'vnd',
    terms: [
      { metric: 'training.cost', sign: 1 },
      { metric: 'fair.cost', sign: 1 },
      { metric: 'grant.support', sign: 1 },
    ],
    words: { vi: 'Tổng kinh phí hỗ trợ', en: 'Money support in all' },
  },
} as const satisfies Record<string, Metric>;
