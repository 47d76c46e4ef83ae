import type { Next, Summary } from '@soquy/kernel';
import type { Step } from './budget-line.schedule.js';
import type { BudgetLine, Commitment } from './budget-line.state.js';
import type { BudgetLineCommands } from './budget-line.decider.js';

/** How a line shows in lists. */
export function budgetLineSummary(state: BudgetLine): Summary & { status: BudgetLine['status'] } {
  if (state.status === 'none') return { title: '', status: 'none' };
  const { title, status, programmeId, budgetLineId, source, budgetYear } = state;
  return { title, status, programmeId, budgetLineId, source, budgetYear };
}

/**
 * What the line's page shows: its own commitments with what is paid of each. What it has left is not among it: that depends on
 * facts of activities as well, so only the figures say it.
 */
export function budgetLineRow(state: BudgetLine): object {
  if (state.status === 'none') return state;
  const { commitments, holds, ...line } = state;
  return {
    ...line,
    commitments: commitments.map(commitmentRow),
    reservations: Object.keys(holds).length,
  };
}

function commitmentRow({ unpaid, paid, ...commitment }: Commitment): object {
  return { ...commitment, unpaidVnd: total(unpaid), disbursedVnd: total(paid) };
}

const total = (steps: readonly Step[]) => steps.reduce((sum, { vnd }) => sum + vnd, 0);

/** What may follow each status. */
export const budgetLineNext: Next<BudgetLine['status'], BudgetLineCommands> = {
  none: { allows: ['AllocateBudgetLine'] },
  allocated: { allows: ['AdjustBudgetLine', 'CommitBudget', 'ReleaseCommitment', 'DisburseBudget', 'RecoverDisbursement'] },
};
