import type { Day } from '@soquy/kernel';

/** How days between two dates count. `period`: each whole period bears the same share of the year, whatever its days. */
export const DAY_COUNTS = ['actual/365', 'actual/actual', '30/360', 'period'] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

/** Where an amount between two units goes. */
export const ROUNDINGS = ['halfUp', 'halfEven', 'down'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** Which instalment takes what equal parts leave over. */
export const RESIDUES = ['last', 'first'] as const;
export type Residue = (typeof RESIDUES)[number];

/** In what order a payment is used up (domain.md I6); within a part, the oldest first. */
export const ALLOCATIONS = ['overduePrincipalFirst', 'interestFirst', 'byInstalment', 'byKind'] as const;
export type Allocation = (typeof ALLOCATIONS)[number];

/** What principal paid before it is due does to the instalments that follow. */
export const PREPAYMENTS = ['cancelLatest', 'reduceEach', 'payNext'] as const;
export type Prepayment = (typeof PREPAYMENTS)[number];

/** An amount in the currency's smallest unit: whole đồng, or hundredths where the currency has two decimals. */
export type Amount = number;

export interface Currency {
  readonly code: string;
  readonly decimals: 0 | 1 | 2 | 3;
}

/** How principal is given back. Days are counted from the first disbursement or from the grid's own anchor. */
export type Repayment =
  | { readonly method: 'equalPrincipal' }
  | { readonly method: 'bullet' }
  /** Principal and interest together are the same each time. */
  | { readonly method: 'annuity' }
  /** Each time so much of the principal lent; what is left falls due at the end. */
  | { readonly method: 'percentOfPrincipal'; readonly basisPoints: number }
  /** Principal and interest together are this each time; what is left falls due at the end. */
  | { readonly method: 'fixedInstalment'; readonly amount: Amount }
  | { readonly method: 'custom'; readonly instalments: readonly { readonly on: Day; readonly principal: Amount }[] };

/** The days on which something falls due. */
export interface Grid {
  readonly termMonths: number;
  /** As `interestEveryMonths` unless given; of no use to `bullet` and `custom`. */
  readonly principalEveryMonths?: number;
  readonly interestEveryMonths: number;
  /** Day of the month on which payments fall due; without it the day of the first disbursement. A shorter month has its last day. */
  readonly paymentDay?: number;
  /** So many months from the start no principal falls due. */
  readonly graceMonths?: number;
  /** Payment days that are no working days: to the next one, or as they are. The nominal day stays the anchor either way. */
  readonly nonWorkingDays: 'nextWorkingDay' | 'unchanged';
}

/** A due day as it was fixed once, whatever a calendar says of it later. */
export interface PlannedDay {
  readonly nominalOn: Day;
  readonly dueOn: Day;
  readonly principal: Amount;
  readonly bearsInterest: boolean;
}

/** What a contract says of money, time and rate: every choice by its name. */
export interface LoanTerms {
  readonly currency: Currency;
  /** Approved; what is drawn may be less, in several parts. */
  readonly principal: Amount;
  readonly annualRateBasisPoints: number;
  /** Of the in-term rate, on principal that is overdue, instead of it; 150 at most (NĐ 45/2021 A25). */
  readonly overdueRatePercent: number;
  /** On interest that was not paid when due; in a bucket of its own, never on itself (domain.md I5). */
  readonly lateInterestBasisPoints?: number;
  /** Late interest never exceeds so much of the interest it comes from. */
  readonly lateInterestCapPercent?: number;
  readonly dayCount: DayCount;
  readonly rounding: Rounding;
  readonly residue: Residue;
  /**
   * Instalments are multiples of this; the residue is not. 1 unless given. Those that `reduceEach` has cut are none any more:
   * our choice, since only an exact spread is the same for a payment and for its parts on one day.
   */
  readonly multipleOf?: Amount;
  readonly repayment: Repayment;
  readonly grid: Grid;
  readonly allocation: Allocation;
  readonly prepayment: Prepayment;
  /**
   * What `repayment` and `grid` came to when the books fixed it; from then on it stands for them. It is filled from its
   * beginning as far as was drawn.
   */
  readonly plan?: readonly PlannedDay[];
}
