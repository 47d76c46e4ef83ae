import type { Metric } from '@soquy/kernel';
import type { LoanTerms, Owed } from '@soquy/lending';
import {
  DUE_SOON_DAYS,
  dueSoon,
  measureOf,
  owedOn,
  termsOf,
  type DueSoon,
  type LoanMeasure,
  type MeasuredRow,
} from './loan.measure.schedule.js';

/** A row on the day it was asked for last. */
interface OnDay {
  readonly terms: LoanTerms | undefined;
  readonly day: string;
  readonly owed: Owed | undefined;
  readonly measure: LoanMeasure;
  due?: DueSoon;
}

const lastAsked = new WeakMap<MeasuredRow, OnDay>();

/** A board asks several figures of the same rows on the same day, and each row is measured once for all of them. */
function onDay(row: MeasuredRow, day: string): OnDay {
  const known = lastAsked.get(row);
  if (known?.day === day) return known;
  const terms = known ? known.terms : termsOf(row);
  const owed = owedOn(row, day, terms);
  const found = { terms, day, owed, measure: measureOf(owed) };
  lastAsked.set(row, found);
  return found;
}

const measured = (row: MeasuredRow, day: string): LoanMeasure => onDay(row, day).measure;

/** Both sums of what falls due follow from the same two days. */
function falling(row: MeasuredRow, day: string): DueSoon {
  const known = onDay(row, day);
  return (known.due ??= dueSoon(row, day, known.terms, known.owed));
}

/** What is measured on each loan may be grouped by how long the loan is overdue. */
const LOAN = { category: 'loan', daysLate: (row: MeasuredRow, day: string) => measured(row, day).daysOverdue } as const;

const WITHIN = { vi: `đến hạn trong ${DUE_SOON_DAYS} ngày`, en: `due within ${DUE_SOON_DAYS} days` };

/** What is owed on a day is measured on each loan for that day; what was collected is added up (domain.md F12, D1). */
export const loanFigures = {
  'loan.disbursed': { kind: 'sum', unit: 'loan', words: { vi: 'Số khoản vay đã giải ngân', en: 'Loans disbursed' } },
  'loan.principalCollected': { kind: 'sum', unit: 'vnd', words: { vi: 'Gốc đã thu', en: 'Principal collected' } },
  'loan.interestCollected': { kind: 'sum', unit: 'vnd', words: { vi: 'Lãi đã thu', en: 'Interest collected' } },
  'loan.active': {
    kind: 'fold',
    unit: 'loan',
    ...LOAN,
    words: { vi: 'Số khoản đang vay', en: 'Loans with debt' },
    measure: (row: MeasuredRow, day: string) => (measured(row, day).active ? 1 : 0),
  },
  'loan.outstanding': {
    kind: 'fold',
    unit: 'vnd',
    ...LOAN,
    words: { vi: 'Dư nợ gốc từng khoản', en: 'Outstanding principal of loans' },
    measure: (row: MeasuredRow, day: string) => measured(row, day).outstandingVnd,
  },
  'loan.interestOwed': {
    kind: 'fold',
    unit: 'vnd',
    ...LOAN,
    words: { vi: 'Lãi còn phải thu', en: 'Interest owed, due or run up' },
    measure: (row: MeasuredRow, day: string) => measured(row, day).interestAccruedVnd,
  },
  'loan.dueSoonCount': {
    kind: 'fold',
    unit: 'loan',
    ...LOAN,
    words: { vi: `Số khoản vay ${WITHIN.vi}`, en: `Loans ${WITHIN.en}` },
    measure: (row: MeasuredRow, day: string) => {
      const { principalVnd, interestVnd } = falling(row, day);
      return principalVnd > 0 || interestVnd > 0 ? 1 : 0;
    },
  },
  'loan.dueSoonPrincipal': {
    kind: 'fold',
    unit: 'vnd',
    ...LOAN,
    words: { vi: `Gốc ${WITHIN.vi}`, en: `Principal ${WITHIN.en}` },
    measure: (row: MeasuredRow, day: string) => falling(row, day).principalVnd,
  },
  'loan.dueSoonInterest': {
    kind: 'fold',
    unit: 'vnd',
    ...LOAN,
    words: { vi: `Lãi ${WITHIN.vi}`, en: `Interest ${WITHIN.en}` },
    measure: (row: MeasuredRow, day: string) => falling(row, day).interestVnd,
  },
  'loan.overdueCount': {
    kind: 'fold',
    unit: 'loan',
    ...LOAN,
    quiet: true,
    words: { vi: 'Số khoản vay quá hạn', en: 'Loans overdue' },
    measure: (row: MeasuredRow, day: string) => (measured(row, day).daysOverdue > 0 ? 1 : 0),
  },
  'loan.overdueDays': {
    kind: 'fold',
    unit: 'day',
    ...LOAN,
    quiet: true,
    words: { vi: 'Số ngày quá hạn', en: 'Days overdue' },
    measure: (row: MeasuredRow, day: string) => measured(row, day).daysOverdue,
  },
  'loan.overduePrincipal': {
    kind: 'fold',
    unit: 'vnd',
    ...LOAN,
    quiet: true,
    words: { vi: 'Nợ gốc quá hạn', en: 'Overdue principal' },
    measure: (row: MeasuredRow, day: string) => measured(row, day).overduePrincipalVnd,
  },
  'loan.overdueInterest': {
    kind: 'fold',
    unit: 'vnd',
    ...LOAN,
    quiet: true,
    words: { vi: 'Lãi quá hạn', en: 'Overdue interest' },
    measure: (row: MeasuredRow, day: string) => measured(row, day).overdueInterestVnd,
  },
} as const satisfies Record<string, Metric>;
