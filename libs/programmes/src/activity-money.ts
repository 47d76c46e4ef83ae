import { entry, type Dimensions, type Entry, type Occasion } from '@soquy/kernel';
import type { Activity, PlannedActivity } from './activity.js';
import { commitmentTo, moneyDimensions, moneyOf } from './budget-line/budget-line.reserve.js';

interface Given {
  readonly programmeId?: string;
  readonly budgetLineId?: string;
  readonly place?: string;
}

/** Under which programme, out of which line, and where: what a plan stores of its command. */
export function settingOf({ programmeId, budgetLineId, place }: Given, references: Occasion['references']) {
  return { programmeId, budgetLineId, ...moneyOf({ programmeId, budgetLineId }, references), place };
}

interface Cost {
  readonly budgetLineId?: string;
  readonly costVnd?: number;
  readonly effectiveOn: string;
}

/** Row of `reserves` for a result: what it cost is committed to the line of its plan. */
export const costOfPlan = (state: Activity, { costVnd, effectiveOn }: Cost) =>
  state.status === 'none' ? undefined : commitmentTo(state.budgetLineId, costVnd, effectiveOn);

/** Row of `reserves` for plan and result in one recording, which names the line itself. */
export const costInOneGo = (_: Activity, { budgetLineId, costVnd, effectiveOn }: Cost) =>
  commitmentTo(budgetLineId, costVnd, effectiveOn);

/** A known cost of an activity that has a budget line is spent there. */
export const spentOnLine = (state: Activity, costVnd: number | undefined): readonly Entry<'budget.disbursed'>[] =>
  state.status === 'held' && state.budgetLineId && costVnd ? [entry('budget.disbursed', costVnd)] : [];

/** What everything an activity adds to figures can be asked by. */
export const activityDimensions = (state: Activity<PlannedActivity & { kind?: string }>): Dimensions =>
  state.status === 'none'
    ? {}
    : {
        programmeId: state.programmeId,
        budgetLineId: state.budgetLineId,
        ...moneyDimensions(state),
        place: state.place,
        activityKind: state.kind,
      };
