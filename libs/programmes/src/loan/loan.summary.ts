import type { Next, Summary } from '@soquy/kernel';
import { outstandingIn, packedRow } from '@soquy/lending';
import { accountAfter, firstDueIn, measureLoan, type MeasuredRow } from './loan.measure.schedule.js';
import type { ScheduleLine } from './loan.schedule.js';
import { debtOf, undrawnOf, type Loan } from './loan.state.js';
import { agreedTerms } from './loan.terms.schedule.js';
import type { LoanCommands } from './loan.decider.js';

/** As lists and pages name it: a disbursed loan on which nothing is owed any more is settled. */
export type LoanStatus = Loan['status'] | 'settled';

/** Nothing is ever overdue of a loan that owes nothing. */
const NEVER = '9999-12-31';

/** How a loan shows in lists. */
export function loanSummary(state: Loan): Summary & { status: LoanStatus } {
  if (state.status === 'none') return { title: '', status: 'none' };
  const { purpose, fundId, organisation } = state;
  const status = statusOf(state);
  const quietUntil = state.status === 'disbursed' && status !== 'settled' ? firstDueIn(state.account) : undefined;
  return { title: purpose, status, fundId, organisation, quietUntil: quietUntil ?? NEVER };
}

/** What the loan's page shows, and what its measures on any later day follow from (`measureLoan`). */
export interface LoanRow extends MeasuredRow {
  readonly status: LoanStatus;
  /** All due days as they were fixed with the first disbursement, or stated with the opening balance. */
  readonly schedule?: readonly ScheduleLine[];
}

/**
 * Changes only at facts. Single movements stay out: the timeline shows them, and the account holds all they amount to. With
 * `planOf(schedule)` as their plan the terms are those of the whole ledger.
 */
export function loanRow(state: Loan): LoanRow {
  if (state.status === 'approved') return { ...state, terms: agreedTerms(state.approval) };
  if (state.status !== 'disbursed') return state;
  return { ...shownOf(state), schedule: state.schedule, terms: state.terms, account: accountAfter(debtOf(state)).account };
}

/**
 * The row without what only the loan's page shows: its fixed days, what is settled, how its approval came about, and terms that
 * are those of its approval. Its days to come are packed.
 */
export function loanKept(state: Loan): LoanRow {
  if (state.status !== 'disbursed') return loanRow(state);
  const { appraisal, approval, ...shown } = shownOf(state);
  const { terms } = state;
  const account = packedRow(state.account);
  if (!approval) return { ...shown, terms, account };
  const { rulesUsed, ...agreed } = approval;
  return { ...shown, approval: agreed, account };
}

function shownOf(state: Extract<Loan, { status: 'disbursed' }>) {
  const { movements, schedule, terms, account, ...shown } = state;
  const drawnVnd = movements.reduce((sum, movement) => sum + ('drawnVnd' in movement ? movement.drawnVnd : 0), 0);
  return { ...shown, drawnVnd, undrawnVnd: undrawnOf(state), status: statusOf(state) };
}

/** Once nothing is owed no interest runs, so the last fact decides for all later days. */
function statusOf(state: Loan): LoanStatus {
  if (state.status !== 'disbursed') return state.status;
  const { account } = state;
  const isOwed = outstandingIn(account) > 0 || measureLoan(state, account.on).active;
  return isOwed ? 'disbursed' : 'settled';
}

/** What may follow each status. */
export const loanNext: Next<LoanStatus, LoanCommands> = {
  none: { allows: ['ApplyForLoan', 'OpenLoanBalance'] },
  applied: { awaits: ['AppraiseLoan'], allows: ['RejectLoan', 'CancelLoan'] },
  appraised: { awaits: ['ApproveLoan', 'RejectLoan'], allows: ['CancelLoan'] },
  rejected: {},
  approved: { awaits: ['DisburseLoan'], allows: ['CancelLoan'] },
  cancelled: {},
  disbursed: { allows: ['RecordRepayment', 'DisburseLoan', 'ReleaseUndrawnCapital'] },
  settled: { allows: ['DisburseLoan', 'ReleaseUndrawnCapital'] },
};
