import { LendingError, scheduleOf, type Instalment } from '@soquy/lending';
import type { WorkingDays, Words } from '@soquy/kernel';
import {
  agreedTerms,
  LOAN_METHODS,
  type AgreedTerms,
  type LoanMethod,
} from '../../../../../libs/programmes/src/loan/loan.terms.schedule.js';

/** A schedule of what would be agreed, or why it cannot be. */
export type Proposed =
  | { readonly schedule: readonly Instalment[]; readonly totals: Totals }
  | { readonly refused: Words }
  /** Something it follows from is not typed yet. */
  | undefined;

export interface Totals {
  readonly principalVnd: number;
  readonly interestVnd: number;
  readonly count: number;
  readonly firstOn: string;
  readonly lastOn: string;
}

export type MaybeAgreed = { readonly [Field in keyof AgreedTerms]?: AgreedTerms[Field] | undefined };

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value);
export const isMethod = (value: unknown): value is LoanMethod => LOAN_METHODS.some((method) => method === value);

/** What is typed so far as terms, as soon as there is enough of it. */
function complete(typed: MaybeAgreed): AgreedTerms | undefined {
  const { amountVnd, termMonths, annualRateBasisPoints, method, interestEveryMonths, overdueRatePercent = 150 } = typed;
  if (!isWhole(amountVnd) || !isWhole(termMonths) || !isWhole(annualRateBasisPoints) || !isWhole(interestEveryMonths))
    return undefined;
  if (!isMethod(method)) return undefined;
  if (method === 'percentOfPrincipal' && !isWhole(typed.principalBasisPoints)) return undefined;
  if (method === 'fixedInstalment' && !isWhole(typed.instalmentVnd)) return undefined;
  if (method === 'custom' && !typed.instalments?.length) return undefined;
  const allocation = typed.allocation ?? 'overduePrincipalFirst';
  return { ...typed, amountVnd, termMonths, annualRateBasisPoints, method, interestEveryMonths, overdueRatePercent, allocation };
}

/** The schedule that the first disbursement would fix, were all of it drawn on that day; with the interest foreseen. */
export function proposedSchedule(typed: MaybeAgreed, startsOn: string, calendar: WorkingDays): Proposed {
  const agreed = complete(typed);
  if (!agreed) return undefined;
  try {
    const schedule = scheduleOf(agreedTerms(agreed), [{ on: startsOn, amount: agreed.amountVnd }], calendar);
    return { schedule, totals: totalsOf(schedule) };
  } catch (error) {
    if (error instanceof LendingError) return { refused: (error as LendingError).words };
    throw error;
  }
}

export const totalsOf = (schedule: readonly Instalment[]): Totals => ({
  principalVnd: schedule.reduce((sum, { principal }) => sum + principal, 0),
  interestVnd: schedule.reduce((sum, { interest }) => sum + interest, 0),
  count: schedule.length,
  firstOn: schedule[0]?.dueOn ?? '',
  lastOn: schedule.at(-1)?.dueOn ?? '',
});
