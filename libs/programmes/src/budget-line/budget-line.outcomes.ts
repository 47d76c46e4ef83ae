import { entry, type AddableOf, type Outcomes } from '@soquy/kernel';
import type { BudgetLine } from './budget-line.state.js';
import type { BudgetLineEvents } from './budget-line.events.js';
import type { budgetLineFigures } from './budget-line.figures.js';

/** What an activity reserves is committed here; that it was paid is a fact of the activity itself, which adds it. */
export const budgetLineOutcomes: Outcomes<BudgetLineEvents, AddableOf<typeof budgetLineFigures>, BudgetLine> = {
  dimensions: (state) => {
    if (state.status === 'none') return {};
    const { programmeId, budgetLineId, source, budgetYear } = state;
    return { programmeId, budgetLineId, source, budgetYear };
  },
  on: {
    BudgetAllocated: ({ allocatedVnd }) => [entry('budget.allocated', allocatedVnd)],
    BudgetIncreased: ({ amountVnd }) => [entry('budget.allocated', amountVnd)],
    BudgetDecreased: ({ amountVnd }) => [entry('budget.allocated', -amountVnd)],
    BudgetCommitted: ({ amountVnd }) => [entry('budget.committed', amountVnd)],
    BudgetCommitmentReleased: ({ amountVnd }) => [entry('budget.committed', -amountVnd)],
    BudgetReserved: ({ amountVnd }) => [entry('budget.committed', amountVnd)],
    BudgetReservationReleased: ({ amountVnd }) => [entry('budget.committed', -amountVnd)],
    BudgetDisbursed: ({ amountVnd }) => [entry('budget.disbursed', amountVnd)],
    BudgetRecovered: ({ amountVnd }) => [entry('budget.disbursed', -amountVnd)],
  },
};
