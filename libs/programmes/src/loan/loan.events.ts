import type { EventCatalogue, EventsOf, OrganisationSnapshot, RuleValue } from '@soquy/kernel';
import type { ScheduleLine } from './loan.schedule.js';
import type { Allocation, DayCount, LoanMethod, PlannedInstalment, Prepayment } from './loan.terms.schedule.js';

/** Who borrows from which fund, and what for. */
interface Borrowing {
  loanId: string;
  fundId: string;
  /** The customer as on the day of the fact. */
  organisation: OrganisationSnapshot;
  relatedOrganisationIds?: string[];
  purpose: string;
}

/** What the contract says of rates and repayment. */
interface Rates {
  annualRateBasisPoints: number;
  /** Of the in-term rate, 150 at most since NĐ 45/2021 A25; kept as it is agreed, never as a rounded rate. */
  overdueRatePercent: number;
  allocation: Allocation;
}

// Names and fields here are the storage format. Add a field as optional; change a meaning only under a new version.
export interface LoanEvents {
  LoanApplied: Borrowing & {
    amountVnd: number;
    termMonths: number;
    totalInvestmentVnd?: number;
    ownEquityVnd?: number;
    appliedBy: string;
    appliedOn: string;
  };
  LoanAppraised: {
    loanId: string;
    recommendedAmountVnd?: number;
    /** A year, in the term. */
    recommendedRateBasisPoints?: number;
    findings?: string;
    appraisedBy: string;
    appraisedOn: string;
  };
  LoanApproved: Rates & {
    loanId: string;
    amountVnd: number;
    termMonths: number;
    method: LoanMethod;
    /** Absent: all principal at the end, or on days of its own (`instalments`). */
    instalmentEveryMonths?: number;
    interestEveryMonths: number;
    /** Day of the month on which payments fall due; absent: the day of the first disbursement. */
    paymentDay?: number;
    /** Of the principal lent, what falls due each time; of `percentOfPrincipal`. */
    principalBasisPoints?: number;
    /** Principal and interest together each time; of `fixedInstalment`. */
    instalmentVnd?: number;
    /** The borrower's own plan; of `custom`. */
    instalments?: PlannedInstalment[];
    /** So many months from the first disbursement no principal falls due; absent: none. */
    graceMonths?: number;
    /** Instalments are multiples of this; absent: of one đồng. */
    multipleOfVnd?: number;
    /** Absent: actual days over 365. */
    dayCount?: DayCount;
    /** What principal paid early does; absent: it pays the next instalments. */
    prepayment?: Prepayment;
    /** A year, on interest paid late; absent: none runs. */
    lateInterestBasisPoints?: number;
    /** Of the interest it comes from, the most it can be; absent: no such bound. */
    lateInterestCapPercent?: number;
    /** Rules of the decision day the approval was checked against. */
    rulesUsed: RuleValue[];
    approvedBy: string;
    approvedOn: string;
  };
  LoanRejected: { loanId: string; rejectedBy: string; rejectedOn: string };
  /** `freedVnd`: capital that had been reserved for it. */
  LoanCancelled: { loanId: string; freedVnd: number; cancelledOn: string };
  /** A loan older than the books, as it stood on a day. */
  LoanBalanceOpened: Borrowing &
    Rates & {
      principalVnd: number;
      /** What and when was lent at the time, where it is known. */
      lentVnd?: number;
      lentOn?: string;
      /** What falls due from here on; principal that is not in it was overdue already. */
      schedule: ScheduleLine[];
      /** Effective due day of the oldest unpaid principal or interest. */
      overdueSince?: string;
      /** Interest that had fallen due and was not paid. */
      overdueInterestVnd: number;
      /** Interest that had run up since the last due day, due with the next one. */
      accruedInterestVnd: number;
      openedOn: string;
    };
  /** The first one fixes the schedule of all that was approved; later ones only draw on it. */
  LoanDisbursed: {
    loanId: string;
    amountVnd: number;
    /** No bad debt at any credit institution on the day of the first disbursement (domain.md F3), as far as it was checked. */
    noBadDebtElsewhere?: boolean;
    schedule?: ScheduleLine[];
    disbursedBy: string;
    disbursedOn: string;
  };
  /** What was approved and will not be drawn any more. */
  UndrawnCapitalReleased: { loanId: string; amountVnd: number; releasedOn: string };
  /** What was paid, and how it was booked: amount = principal + interest - interest paid ahead that became principal. */
  RepaymentReceived: {
    loanId: string;
    amountVnd: number;
    principalVnd: number;
    interestVnd: number;
    /** Interest paid ahead, no longer needed once the loan is paid off, and turned into principal here. */
    fromAdvanceVnd?: number;
    /** What the split follows: the order agreed, or what the payer or voucher said. */
    allocation: Allocation | 'asStated';
    /** Number of the payment voucher, so that no voucher is booked twice. */
    voucher?: string;
    repaidOn: string;
  };
}
export type LoanEvent = EventsOf<LoanEvents>;

export const loanEvents: EventCatalogue<LoanEvents> = {
  LoanApplied: { version: 1, effectiveOn: 'appliedOn' },
  LoanAppraised: { version: 1, effectiveOn: 'appraisedOn' },
  LoanApproved: { version: 1, effectiveOn: 'approvedOn' },
  LoanRejected: { version: 1, effectiveOn: 'rejectedOn' },
  LoanCancelled: { version: 1, effectiveOn: 'cancelledOn' },
  LoanBalanceOpened: { version: 1, effectiveOn: 'openedOn' },
  LoanDisbursed: { version: 1, effectiveOn: 'disbursedOn' },
  UndrawnCapitalReleased: { version: 1, effectiveOn: 'releasedOn' },
  RepaymentReceived: { version: 1, effectiveOn: 'repaidOn' },
};
