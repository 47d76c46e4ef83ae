import { refuse as raise, type Refuse, type RuleBook, type RuleValue, type Words, type WorkingDays } from '@soquy/kernel';
import { LendingError } from '@soquy/lending';
import type { LoanEvents } from './loan.events.js';
import { overduePrincipalAt, remainingSchedule, type RemainingDue } from './loan.opening.schedule.js';
import { isPossible, type Payable } from './loan.repayment.schedule.js';
import type { ScheduleLine } from './loan.schedule.js';
import { debtOf, type Disbursed, type Loan } from './loan.state.js';
import { FIELDS_OF_METHODS, type AgreedTerms, type LoanMethod } from './loan.terms.schedule.js';

type Status = Loan['status'];

export interface LoanRefusals {
  StepNotOpen: { status: Status };
  BeforePrecedingStep: { earliestOn: string };
  SamePerson: { step: 'application' | 'appraisal' | 'approval' };
  EquityAboveInvestment: { ownEquityVnd: number; totalInvestmentVnd: number };
  OwnEquityTooLow: { ownEquityVnd: number; leastVnd: number; source: string };
  MoreThanRequested: { amountVnd: number; requestedVnd: number };
  OverdueRateTooHigh: { overdueRatePercent: number; highestPercent: number; source: string };
  LateRateTooHigh: { lateInterestBasisPoints: number; highestBasisPoints: number; source: string };
  NotOfMethod: { field: keyof typeof FIELDS_OF_METHODS; method: LoanMethod };
  TermsMakeNoLoan: { reason: string; sentence: Words };
  PeriodLongerThanTerm: { everyMonths: number; termMonths: number };
  BadDebtElsewhere: { checkedOn: string };
  MoreThanApproved: { amountVnd: number; undrawnVnd: number };
  AfterLastDueDay: { lastDueOn: string };
  MoreThanOwed: { amountVnd: number; owedVnd: number; principalVnd: number; interestVnd: number };
  SplitDoesNotAddUp: { amountVnd: number; principalVnd: number; interestVnd: number };
  LaterRepaymentAffected: { repaidOn: string };
  VoucherAlreadyUsed: { voucher: string; repaidOn: string };
  DueBeforeOpening: { dueOn: string };
  DueTwice: { dueOn: string };
  ScheduleExceedsPrincipal: { principalVnd: number; scheduledVnd: number };
  OverdueSinceUnclear: { overduePrincipalVnd: number; overdueInterestVnd: number };
  RepaidSince: { repaidOn: string };
  FirstDisbursementFixesSchedule: { disbursedOn: string };
}

/** What an office states of a loan older than the books. */
interface Statement {
  readonly principalVnd: number;
  readonly remainingSchedule: readonly RemainingDue[];
  readonly overdueSince?: string;
  readonly overdueInterestVnd?: number;
  readonly effectiveOn: string;
}

export const refuse: Refuse<LoanRefusals> = raise;

/** The loan, if it stands at one of these steps. */
export function open<At extends Status>(loan: Loan, ...at: At[]): Extract<Loan, { status: At }> {
  if (!(at as Status[]).includes(loan.status)) refuse('StepNotOpen', { status: loan.status });
  return loan as Extract<Loan, { status: At }>;
}

/** No step comes before the one it follows. */
export function notBefore(on: string, earliestOn: string): void {
  if (on < earliestOn) refuse('BeforePrecedingStep', { earliestOn });
}

/** Appraisal, decision and payment are separate acts of separate persons (domain.md F2). */
export function anotherPerson(personId: string, step: LoanRefusals['SamePerson']['step'], earlier: string | undefined): void {
  if (personId === earlier) refuse('SamePerson', { step });
}

type Equity = Pick<LoanEvents['LoanApplied'], 'ownEquityVnd' | 'totalInvestmentVnd'>;

