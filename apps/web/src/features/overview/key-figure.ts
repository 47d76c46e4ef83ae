/** A metric that leadership asks for first, and over what. */
export interface KeyFigure {
  readonly metric: string;
  /** Sums are of the period, balances of its last day; budgets are of a year: none is judged by what is left of those before. */
  readonly over: 'period' | 'day' | 'budgetYear';
  /** What is recorded in this measure is not recorded in another: persons or turns. */
  readonly isOneOfTwo?: boolean;
  /** It was computed anew for each day: a line over the years would be as many computations. */
  readonly isCostly?: boolean;
}

/** Persons and turns stand side by side, so that neither passes for the other. */
export const KEY_FIGURES: readonly KeyFigure[] = [
  { metric: 'fund.outstanding', over: 'day' },
  { metric: 'loan.overduePrincipal', over: 'day', isCostly: true },
  { metric: 'support.total', over: 'period' },
  { metric: 'training.learners', over: 'period', isOneOfTwo: true },
  { metric: 'training.turns', over: 'period', isOneOfTwo: true },
  { metric: 'budget.disbursementRate', over: 'budgetYear' },
];
