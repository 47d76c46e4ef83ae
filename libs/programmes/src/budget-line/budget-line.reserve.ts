/** What an activity takes from a budget line: committed there at once, never beyond what the line has left (domain.md B2). */
export interface BudgetLineWish {
  readonly amountVnd: number;
  /** The day the commitment is true from. */
  readonly committedOn: string;
}

/** Metrics of budget lines that facts of other slices add to. */
export type BudgetAddable = 'budget.committed' | 'budget.disbursed';
