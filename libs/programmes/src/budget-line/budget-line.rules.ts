import { refuse as raise, type Occasion, type Refuse, type ReservationWish, type StockQuestion } from '@soquy/kernel';
import type { Line } from './budget-line.state.js';

export interface BudgetLineRefusals {
  BudgetLineExhausted: { availableVnd: number; amountVnd: number };
  BeforeAllocation: { allocatedOn: string };
  IncreaseOrDecrease: object;
  AllocationTooLarge: { mostVnd: number };
  UnknownCommitment: { commitmentNumber: number };
  BeyondCommitment: { availableVnd: number; amountVnd: number };
  BeyondDisbursed: { disbursedVnd: number; amountVnd: number };
  AcceptedInAnotherYear: { budgetYear: number; acceptedOn: string };
  BudgetYearSettled: { budgetYear: number; settlementEndOn: string };
  ProgrammeClosedBefore: { closedOn: string };
  LaterFactsRestOnIt: { missingVnd: number };
}

export const refuse: Refuse<BudgetLineRefusals> = raise;

/** What an activity or one of the line's own facts takes from it. */
export interface BudgetLineWish {
  readonly budgetLineId: string;
  readonly amountVnd: number;
  /** The day the commitment is true from. */
  readonly committedOn: string;
  /** What had been committed before: it is taken again by a correction, in a settled year too. */
  readonly again?: true;
}

/**
 * What the line has left on the day or on any later one, so that nothing back-dated takes what is gone by then. By the figures:
 * they know also what activities gave back by facts of their own, which the line's stream does not hold.
 */
export const availableIn = (budgetLineId: string): StockQuestion => ({
  metrics: ['budget.allocated'],
  minus: ['budget.committed'],
  budgetLineId,
  lowest: true,
});

/** For corrections: what a fact had brought or freed is committed again from that fact's day on, or the fact stands. */
export const takenAgain = (
  budgetLineId: string | undefined,
  amountVnd: number,
  committedOn: string,
): ReservationWish<BudgetLineWish> | undefined =>
  budgetLineId && amountVnd > 0
    ? { category: 'budgetLine', boundaryId: budgetLineId, wish: { budgetLineId, amountVnd, committedOn, again: true } }
    : undefined;

/** Nothing happens to a line before its allocation. Gives what every fact of the line says of it. */
export function standing({ budgetLineId, budgetYear, allocatedOn }: Line, on: string) {
  if (on < allocatedOn) refuse('BeforeAllocation', { allocatedOn });
  return { budgetLineId, budgetYear };
}

/** Never more than what the figures say is left. */
export function withinAvailable(amountVnd: number, available: number | undefined): void {
  if (available === undefined) throw new Error('assertion: a line gives money only with an answer about what is available');
  if (amountVnd > available) refuse('BudgetLineExhausted', { availableVnd: Math.max(0, available), amountVnd });
}

/** The one rule for whoever commits money of the line: its own officer, or an activity that reserves. */
export function committable(
  line: Line,
  { amountVnd, committedOn, again }: Omit<BudgetLineWish, 'budgetLineId'>,
  available: number | undefined,
  rules: Occasion['rules'],
) {
  const of = standing(line, committedOn);
  const settlement = again ? {} : unsettled(line, committedOn, rules);
  withinAvailable(amountVnd, available);
  return { ...of, ...settlement };
}

/**
 * The settlement adjustment of a budget year ends on a day of the next one (chỉnh lý quyết toán, domain.md B4), by the rule of
 * that budget year. Gives the day used, to be stored with the decision; without a rule nothing is closed.
 */
export function unsettled({ budgetYear }: Line, on: string, rules: Occasion['rules']): { settlementEndOn?: string } {
  const end = rules.at('budget.settlement.end', `${budgetYear}-12-31`)?.value;
  if (!Array.isArray(end)) return {};
  const [month, day] = (end as number[]).map((part) => String(part).padStart(2, '0'));
  const settlementEndOn = `${budgetYear + 1}-${month}-${day}`;
  if (on > settlementEndOn) refuse('BudgetYearSettled', { budgetYear, settlementEndOn });
  return { settlementEndOn };
}
