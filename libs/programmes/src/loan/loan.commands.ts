import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsUUID,
  ValidateIf,
  ValidateNested,
} from 'class-validator';
import { AllowedTo, IsCount, IsDay, IsText, Recording, RecordingCommand, RefersTo } from '@soquy/platform';
import {
  ALLOCATIONS,
  DAY_COUNTS,
  LOAN_METHODS,
  PREPAYMENTS,
  type Allocation,
  type DayCount,
  type LoanMethod,
  type Prepayment,
} from './loan.terms.schedule.js';

/** Ten thousand billion đồng, the most that the arithmetic of loans takes; interest on it stays exact for any term. */
const MOST_VND = 10_000_000_000_000;
const IsMoney = (least = 0) => IsCount(MOST_VND, least);
/** Thirty years; also bounds the schedule kept in one event. */
const MOST_MONTHS = 360;
/** 100 percent a year is a typing error, not a rate. */
const MOST_BASIS_POINTS = 10_000;
const MOST_OVERDUE_PERCENT = 300;
/** Five times the principal of interest paid late. */
const MOST_CAP_PERCENT = 500;
const MOST_RELATED = 50;

/** Who borrows from which fund, and what for. */
abstract class Borrowing extends RecordingCommand {
  @IsUUID() @RefersTo('fund') fundId: string;
  @IsUUID() @RefersTo('organisation') organisationId: string;
  /** Related persons of the customer, for the common limit. */
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MOST_RELATED)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  @RefersTo('organisation')
  relatedOrganisationIds?: string[];
  @IsText(3, 300) purpose: string;
}

@Recording('loans')
@AllowedTo('credit-officer')
export class ApplyForLoan extends Borrowing {
  @IsMoney(1) amountVnd: number;
  @IsCount(MOST_MONTHS, 1) termMonths: number;
  @IsOptional() @IsMoney(1) totalInvestmentVnd?: number;
  @IsOptional() @IsMoney() ownEquityVnd?: number;
}

@Recording('loans/:loanId/appraisals')
@AllowedTo('credit-officer', 'fund-manager')
export class AppraiseLoan extends RecordingCommand {
  @IsUUID() loanId: string;
  @IsOptional() @IsMoney() recommendedAmountVnd?: number;
  @IsOptional() @IsCount(MOST_BASIS_POINTS) recommendedRateBasisPoints?: number;
  @IsOptional() @IsText(3, 2_000) findings?: string;
}

class Instalment {
  @IsDay() dueOn: string;
  @IsMoney(1) principalVnd: number;
}

/** Needed by one method only, and checked wherever it is given. */
const OnlyOf = (only: LoanMethod, field: 'principalBasisPoints' | 'instalmentVnd' | 'instalments') =>
  ValidateIf((approval: ApproveLoan) => approval.method === only || approval[field] !== undefined);

@Recording('loans/:loanId/approvals')
@AllowedTo('fund-manager', 'leader')
export class ApproveLoan extends RecordingCommand {
  @IsUUID() loanId: string;
  @IsMoney(1) amountVnd: number;
  @IsCount(MOST_BASIS_POINTS) annualRateBasisPoints: number;
  @IsCount(MOST_MONTHS, 1) termMonths: number;
  @IsIn(LOAN_METHODS) method: LoanMethod;
  /** Only a bullet loan and a plan of the borrower's own can do without. */
  @ValidateIf(
    ({ method, instalmentEveryMonths }: ApproveLoan) =>
      (method !== 'bullet' && method !== 'custom') || instalmentEveryMonths !== undefined,
  )
  @IsCount(MOST_MONTHS, 1)
  instalmentEveryMonths?: number;
  @IsCount(MOST_MONTHS, 1) interestEveryMonths: number;
  /** Day of the month payments fall due; the day of the first disbursement where absent. */
  @IsOptional() @IsCount(31, 1) paymentDay?: number;
  /** Percent of the in-term rate on overdue principal. */
  @IsCount(MOST_OVERDUE_PERCENT, 100) overdueRatePercent: number;
  /** Overdue principal first where absent. */
  @IsOptional() @IsIn(ALLOCATIONS) allocation?: Allocation;
  /** Of `percentOfPrincipal`: what falls due each time, of the principal lent. */
  @OnlyOf('percentOfPrincipal', 'principalBasisPoints') @IsCount(10_000, 1) principalBasisPoints?: number;
  /** Of `fixedInstalment`: principal and interest together each time. */
  @OnlyOf('fixedInstalment', 'instalmentVnd') @IsMoney(1) instalmentVnd?: number;
  /** Of `custom`: the borrower's own plan, all of the amount within the term. */
  @OnlyOf('custom', 'instalments')
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(MOST_MONTHS)
  @ValidateNested({ each: true })
  @Type(() => Instalment)
  instalments?: Instalment[];
  /** So many months from the first disbursement no principal falls due. */
  @IsOptional() @IsCount(MOST_MONTHS) graceMonths?: number;
  /** Instalments are multiples of this, the last one is not. */
  @IsOptional() @IsMoney(1) multipleOfVnd?: number;
  /** Actual days over 365 where absent. */
  @IsOptional() @IsIn(DAY_COUNTS) dayCount?: DayCount;
  /** What principal paid early does to the instalments to come; it pays the next ones where absent. */
  @IsOptional() @IsIn(PREPAYMENTS) prepayment?: Prepayment;
  /** A year, on interest paid late; none where absent. */
  @IsOptional() @IsCount(MOST_BASIS_POINTS) lateInterestBasisPoints?: number;
  /** Late interest never exceeds so much of the interest it comes from. */
  @IsOptional() @IsCount(MOST_CAP_PERCENT) lateInterestCapPercent?: number;
}

