import type { Metric } from '@soquy/kernel';

/**
 * Allocated, committed and disbursed are standing amounts, so all three are stocks: asked for a day they say what stood then,
 * "available" is their difference on that same day whatever period was asked, and the rate is that of the day. What belongs to
 * a budget year is asked by the line's `budgetYear`, not by the period, since money of a year is still paid in the January
 * after (domain.md B4, EX-20). Money that came back lowers what is disbursed, so an advance that is worked off or returned is
 * never counted twice (EX-19b).
 */
export const budgetLineFigures = {
  'budget.allocated': { kind: 'stock', unit: 'vnd', words: { vi: 'Dự toán đã phân bổ', en: 'Budget allocated' } },
  'budget.committed': { kind: 'stock', unit: 'vnd', words: { vi: 'Đã cam kết chi', en: 'Budget committed' } },
  'budget.disbursed': { kind: 'stock', unit: 'vnd', words: { vi: 'Đã giải ngân', en: 'Budget disbursed' } },
  'budget.available': {
    kind: 'formula',
    unit: 'vnd',
    terms: [
      { metric: 'budget.allocated', sign: 1 },
      { metric: 'budget.committed', sign: -1 },
    ],
    words: { vi: 'Dự toán còn lại chưa cam kết', en: 'Budget available' },
    shortBy: 'budgetLine',
  },
  'budget.disbursementRate': {
    kind: 'ratio',
    unit: 'percent',
    of: 'budget.disbursed',
    per: 'budget.allocated',
    words: { vi: 'Tỷ lệ giải ngân', en: 'Disbursement rate' },
  },
} as const satisfies Record<string, Metric>;
