import { known, refuse, type Occasion, type Reserve, type ReservationWish } from '@soquy/kernel';
import type { BudgetLineEvent, BudgetSource } from './budget-line.events.js';
import { availableIn, committable, type BudgetLineWish } from './budget-line.rules.js';
import type { BudgetLine } from './budget-line.state.js';

export { takenAgain } from './budget-line.rules.js';

/** Metrics of budget lines that facts of other slices add to. */
export type BudgetAddable = 'budget.committed' | 'budget.disbursed';

/** What an activity keeps of the line it names, in the fact that names it: whose money it spends, and of which year. */
export interface LineMoney {
  readonly budgetSource?: BudgetSource;
  /** Money paid in January may belong to the year before (domain.md B4); the line says to which. */
  readonly budgetYear?: number;
}

/** A refusal of every activity that names a line. */
export interface LineRefusals {
  LineOfAnotherProgramme: { programmeId: string };
}

/**
 * Read off the line as the gateway hands it over; nothing for an activity without a line. The line's programme is the
 * activity's as well, or what is committed and what is paid would show under two programmes.
 */
export function moneyOf(
  { budgetLineId, programmeId }: { readonly budgetLineId?: string; readonly programmeId?: string },
  references: Occasion['references'],
): LineMoney & { readonly programmeId?: string } {
  const line = budgetLineId === undefined ? undefined : (references[budgetLineId] as BudgetLine | undefined);
  if (line?.status !== 'allocated') return {};
  if (programmeId !== undefined && programmeId !== line.programmeId)
    refuse('LineOfAnotherProgramme', { programmeId: line.programmeId } satisfies LineRefusals['LineOfAnotherProgramme'], 'input');
  return { programmeId: line.programmeId, budgetSource: line.source, budgetYear: line.budgetYear };
}

/** The same as dimensions of everything the activity adds to figures. */
export const moneyDimensions = ({ budgetSource, budgetYear }: LineMoney) => known({ source: budgetSource, budgetYear });

/** A cost that is known and has a budget line is committed there; nothing otherwise. */
export const commitmentTo = (
  budgetLineId: string | undefined,
  amountVnd: number | undefined,
  committedOn: string,
): ReservationWish<BudgetLineWish> | undefined =>
  budgetLineId && amountVnd
    ? { category: 'budgetLine', boundaryId: budgetLineId, wish: { budgetLineId, amountVnd, committedOn } }
    : undefined;

/**
 * Reserving is committing: at once, and never beyond what the line has left (domain.md B2). A reservation that lapsed was never
 * true and frees the money from the very day it was taken for.
 */
export const budgetLineReserve: Reserve<BudgetLine, BudgetLineWish> = {
  asks: ({ budgetLineId }) => ({ available: availableIn(budgetLineId) }),

  decide(line, wish, { available }, { rules, objectStream, commandId }): readonly BudgetLineEvent[] {
    if (line.status === 'none') throw new Error('assertion: a reservation in a budget line that was never allocated');
    if (line.holds[commandId]) return [];
    const of = committable(line, wish, available, rules);
    const { amountVnd, committedOn } = wish;
    return [{ type: 'BudgetReserved', data: { ...of, commandId, objectStream, amountVnd, committedOn } }];
  },

  release(line, commandId): readonly BudgetLineEvent[] {
    if (line.status === 'none') return [];
    const { budgetLineId, budgetYear, holds } = line;
    return (holds[commandId] ?? []).map(({ objectStream, amountVnd, committedOn }) => ({
      type: 'BudgetReservationReleased',
      data: { budgetLineId, commandId, objectStream, amountVnd, budgetYear, releasedOn: committedOn },
    }));
  },
};
