import { isDay } from '@soquy/kernel';
import type { Grid, LoanTerms, PlannedDay, Repayment } from './contract.js';
import { LendingError, requireWithin } from './errors.js';

/** Bounds that no contract needs to exceed; they keep every sum exact and every schedule finite. */
const MOST_AMOUNT = 10_000_000_000_000;
/** Five times the principal a year. */
export const MOST_BASIS_POINTS = 50_000;
const MOST_PERCENT = 1_000;
const MOST_MONTHS = 600;

/** Refuses terms that make no loan, with a `LendingError`. What the law caps is checked where the law's rules are known. */
export function checkTerms(terms: LoanTerms): void {
  requireWithin('decimals', terms.currency.decimals, 0, 3);
  requireWithin('principal', terms.principal, 1, MOST_AMOUNT);
  requireWithin('annualRateBasisPoints', terms.annualRateBasisPoints, 0, MOST_BASIS_POINTS);
  requireWithin('overdueRatePercent', terms.overdueRatePercent, 0, MOST_PERCENT);
  requireWithin('lateInterestBasisPoints', terms.lateInterestBasisPoints ?? 0, 0, MOST_BASIS_POINTS);
  requireWithin('lateInterestCapPercent', terms.lateInterestCapPercent ?? 0, 0, MOST_PERCENT);
  requireWithin('multipleOf', terms.multipleOf ?? 1, 1, MOST_AMOUNT);
  if (terms.plan) return checkPlan(terms.plan, terms.principal);
  checkGrid(terms.grid);
  checkRepayment(terms.repayment, terms);
}

/** A plan may leave out what was due before it. */
function checkPlan(plan: readonly PlannedDay[], principal: number): void {
  let planned = 0;
  let after = '';
  for (const { nominalOn, principal: amount } of plan) {
    if (nominalOn <= after) throw new LendingError('CustomDaysNotGrowing', { on: nominalOn, after });
    requireWithin('amount', amount, 0, MOST_AMOUNT);
    planned += amount;
    after = nominalOn;
  }
  if (planned > principal) throw new LendingError('CustomPlanNotThePrincipal', { planned, principal });
}

function checkGrid({ termMonths, principalEveryMonths, interestEveryMonths, paymentDay, graceMonths }: Grid): void {
  requireWithin('termMonths', termMonths, 1, MOST_MONTHS);
  requireWithin('principalEveryMonths', principalEveryMonths ?? 1, 1, MOST_MONTHS);
  requireWithin('interestEveryMonths', interestEveryMonths, 1, MOST_MONTHS);
  requireWithin('paymentDay', paymentDay ?? 1, 1, 31);
  requireWithin('graceMonths', graceMonths ?? 0, 0, MOST_MONTHS);
  if ((graceMonths ?? 0) >= termMonths)
    throw new LendingError('GraceNotWithinTerm', { graceMonths: graceMonths ?? 0, termMonths });
}

function checkRepayment(repayment: Repayment, { principal, grid }: LoanTerms): void {
  if (repayment.method === 'percentOfPrincipal') requireWithin('basisPoints', repayment.basisPoints, 1, 10_000);
  if (repayment.method === 'fixedInstalment') requireWithin('amount', repayment.amount, 1, MOST_AMOUNT);
  if (repayment.method === 'fixedInstalment' || repayment.method === 'annuity') checkTogether(grid);
  if (repayment.method === 'custom') checkCustom(repayment.instalments, principal);
}

function checkTogether({ interestEveryMonths, principalEveryMonths = interestEveryMonths }: Grid): void {
  if (principalEveryMonths % interestEveryMonths !== 0)
    throw new LendingError('InterestNotOnPrincipalDays', { principalEveryMonths, interestEveryMonths });
}

function checkCustom(instalments: (Repayment & { method: 'custom' })['instalments'], principal: number): void {
  if (instalments.length === 0) throw new LendingError('CustomPlanEmpty', {});
  let planned = 0;
  let after = '';
  for (const { on, principal: amount } of instalments) {
    if (!isDay(on)) throw new LendingError('NotADay', { day: on });
    if (on <= after) throw new LendingError('CustomDaysNotGrowing', { on, after });
    requireWithin('amount', amount, 1, MOST_AMOUNT);
    planned += amount;
    after = on;
  }
  if (planned !== principal) throw new LendingError('CustomPlanNotThePrincipal', { planned, principal });
}
