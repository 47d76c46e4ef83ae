import type { ReservationWish } from '@soquy/kernel';

/** What an activity takes from a budget line: committed there at once, never beyond what the line has left (domain.md B2). */
export interface BudgetLineWish {
  readonly amountVnd: number;
  /** The day the commitment is true from. */
  readonly committedOn: string;
}

/** Metrics of budget lines that facts of other slices add to. */
export type BudgetAddable = 'budget.committed' | 'budget.disbursed';

/** A cost that is known and has a budget line is committed there; nothing otherwise. */
export const commitmentTo = (
  budgetLineId: string | undefined,
  amountVnd: number | undefined,
  committedOn: string,
): ReservationWish<BudgetLineWish> | undefined =>
  budgetLineId && amountVnd ? { category: 'budgetLine', boundaryId: budgetLineId, wish: { amountVnd, committedOn } } : undefined;