@Recording('loans/:loanId/rejections')
@AllowedTo('fund-manager', 'leader')
export class RejectLoan extends RecordingCommand {
  @IsUUID() loanId: string;
}

/** Before any money was drawn: given up by the customer, or by the fund. */
@Recording('loans/:loanId/cancellations')
@AllowedTo('credit-officer', 'fund-manager')
export class CancelLoan extends RecordingCommand {
  @IsUUID() loanId: string;
}

@Recording('loans/:loanId/disbursements')
@AllowedTo('finance')
export class DisburseLoan extends RecordingCommand {
  @IsUUID() loanId: string;
  @IsMoney(1) amountVnd: number;
  /** Checked on the day of the first disbursement; absent: not checked. */
  @IsOptional() @IsBoolean() noBadDebtElsewhere?: boolean;
}

/** What is left of a partly drawn loan goes back to the fund's free capital. */
@Recording('loans/:loanId/undrawn-releases')
@AllowedTo('fund-manager')
export class ReleaseUndrawnCapital extends RecordingCommand {
  @IsUUID() loanId: string;
}

@Recording('loans/:loanId/repayments')
@AllowedTo('finance', 'credit-officer')
export class RecordRepayment extends RecordingCommand {
  @IsUUID() loanId: string;
  @IsMoney(1) amountVnd: number;
  /** As the payer or the voucher says; by the agreed order where neither is given, the rest where one is. */
  @IsOptional() @IsMoney() principalVnd?: number;
  @IsOptional() @IsMoney() interestVnd?: number;
}

class RemainingDue {
  @IsDay() dueOn: string;
  /** 0: only interest falls due. */
  @IsMoney() principalVnd: number;
}

/**
 * A loan older than the books. Interest falls due on every remaining due day. It states what was lent already, so the fund is not
 * asked (decision 0004): where its capital is less than that, or not recorded yet, `fund.availableToLend` shows the negative
 * number, and nothing more is lent until capital covers it.
 */
@Recording('loan-opening-balances')
@AllowedTo('finance', 'fund-manager')
export class OpenLoanBalance extends Borrowing {
  /** Still to be repaid, overdue principal included. */
  @IsMoney(1) principalVnd: number;
  @IsOptional() @IsMoney(1) lentVnd?: number;
  @IsOptional() @IsDay() lentOn?: string;
  @IsCount(MOST_BASIS_POINTS) annualRateBasisPoints: number;
  @IsCount(MOST_OVERDUE_PERCENT, 100) overdueRatePercent: number;
  @IsOptional() @IsIn(ALLOCATIONS) allocation?: Allocation;
  /** What falls due after the opening day; principal that is not in it is overdue since `overdueSince`. */
  @IsArray()
  @ArrayMaxSize(MOST_MONTHS)
  @ValidateNested({ each: true })
  @Type(() => RemainingDue)
  remainingSchedule: RemainingDue[];
  @IsOptional() @IsDay() overdueSince?: string;
  @IsOptional() @IsMoney() overdueInterestVnd?: number;
  /** Run up since the last due day, not due yet. */
  @IsOptional() @IsMoney() accruedInterestVnd?: number;
}