export function withinInvestment({
  ownEquityVnd,
  totalInvestmentVnd,
}: { readonly [Key in keyof Equity]: number | undefined }): void {
  if (ownEquityVnd !== undefined && totalInvestmentVnd !== undefined && ownEquityVnd > totalInvestmentVnd)
    refuse('EquityAboveInvestment', { ownEquityVnd, totalInvestmentVnd }, 'input');
}

/** Own equity of the borrower, in basis points of the investment (domain.md F3); nothing to check where one is not known. */
export function equityRule({ ownEquityVnd, totalInvestmentVnd }: Equity, rules: RuleBook, day: string): readonly RuleValue[] {
  const rule = rules.at('fund.equity.min', day);
  if (typeof rule?.value !== 'number' || ownEquityVnd === undefined || totalInvestmentVnd === undefined) return [];
  const leastVnd = Number((BigInt(totalInvestmentVnd) * BigInt(rule.value) + 9_999n) / 10_000n);
  if (ownEquityVnd < leastVnd) refuse('OwnEquityTooLow', { ownEquityVnd, leastVnd, source: rule.source });
  return [rule];
}

/** The overdue rate is a percentage of the in-term rate, at most that of the day (domain.md F5). */
export function overdueRateRule(overdueRatePercent: number, rules: RuleBook, day: string): readonly RuleValue[] {
  const rule = rules.at('fund.rate.overdueMax', day);
  if (typeof rule?.value !== 'number') return [];
  const { value: highestPercent, source } = rule;
  if (overdueRatePercent > highestPercent) refuse('OverdueRateTooHigh', { overdueRatePercent, highestPercent, source }, 'input');
  return [rule];
}

/** Interest on interest paid late is capped by law (domain.md I5). */
export function lateRateRule(lateInterestBasisPoints: number | undefined, rules: RuleBook, day: string): readonly RuleValue[] {
  const rule = rules.at('interest.lateMaxRate', day);
  if (typeof rule?.value !== 'number' || lateInterestBasisPoints === undefined) return [];
  const { value: highestBasisPoints, source } = rule;
  if (lateInterestBasisPoints > highestBasisPoints)
    refuse('LateRateTooHigh', { lateInterestBasisPoints, highestBasisPoints, source }, 'input');
  return [rule];
}

/** What only one way of repayment knows is not said of another. */
export function ofItsMethod(agreed: Pick<AgreedTerms, 'method' | keyof typeof FIELDS_OF_METHODS>): void {
  for (const field of Object.keys(FIELDS_OF_METHODS) as (keyof typeof FIELDS_OF_METHODS)[])
    if (agreed[field] !== undefined && agreed.method !== FIELDS_OF_METHODS[field])
      refuse('NotOfMethod', { field, method: agreed.method }, 'input');
}

/** Terms that the arithmetic cannot make a loan of are refused in its words. */
export function asLoan<Made>(make: () => Made): Made {
  try {
    return make();
  } catch (error) {
    if (!(error instanceof LendingError)) throw error;
    const { code, words } = error as LendingError;
    return refuse('TermsMakeNoLoan', { reason: code, sentence: words }, 'input');
  }
}

export function withinTerm(termMonths: number, ...periods: (number | undefined)[]): void {
  const longer = periods.find((everyMonths) => everyMonths !== undefined && everyMonths > termMonths);
  if (longer) refuse('PeriodLongerThanTerm', { everyMonths: longer, termMonths }, 'input');
}

/** A split by hand: one part given leaves the rest to the other, and neither is more than is owed of it. */
export function statedSplit(
  amountVnd: number,
  payable: Payable,
  stated: { principalVnd?: number | undefined; interestVnd?: number | undefined },
) {
  const principalVnd = stated.principalVnd ?? amountVnd - (stated.interestVnd ?? 0);
  const interestVnd = stated.interestVnd ?? amountVnd - principalVnd;
  if (principalVnd < 0 || interestVnd < 0 || principalVnd + interestVnd !== amountVnd)
    refuse('SplitDoesNotAddUp', { amountVnd, principalVnd, interestVnd }, 'input');
  if (principalVnd > payable.principalVnd || interestVnd > payable.interestVnd) moreThanOwed(amountVnd, payable);
  return { principalVnd, interestVnd, fromAdvanceVnd: 0 };
}

