import { known, refuse, type Occasion, type Reserve, type ReservationWish } from '@soquy/kernel';
import { committable, type BudgetLine } from './budget-line.decider.js';
import type { BudgetLineEvent, BudgetSource } from './budget-line.events.js';
import { amountOn } from './budget-line.schedule.js';

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
 * Reserving is committing. What a line has left follows from its own stream, and from what activities have given back since by
 * facts of their own (a grant settled below its approval): that much more is free by the figures than by the stream. It counts
 * from the day it was given back, so that a back-dated wish never takes what was still held then. A reservation that lapsed was
 * never true and frees the money from the very day it was taken for.
 */
export const budgetLineReserve: Reserve<BudgetLine, BudgetLineWish> = {
  asks: ({ budgetLineId }) => ({
    allocated: { metrics: ['budget.allocated'], budgetLineId },
    committed: { metrics: ['budget.committed'], budgetLineId },
  }),

  decide(
    line,
    { amountVnd, committedOn },
    { allocated, committed },
    { rules, objectStream, commandId },
  ): readonly BudgetLineEvent[] {
    if (line.status === 'none') throw new Error('assertion: a reservation in a budget line that was never allocated');
    if (line.holds[commandId]) return [];
    if (allocated === undefined || committed === undefined)
      throw new Error('assertion: a line was reserved in without its figures');
    const freedVnd = Math.max(0, allocated - committed - amountOn(line.free, committedOn));
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
