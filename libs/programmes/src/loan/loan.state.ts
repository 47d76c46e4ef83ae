import type { OrganisationSnapshot } from '@soquy/kernel';
import { emptyAccount, type Movement } from './loan.account.schedule.js';
import type { Allocation } from './loan.allocation.schedule.js';
import type { LoanEvents } from './loan.events.js';
import type { Debt } from './loan.measure.schedule.js';
import { openedAccount, openedSchedule, type OpeningStatement } from './loan.opening.schedule.js';
import type { ScheduleLine } from './loan.schedule.js';

type Part<Name extends keyof LoanEvents> = Readonly<Omit<LoanEvents[Name], 'loanId'>>;
type Applied = Readonly<LoanEvents['LoanApplied']>;
type Appraised = Applied & { readonly appraisal: Part<'LoanAppraised'> };
/** `releasedVnd`: approved, but given back undrawn. `repaidOn`: a repayment stands although its disbursement was taken back. */
type Approved = Appraised & { readonly approval: Part<'LoanApproved'>; readonly releasedVnd: number; readonly repaidOn?: string };

/** Money was lent. A loan older than the books has no application, appraisal or approval here. */
export interface Disbursed {
  readonly loanId: string;
  readonly fundId: string;
  readonly organisation: OrganisationSnapshot;
  readonly relatedOrganisationIds?: readonly string[];
  readonly purpose: string;
  readonly annualRateBasisPoints: number;
  readonly overdueRatePercent: number;
  readonly allocation: Allocation;
  readonly appraisal?: Part<'LoanAppraised'>;
  readonly approval?: Part<'LoanApproved'>;
  readonly statement?: OpeningStatement & { readonly lentVnd?: number; readonly lentOn?: string };
  readonly schedule: readonly ScheduleLine[];
  readonly movements: readonly Movement[];
  readonly releasedVnd: number;
}

/** Settled is no state of its own: it follows from the money, so it comes and goes with repayments and their reversals. */
export type Loan =
  | { readonly status: 'none'; readonly repaidOn?: string }
  | ({ readonly status: 'applied' } & Applied)
  | ({ readonly status: 'appraised' } & Appraised)
  | ({ readonly status: 'approved' } & Approved)
  | ({ readonly status: 'rejected'; readonly rejectedOn: string } & Applied)
  | ({ readonly status: 'cancelled'; readonly cancelledOn: string } & Applied)
  | ({ readonly status: 'disbursed' } & Disbursed);

/** The first disbursement turns an approved loan into a debt; its schedule covers all that was approved. */
export function firstDrawn(loan: Approved, { amountVnd, schedule = [], disbursedOn }: LoanEvents['LoanDisbursed']): Loan {
  const { loanId, fundId, organisation, relatedOrganisationIds, purpose, appraisal, approval, releasedVnd } = loan;
  const { annualRateBasisPoints, overdueRatePercent, allocation } = approval;
  const borrower = { loanId, fundId, organisation, ...(relatedOrganisationIds && { relatedOrganisationIds }), purpose };
  const rates = { annualRateBasisPoints, overdueRatePercent, allocation };
  const movements = [{ on: disbursedOn, drawnVnd: amountVnd }];
  return { status: 'disbursed', ...borrower, ...rates, appraisal, approval, schedule, movements, releasedVnd };
}

export function balanceOpened(opening: Readonly<LoanEvents['LoanBalanceOpened']>): Loan {
  const { principalVnd, lentVnd, lentOn, overdueSince, overdueInterestVnd, accruedInterestVnd, openedOn, ...rest } = opening;
  const statement = {
    principalVnd,
    ...(lentVnd !== undefined && { lentVnd }),
    ...(lentOn && { lentOn }),
    ...(overdueSince && { overdueSince }),
    overdueInterestVnd,
    accruedInterestVnd,
    openedOn,
  };
  return { status: 'disbursed', ...rest, statement, movements: [], releasedVnd: 0 };
}

export const moved = (loan: Disbursed, movement: Movement): Loan => ({
  ...loan,
  status: 'disbursed',
  movements: [...loan.movements, movement],
});

/** The day the debt begins: its opening balance, or its first disbursement. */
export const startOf = ({ statement, movements }: Disbursed): string => statement?.openedOn ?? movements[0]!.on;

/** What may still be drawn. */
export function undrawnOf({ approval, movements, releasedVnd }: Disbursed): number {
  if (!approval) return 0;
  return movements.reduce(
    (left, movement) => left - ('drawnVnd' in movement ? movement.drawnVnd : 0),
    approval.amountVnd - releasedVnd,
  );
}

/** All the arithmetic needs of a loan, and nothing else. */
export function debtOf(loan: Disbursed): Debt {
  const { annualRateBasisPoints, overdueRatePercent, statement, movements } = loan;
  const schedule = statement ? openedSchedule(statement, loan.schedule) : loan.schedule;
  const dues = schedule.map(({ dueOn, principalVnd, interest }) => ({ on: dueOn, principalVnd, interest }));
  const opening = statement ? openedAccount(statement, loan.schedule) : emptyAccount(startOf(loan));
  return { terms: { annualRateBasisPoints, overdueRatePercent, dues }, opening, movements };
}
