import type { Words } from '@soquy/kernel';
import type { DebtGroup } from '@soquy/lending';
import { screenWords } from '../words/screen-words.js';

/** As the regulations call them (TT 14/2024/TT-NHNN; domain.md D1). */
const NAMES: Readonly<Record<DebtGroup, Words>> = {
  1: { vi: 'Nợ đủ tiêu chuẩn', en: 'Standard' },
  2: { vi: 'Nợ cần chú ý', en: 'Special mention' },
  3: { vi: 'Nợ dưới tiêu chuẩn', en: 'Substandard' },
  4: { vi: 'Nợ nghi ngờ', en: 'Doubtful' },
  5: { vi: 'Nợ có khả năng mất vốn', en: 'Loss' },
};

export const debtGroupWords = screenWords({
  debtGroup: { vi: 'Nhóm nợ', en: 'Debt group' },
  group: {
    vi: ({ group }: { group: DebtGroup }) => NAMES[group].vi,
    en: ({ group }: { group: DebtGroup }) => NAMES[group].en,
  },
  formula: {
    vi: 'Nhóm xấu nhất trong các khoản vay của khách hàng, theo số ngày quá hạn của từng khoản',
    en: "The worst group among the customer's loans, each by its days overdue",
  },
  boundOf: {
    vi: ({ group }: { group: DebtGroup }) => `Nhóm ${group} từ`,
    en: ({ group }: { group: DebtGroup }) => `Group ${group} from`,
  },
  source: { vi: 'Văn bản', en: 'Legal text' },
  badDebt: { vi: 'Nợ xấu (nhóm 3–5)', en: 'Bad debt (groups 3–5)' },
  badDebtTooMany: {
    vi: ({ most }: { most: string }) => `hơn ${most} khách hàng nợ lâu, nhiều hơn số trang này tính được`,
    en: ({ most }: { most: string }) => `more than ${most} customers long overdue, more than this page can work out`,
  },
  badDebtFormula: {
    vi: 'Cộng dư nợ gốc của các khoản thuộc nhóm 3 đến 5; mọi khoản của một khách hàng ở nhóm xấu nhất',
    en: 'Outstanding principal of loans in groups 3 to 5; all loans of one customer are in the worst of their groups',
  },
});