export function moreThanOwed(amountVnd: number, { owedVnd, principalVnd, interestVnd }: Payable): never {
  return refuse('MoreThanOwed', { amountVnd, owedVnd, principalVnd, interestVnd }, 'input');
}

/** True where this very voucher is booked already; the same number on another payment is refused. */
export function booked(loan: Disbursed, voucher: string | undefined, amountVnd: number, on: string): boolean {
  const same = loan.movements.find((movement) => 'voucher' in movement && movement.voucher === voucher && voucher !== undefined);
  if (!same || !voucher || 'drawnVnd' in same) return false;
  const { principalVnd, interestVnd, fromAdvanceVnd = 0 } = same;
  if (same.on !== on || principalVnd + interestVnd - fromAdvanceVnd !== amountVnd)
    refuse('VoucherAlreadyUsed', { voucher, repaidOn: same.on });
  return true;
}

/** What still falls due after the opening day, no day twice, and not more than is still to be repaid. */
export function remainingDues(statement: Statement, calendar: WorkingDays): ScheduleLine[] {
  const { principalVnd, effectiveOn, remainingSchedule: remaining } = statement;
  const schedule = remainingSchedule(remaining, calendar);
  const early = schedule.find(({ nominalOn }) => nominalOn <= effectiveOn);
  if (early) refuse('DueBeforeOpening', { dueOn: early.nominalOn }, 'input');
  const twice = schedule.find(({ nominalOn }, index) => schedule[index + 1]?.nominalOn === nominalOn);
  if (twice) refuse('DueTwice', { dueOn: twice.nominalOn }, 'input');
  const overdueVnd = overduePrincipalAt(principalVnd, schedule);
  if (overdueVnd < 0) refuse('ScheduleExceedsPrincipal', { principalVnd, scheduledVnd: principalVnd - overdueVnd }, 'input');
  return schedule;
}

/** Whoever states overdue debt says since when, a day before the opening; whoever does not, does not. */
export function overdueSinceIsClear(statement: Statement, schedule: readonly ScheduleLine[]): void {
  const { principalVnd, overdueSince, overdueInterestVnd = 0, effectiveOn } = statement;
  const overduePrincipalVnd = overduePrincipalAt(principalVnd, schedule);
  const isOverdue = overduePrincipalVnd > 0 || overdueInterestVnd > 0;
  if (isOverdue !== (overdueSince !== undefined) || (overdueSince !== undefined && overdueSince >= effectiveOn))
    refuse('OverdueSinceUnclear', { overduePrincipalVnd, overdueInterestVnd }, 'input');
}

/** For corrections: no repayment rests on the fact. */
export function unlessRepaid(without: Loan): void {
  const repaid =
    without.status === 'disbursed' ? without.movements.find((movement) => 'principalVnd' in movement)?.on : undefined;
  const repaidOn = repaid ?? ('repaidOn' in without ? without.repaidOn : undefined);
  if (repaidOn) refuse('RepaidSince', { repaidOn });
}

/** For corrections: the first disbursement holds the schedule of the later ones. */
export function unlessDrawnSince(without: Loan): void {
  if (without.status === 'disbursed' && !without.statement && without.schedule.length === 0)
    refuse('FirstDisbursementFixesSchedule', { disbursedOn: without.movements[0]!.on });
}

/** For corrections: what stands without the fact must be a debt that can be. */
export function unlessImpossible(without: Loan): void {
  if (without.status !== 'disbursed') return;
  const debt = debtOf(without);
  if (!isPossible(debt)) refuse('LaterRepaymentAffected', { repaidOn: without.movements.at(-1)!.on });
}
