import { known } from '@soquy/kernel';
import {
  ALLOCATIONS,
  DAY_COUNTS,
  PREPAYMENTS,
  type Allocation,
  type DayCount,
  type Grid,
  type LoanTerms,
  type Prepayment,
  type Repayment,
} from '@soquy/lending';

export { ALLOCATIONS, DAY_COUNTS, PREPAYMENTS, type Allocation, type DayCount, type Prepayment };

/** How principal is given back, as an approval names it. */
export const LOAN_METHODS = [
  'equalPrincipal',
  'bullet',
  'annuity',
  'percentOfPrincipal',
  'fixedInstalment',
  'custom',
] as const satisfies readonly Repayment['method'][];
export type LoanMethod = (typeof LOAN_METHODS)[number];

/** An instalment of a plan of the borrower's own. */
export interface PlannedInstalment {
  readonly dueOn: string;
  readonly principalVnd: number;
}

/** What every loan has agreed of rates. */
export interface AgreedRates {
  readonly annualRateBasisPoints: number;
  readonly overdueRatePercent: number;
  readonly allocation: Allocation;
}

/** What an approval fixes. What is left out has the meaning it had before it could be agreed. */
export interface AgreedTerms extends AgreedRates {
  readonly amountVnd: number;
  readonly termMonths: number;
  readonly method: LoanMethod;
  readonly instalmentEveryMonths?: number | undefined;
  readonly interestEveryMonths: number;
  readonly paymentDay?: number | undefined;
  readonly principalBasisPoints?: number | undefined;
  readonly instalmentVnd?: number | undefined;
  readonly instalments?: readonly PlannedInstalment[] | undefined;
  readonly graceMonths?: number | undefined;
  readonly multipleOfVnd?: number | undefined;
  readonly dayCount?: DayCount | undefined;
  readonly prepayment?: Prepayment | undefined;
  readonly lateInterestBasisPoints?: number | undefined;
  readonly lateInterestCapPercent?: number | undefined;
}

/** Fields that only one method knows. */
export const FIELDS_OF_METHODS = {
  principalBasisPoints: 'percentOfPrincipal',
  instalmentVnd: 'fixedInstalment',
  instalments: 'custom',
} as const satisfies Partial<Record<keyof AgreedTerms, LoanMethod>>;

type Repayments = { readonly [Method in LoanMethod]: (agreed: AgreedTerms) => Repayment };
const REPAYMENTS: Repayments = {
  equalPrincipal: () => ({ method: 'equalPrincipal' }),
  bullet: () => ({ method: 'bullet' }),
  annuity: () => ({ method: 'annuity' }),
  percentOfPrincipal: ({ principalBasisPoints = 0 }) => ({ method: 'percentOfPrincipal', basisPoints: principalBasisPoints }),
  fixedInstalment: ({ instalmentVnd = 0 }) => ({ method: 'fixedInstalment', amount: instalmentVnd }),
  custom: ({ instalments = [] }) => ({
    method: 'custom',
    instalments: instalments.map(({ dueOn, principalVnd }) => ({ on: dueOn, principal: principalVnd })),
  }),
};

/** What no approval of the fund names: whole đồng, half-up, the residue with the last instalment (domain.md I1-I3). */
const OF_THE_FUND = {
  currency: { code: 'VND', decimals: 0 },
  dayCount: 'actual/365',
  rounding: 'halfUp',
  residue: 'last',
  prepayment: 'payNext',
} as const;

/** The terms of an approval in the words of the arithmetic; principal falls due on the working day after its own (I4). */
export function agreedTerms(agreed: AgreedTerms): LoanTerms {
  const { amountVnd, method, termMonths, instalmentEveryMonths, interestEveryMonths, paymentDay, graceMonths } = agreed;
  const { multipleOfVnd, dayCount, prepayment, lateInterestBasisPoints, lateInterestCapPercent } = agreed;
  const grid: Grid = {
    termMonths,
    ...known({ principalEveryMonths: instalmentEveryMonths, paymentDay, graceMonths }),
    interestEveryMonths,
    nonWorkingDays: 'nextWorkingDay',
  };
  return {
    ...OF_THE_FUND,
    ...known({ dayCount, prepayment, multipleOf: multipleOfVnd, lateInterestBasisPoints, lateInterestCapPercent }),
    ...ratesOf(agreed),
    principal: amountVnd,
    repayment: REPAYMENTS[method](agreed),
    grid,
  };
}

/** The terms of a loan older than the books, of which the office states what is left to pay. */
export const openedTerms = (
  rates: AgreedRates,
  principalVnd: number,
  remaining: readonly { readonly nominalOn: string; readonly principalVnd: number }[],
): LoanTerms => ({
  ...OF_THE_FUND,
  ...ratesOf(rates),
  principal: principalVnd,
  repayment: {
    method: 'custom',
    instalments: remaining.flatMap((line) =>
      line.principalVnd > 0 ? [{ on: line.nominalOn, principal: line.principalVnd }] : [],
    ),
  },
  grid: { termMonths: 1, interestEveryMonths: 1, nonWorkingDays: 'nextWorkingDay' },
});

const ratesOf = ({ annualRateBasisPoints, overdueRatePercent, allocation }: AgreedRates): AgreedRates => ({
  annualRateBasisPoints,
  overdueRatePercent,
  allocation,
});
