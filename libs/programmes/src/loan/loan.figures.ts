import type { Metric } from '@soquy/kernel';
import type { LoanTerms } from '@soquy/lending';
import {
  DUE_SOON_DAYS,
  dueSoon,
  measureLoan,
  termsOf,
  type DueSoon,
  type LoanMeasure,
  type MeasuredRow,
} from './loan.measure.schedule.js';

interface Measured {
  readonly terms: LoanTerms | undefined;
  day: string;
  measure: LoanMeasure;
}

const lastMeasured = new WeakMap<MeasuredRow, Measured>();
/** Several figures of one row are mostly asked one after the other. */
let latest: { readonly row: MeasuredRow; readonly measured: Measured } | undefined;

/** A board asks several figures of the same rows on the same day, and each row is measured once for all of them. */
function measured(row: MeasuredRow, day: string): LoanMeasure {
  if (latest?.row === row && latest.measured.day === day) return latest.measured.measure;
  const known = lastMeasured.get(row);
  const found = known?.day === day ? known : measuredAnew(row, day, known);
  latest = { row, measured: found };
  return found.measure;
}

function measuredAnew(row: MeasuredRow, day: string, known: Measured | undefined): Measured {
  const terms = known ? known.terms : termsOf(row);
  const measure = measureLoan(row, day, terms);
  if (known) return Object.assign(known, { day, measure });
  const found = { terms, day, measure };
  lastMeasured.set(row, found);
  return found;
}

const lastDue = new WeakMap<MeasuredRow, { readonly day: string; readonly due: DueSoon }>();

/** Likewise: both sums follow from the same two days. */
function falling(row: MeasuredRow, day: string): DueSoon {
  const last = lastDue.get(row);
  if (last?.day === day) return last.due;
  const due = dueSoon(row, day);
  lastDue.set(row, { day, due });
  return due;
}

const WITHIN = { vi: `đến hạn trong ${DUE_SOON_DAYS} ngày`, en: `due within ${DUE_SOON_DAYS} days` };

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
    measure: (row: MeasuredRow, day: string) => (measured(row, day).active ? 1 : 0),
  },
  'loan.outstanding': {
    kind: 'fold',
    unit: 'vnd',
    category: 'loan',
    words: { vi: 'Dư nợ gốc từng khoản', en: 'Outstanding principal of loans' },
    measure: (row: MeasuredRow, day: string) => measured(row, day).outstandingVnd,
  },
  'loan.interestOwed': {
    kind: 'fold',
    unit: 'vnd',
    category: 'loan',
    words: { vi: 'Lãi còn phải thu', en: 'Interest owed, due or run up' },
    measure: (row: MeasuredRow, day: string) => measured(row, day).interestAccruedVnd,
  },
  'loan.dueSoonPrincipal': {
    kind: 'fold',
    unit: 'vnd',
    category: 'loan',
    words: { vi: `Gốc ${WITHIN.vi}`, en: `Principal ${WITHIN.en}` },
    measure: (row: MeasuredRow, day: string) => falling(row, day).principalVnd,
  },
  'loan.dueSoonInterest': {
    kind: 'fold',
    unit: 'vnd',
    category: 'loan',
    words: { vi: `Lãi ${WITHIN.vi}`, en: `Interest ${WITHIN.en}` },
    measure: (row: MeasuredRow, day: string) => falling(row, day).interestVnd,
  },
  'loan.overdueCount': {
    kind: 'fold',
    unit: 'loan',
    category: 'loan',
    quiet: true,
    words: { vi: 'Số khoản vay quá hạn', en: 'Loans overdue' },
    measure: (row: MeasuredRow, day: string) => (measured(row, day).daysOverdue > 0 ? 1 : 0),
  },
  'loan.overdueDays': {
    kind: 'fold',
    unit: 'day',
    category: 'loan',
    quiet: true,
    words: { vi: 'Số ngày quá hạn', en: 'Days overdue' },
    measure: (row: MeasuredRow, day: string) => measured(row, day).daysOverdue,
  },
  'loan.overduePrincipal': {
    kind: 'fold',
    unit: 'vnd',
    category: 'loan',
    quiet: true,
    words: { vi: 'Nợ gốc quá hạn', en: 'Overdue principal' },
    measure: (row: MeasuredRow, day: string) => measured(row, day).overduePrincipalVnd,
  },
  'loan.overdueInterest': {
    kind: 'fold',
    unit: 'vnd',
    category: 'loan',
    quiet: true,
    words: { vi: 'Lãi quá hạn', en: 'Overdue interest' },
    measure: (row: MeasuredRow, day: string) => measured(row, day).overdueInterestVnd,
  },
} as const satisfies Record<string, Metric>;
