import type { Metric } from '@soquy/kernel';
import { measureLoan, type MeasuredRow } from './loan.measure.schedule.js';

/** What is owed on a day is measured on each loan for that day; what was collected is added up (domain.md F12, D1). */
export const loanFigures = {
  'loan.disbursed': { kind: 'sum', unit: 'loan', words: { vi: 'Số khoản vay đã giải ngân', en: 'Loans disbursed' } },
  'loan.principalCollected': { kind: 'sum', unit: 'vnd', words: { vi: 'Gốc đã thu', en: 'Principal collected' } },
  'loan.interestCollected': { kind: 'sum', unit: 'vnd', words: { vi: 'Lãi đã thu', en: 'Interest collected' } },
  'loan.active': {
    kind: 'fold',
    unit: 'loan',
    category: 'loan',
    words: { vi: 'Số khoản đang vay', en: 'Loans with debt' },
    measure: (row: MeasuredRow, day: string) => (measureLoan(row, day).active ? 1 : 0),
  },
  'loan.outstanding': {
    kind: 'fold',
    unit: 'vnd',
    category: 'loan',
    words: { vi: 'Dư nợ gốc từng khoản', en: 'Outstanding principal of loans' },
    measure: (row: MeasuredRow, day: string) => measureLoan(row, day).outstandingVnd,
  },
  'loan.interestOwed': {
    kind: 'fold',
    unit: 'vnd',
    category: 'loan',
    words: { vi: 'Lãi còn phải thu', en: 'Interest owed, due or run up' },
    measure: (row: MeasuredRow, day: string) => measureLoan(row, day).interestAccruedVnd,
  },
  'loan.overdueCount': {
    kind: 'fold',
    unit: 'loan',
    category: 'loan',
    words: { vi: 'Số khoản vay quá hạn', en: 'Loans overdue' },
    measure: (row: MeasuredRow, day: string) => (measureLoan(row, day).daysOverdue > 0 ? 1 : 0),
  },
  'loan.overdueDays': {
    kind: 'fold',
    unit: 'day',
    category: 'loan',
    words: { vi: 'Số ngày quá hạn', en: 'Days overdue' },
    measure: (row: MeasuredRow, day: string) => measureLoan(row, day).daysOverdue,
  },
  'loan.overduePrincipal': {
    kind: 'fold',
    unit: 'vnd',
    category: 'loan',
    words: { vi: 'Nợ gốc quá hạn', en: 'Overdue principal' },
    measure: (row: MeasuredRow, day: string) => measureLoan(row, day).overduePrincipalVnd,
  },
  'loan.overdueInterest': {
    kind: 'fold',
    unit: 'vnd',
    category: 'loan',
    words: { vi: 'Lãi quá hạn', en: 'Overdue interest' },
    measure: (row: MeasuredRow, day: string) => measureLoan(row, day).overdueInterestVnd,
  },
} as const satisfies Record<string, Metric>;
