import { known, type Occasion, type Reserve, type ReservationWish } from '@soquy/kernel';
import { committable, type BudgetLine } from './budget-line.decider.js';
import type { BudgetLineEvent, BudgetSource } from './budget-line.events.js';

/** What an activity takes from a budget line: committed there at once, never beyond what the line has left (domain.md B2). */
export interface BudgetLineWish {
  readonly budgetLineId: string;
  readonly amountVnd: number;
  /** The day the commitment is true from. */
  readonly committedOn: string;
}

/** Metrics of budget lines that facts of other slices add to. */
export type BudgetAddable = 'budget.committed' | 'budget.disbursed';

/** What an activity keeps of the line it names, in the fact that names it: whose money it spends, and of which year. */
export interface LineMoney {
  readonly budgetSource?: BudgetSource;
  /** Money paid in January may belong to the year before (domain.md B4); the line says to which. */
  readonly budgetYear?: number;
}

/** Read off the line as the gateway hands it over; nothing for an activity without a line. */
export function moneyOf(budgetLineId: string | undefined, references: Occasion['references']): LineMoney {
  const line = budgetLineId === undefined ? undefined : (references[budgetLineId] as BudgetLine | undefined);
  return line?.status === 'allocated' ? { budgetSource: line.source, budgetYear: line.budgetYear } : {};
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
 * Reserving is committing. What a line has left follows from its own stream, and from what activities have given back since by
 * facts of their own (a grant settled below its approval): that much less is committed by the figures than by the stream. A
 * reservation that lapsed was never true and frees the money from the very day it was taken for.
 */
export const budgetLineReserve: Reserve<BudgetLine, BudgetLineWish> = {
  asks: ({ budgetLineId }) => ({ committed: { metrics: ['budget.committed'], budgetLineId, ever: true } }),

  decide(line, { amountVnd, committedOn }, { committed }, { rules, objectStream, commandId }): readonly BudgetLineEvent[] {
    if (line.status === 'none') throw new Error('assertion: a reservation in a budget line that was never allocated');
    if (line.holds[commandId]) return [];
    const freedVnd = Math.max(0, line.committedVnd - (committed ?? line.committedVnd));
    const of = committable(line, amountVnd, committedOn, rules, freedVnd);
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
