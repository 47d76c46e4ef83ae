import type { Metric } from '@soquy/kernel';

/** The fund as an account: capital, what of it is lent or promised, and what is left to lend (domain.md F4, F8). */
export const fundFigures = {
  'fund.capital': { kind: 'stock', unit: 'vnd', words: { vi: 'Tổng nguồn vốn của Quỹ', en: 'Capital of the fund' } },
  'fund.borrowedCapital': { kind: 'stock', unit: 'vnd', words: { vi: 'Trong đó vốn huy động', en: 'Of which borrowed' } },
  'fund.lent': { kind: 'sum', unit: 'vnd', words: { vi: 'Số tiền đã giải ngân', en: 'Disbursed to borrowers' } },
  'fund.outstanding': { kind: 'stock', unit: 'vnd', words: { vi: 'Dư nợ gốc', en: 'Outstanding principal' } },
  'fund.reserved': { kind: 'stock', unit: 'vnd', words: { vi: 'Đã duyệt, chưa giải ngân', en: 'Approved, not yet disbursed' } },
  'fund.availableToLend': {
    kind: 'formula',
    unit: 'vnd',
    words: { vi: 'Vốn còn được cho vay', en: 'Available to lend' },
    shortBy: 'fund',
    terms: [
      { metric: 'fund.capital', sign: 1 },
      { metric: 'fund.outstanding', sign: -1 },
      { metric: 'fund.reserved', sign: -1 },
    ],
  },
  'fund.borrowers': {
    kind: 'distinct',
    unit: 'organisation',
    key: 'organisation',
    over: 'fund.lent',
    words: { vi: 'Số tổ chức được vay', en: 'Organisations lent to' },
  },
} as const satisfies Record<string, Metric>;
