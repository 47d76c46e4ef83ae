import { addDays } from '@soquy/kernel';
import {
  ledgerFrom,
  ledgerOf,
  owedFromRow,
  type AccountRow,
  type LedgerFact,
  type Buckets,
  type LoanTerms,
  type Owed,
} from '@soquy/lending';
import { agreedTerms, type AgreedTerms } from './loan.terms.schedule.js';
import { asRecorded, type Debt } from './loan.lending.schedule.js';

/**
 * What the measures of any later day follow from; it changes only at facts. `account` is there once money was lent, and with
 * `terms` gives every later day, and what a further repayment would do (`ledgerFrom`).
 */
export interface MeasuredRow {
  /** As agreed; which days and amounts they came to is in `account` and, as fixed, in the loan's schedule. */
  readonly terms?: LoanTerms;
  /** Stands for terms that are not there. */
  readonly approval?: AgreedTerms;
  readonly account?: AccountRow;
}

/** A loan on a day. Of the interest owed part has fallen due, and of that part is late. */
export interface LoanMeasure {
  /** Principal or interest is still owed. */
  readonly active: boolean;
  readonly outstandingVnd: number;
  readonly overduePrincipalVnd: number;
  /** Interest fallen due before the day, that on overdue principal, and that on interest paid late. */
  readonly overdueInterestVnd: number;
  /** From the effective due day of the oldest unpaid principal or interest; 0 when nothing is late. */
  readonly daysOverdue: number;
  /** All interest owed, due or still running. */
  readonly interestAccruedVnd: number;
  readonly interestDueVnd: number;
  /** Interest paid ahead of what has run up. */
  readonly interestAdvanceVnd: number;
}

/** So many days ahead an office looks for what falls due. */
export const DUE_SOON_DAYS = 14;

/** What falls due from a day on and is not paid yet. */
export interface DueSoon {
  readonly principalVnd: number;
  /** As agreed; what late payment adds meanwhile is in none of it. */
  readonly interestVnd: number;
}

const NOTHING: LoanMeasure = {
  active: false,
  outstandingVnd: 0,
  overduePrincipalVnd: 0,
  overdueInterestVnd: 0,
  daysOverdue: 0,
  interestAccruedVnd: 0,
  interestDueVnd: 0,
  interestAdvanceVnd: 0,
};

/** A loan on any day from its row's last fact on. */
export const measureLoan = (row: MeasuredRow, day: string): LoanMeasure => measureOf(owedOn(row, day));

/** What is owed on such a day; undefined where nothing was lent. */
export function owedOn(row: MeasuredRow, day: string, terms = termsOf(row)): Owed | undefined {
  if (!terms || !row.account || day < row.account.on) return undefined;
  return owedFromRow(terms, row.account, day);
}

export const termsOf = ({ approval, terms }: MeasuredRow): LoanTerms | undefined => terms ?? (approval && agreedTerms(approval));

/** What falls due on the day or within the days after it, if nothing more is paid; what was late before stands elsewhere. */
export function dueSoon(row: MeasuredRow, day: string, terms = termsOf(row), owed = owedOn(row, day, terms)): DueSoon {
  const then = owed && owedOn(row, addDays(day, DUE_SOON_DAYS), terms);
  if (!then) return { principalVnd: 0, interestVnd: 0 };
  return {
    principalVnd: Math.max(0, then.due.principal - owed.overdue.principal),
    interestVnd: Math.max(0, then.due.interest - owed.overdue.interest),
  };
}

/** Of an account without what is settled: the day on which its oldest fell due, or the next does. Nothing is overdue before. */
export function firstDueIn(account: AccountRow): string | undefined {
  const { principal = [], ahead = [], interestAhead = [], claims = [], deferred = [] } = account;
  let first: string | undefined;
  for (const days of [principal, ahead.slice(0, 1), interestAhead.slice(0, 1), claims, deferred])
    for (const { nominalOn, dueOn = nominalOn } of days) if (first === undefined || dueOn < first) first = dueOn;
  return first;
}

/** The account after all facts, level with the last of them, and what it then owes. */
export function accountAfter({ terms, facts }: Debt): { readonly account: AccountRow; readonly measure: LoanMeasure } {
  const on = facts.reduce((last, fact) => (fact.on > last ? fact.on : last), '');
  const ledger = ledgerOf(terms, facts, asRecorded);
  return {
    account: ledger.row(on),
    get measure() {
      return measureOf(ledger.position(on));
    },
  };
}

/** The account after one more fact, on its day or later than all before it. */
export const accountWith = (terms: LoanTerms, account: AccountRow, fact: LedgerFact): AccountRow =>
  ledgerFrom(terms, account, [fact], asRecorded).row(fact.on);

/** What is owed, in đồng. */
export function measureOf(owed: Owed | undefined): LoanMeasure {
  if (!owed) return NOTHING;
  const { outstanding, overdue, due, accruedInterest, daysPastDue, held } = owed;
  const interestDueVnd = interestIn(due);
  const interestAccruedVnd = interestDueVnd + accruedInterest;
  return {
    active: outstanding > 0 || interestAccruedVnd > 0,
    outstandingVnd: outstanding,
    overduePrincipalVnd: overdue.principal,
    overdueInterestVnd: interestIn(overdue),
    daysOverdue: daysPastDue,
    interestAccruedVnd,
    interestDueVnd,
    interestAdvanceVnd: held,
  };
}

/** Of every kind. */
export const interestIn = ({ interest, overdueInterest, lateInterest }: Buckets): number =>
  interest + overdueInterest + lateInterest;
