import type { Case, Holidays } from '@soquy/lending';
import { agreedTerms, type AgreedTerms } from '../../../../../libs/programmes/src/loan/loan.terms.schedule.js';
import { isMethod, type MaybeAgreed } from '../../shared/lending/agreed-schedule.js';

interface Typed extends MaybeAgreed {
  readonly startsOn?: string;
  readonly on?: string;
  readonly rounding?: Case['contract']['rounding'];
  readonly residue?: Case['contract']['residue'];
  readonly nonWorkingDays?: Case['contract']['grid']['nonWorkingDays'];
  readonly payments?: readonly { readonly on?: string; readonly amountVnd?: number }[];
}

type Year = Pick<Holidays, 'holidays' | 'workingWeekendDays'>;

/** What is typed as the case that the calculation of the API takes too; undefined while something it needs is missing. */
export function caseOf(values: Readonly<Record<string, unknown>>, years: readonly Year[]): Case | undefined {
  const typed = values as Typed;
  const { amountVnd, termMonths, annualRateBasisPoints, interestEveryMonths, method, startsOn } = typed;
  if (!amountVnd || !termMonths || annualRateBasisPoints === undefined || !interestEveryMonths) return undefined;
  if (!isMethod(method) || !startsOn) return undefined;
  const { overdueRatePercent = 150, allocation = 'overduePrincipalFirst', rounding, residue, nonWorkingDays } = typed;
  const agreed = { ...typed, overdueRatePercent, allocation } as AgreedTerms;
  const { grid, ...terms } = agreedTerms(agreed);
  const payments = (typed.payments ?? []).flatMap(({ on, amountVnd: amount }) => (on && amount ? [{ on, amount }] : []));
  return {
    contract: {
      ...terms,
      ...(rounding && { rounding }),
      ...(residue && { residue }),
      grid: { ...grid, ...(nonWorkingDays && { nonWorkingDays }) },
    },
    calendar: {
      holidays: years.flatMap(({ holidays }) => holidays.map(({ day }) => ({ day }))),
      workingWeekendDays: years.flatMap(({ workingWeekendDays = [] }) => workingWeekendDays),
    },
    facts: [
      { id: 'disbursed', kind: 'disbursed', on: startsOn, amount: amountVnd },
      ...payments.map((payment, index) => ({ id: `paid-${index + 1}`, kind: 'repaid' as const, ...payment })),
    ],
    dates: [typed.on ?? startsOn],
  };
}
