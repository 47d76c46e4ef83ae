import type { OrganisationSnapshot } from '@soquy/kernel';
import { openPart, type AccountRow, type LoanTerms } from '@soquy/lending';
import type { LoanEvents } from './loan.events.js';
import { factOf, type Debt, type Movement } from './loan.lending.schedule.js';
import { accountAfter, accountWith } from './loan.measure.schedule.js';
import { openedFact, type OpeningStatement } from './loan.opening.schedule.js';
import { planOf, type ScheduleLine } from './loan.schedule.js';
import { agreedTerms, openedTerms, type Allocation } from './loan.terms.schedule.js';

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
  /** What was agreed, in the words of the arithmetic. */
  readonly terms: LoanTerms;
  readonly schedule: readonly ScheduleLine[];
  readonly movements: readonly Movement[];
  /** What the movements so far amount to, without what is settled. */
  readonly account: AccountRow;
  readonly releasedVnd: number;
}

/** The same before its movements were booked. */
export type Lent = Omit<Disbursed, 'account'>;

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
  const terms = agreedTerms(approval);
  return booked({ ...borrower, ...rates, appraisal, approval, terms, schedule, movements, releasedVnd });
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
  const terms = openedTerms(rest, principalVnd, rest.schedule);
  return booked({ ...rest, statement, terms, movements: [], releasedVnd: 0 });
}

/** A loan with the account that all its movements amount to. */
const booked = (loan: Lent): Loan => ({ ...loan, status: 'disbursed', account: openPart(accountAfter(debtOf(loan)).account) });

/** Facts are folded in the order of days, so each goes on from the account before it. Only a drawing looks at the plan. */
export function moved(loan: Disbursed, movement: Movement): Loan {
  const movements = [...loan.movements, movement];
  const lent = { ...loan, movements };
  const terms = 'drawnVnd' in movement ? debtOf(lent).terms : loan.terms;
  const account = accountWith(terms, loan.account, factOf(movement, loan.movements.length));
  return { ...lent, status: 'disbursed', account: openPart(account) };
}

/** A later drawing, or the first one, folded after another of its day: it has the schedule. */
export function drawnAgain(loan: Disbursed, { amountVnd, schedule, disbursedOn }: LoanEvents['LoanDisbursed']): Loan {
  const movement = { on: disbursedOn, drawnVnd: amountVnd };
  return schedule ? booked({ ...loan, schedule, movements: [...loan.movements, movement] }) : moved(loan, movement);
}

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

/** All the arithmetic needs of a loan, and nothing else: the schedule as it was fixed stands for what was agreed of days. */
export function debtOf(loan: Lent): Debt {
  const { statement, schedule, movements } = loan;
  const plan = planOf(schedule);
  const planned = plan.reduce((sum, { principal }) => sum + principal, 0);
  const drawn = movements.reduce((sum, movement) => sum + ('drawnVnd' in movement ? movement.drawnVnd : 0), 0);
  const terms = { ...loan.terms, principal: Math.max(statement?.principalVnd ?? 0, planned, drawn), plan };
  const opening = statement ? [openedFact(statement, schedule)] : [];
  return { terms, facts: [...opening, ...movements.map(factOf)] };
}
