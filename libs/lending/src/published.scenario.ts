import type { WorkingDays } from '@soquy/kernel';
import type { DayCount, Grid, LoanTerms, Repayment } from './contract.js';
import { scheduleOf } from './schedule.js';
import type { Instalment } from './statement.js';

export const everyDay: WorkingDays = { isWorkingDay: () => true };
export const cents = (amount: number): number => Math.round(amount * 100);
export const column = (amounts: readonly number[]): number[] => amounts.map(cents);
export const annual = (years: number) => ({ termMonths: 12 * years });
export const monthly = (months: number) => ({ termMonths: months, interestEveryMonths: 1 });
export const LEVEL: Repayment = { method: 'annuity' };
export const fixed = (amount: number): Repayment => ({ method: 'fixedInstalment', amount: cents(amount) });

/** A loan as textbooks and calculators have it: amounts in hundredths, due days as they fall, a rate a period unless said. */
export interface Textbook {
  readonly principal: number;
  readonly percent: number;
  readonly grid: Partial<Grid> & { readonly termMonths: number };
  readonly repayment: Repayment;
  readonly dayCount?: DayCount;
  readonly from?: string;
}

export const textbook = ({ principal, percent, grid, repayment, dayCount = 'period' }: Textbook): LoanTerms => ({
  currency: { code: 'USD', decimals: 2 },
  principal: cents(principal),
  annualRateBasisPoints: Math.round(percent * 100),
  overdueRatePercent: 150,
  dayCount,
  rounding: 'halfUp',
  residue: 'last',
  repayment,
  grid: { interestEveryMonths: 12, nonWorkingDays: 'unchanged', ...grid },
  allocation: 'overduePrincipalFirst',
  prepayment: 'cancelLatest',
});

export const linesOf = (loan: Textbook): Instalment[] =>
  scheduleOf(textbook(loan), [{ on: loan.from ?? '2026-01-15', amount: cents(loan.principal) }], everyDay);
export const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
