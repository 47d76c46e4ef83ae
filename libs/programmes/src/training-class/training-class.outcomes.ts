import { entry, nothing, type AddableOf, type Outcomes } from '@soquy/kernel';
import type { BudgetAddable } from '../budget-line/budget-line.reserve.js';
import type { TrainingClass } from './training-class.decider.js';
import type { TrainingClassEvents } from './training-class.events.js';
import type { trainingClassFigures } from './training-class.figures.js';

/** A plan is a wish: a class counts from the day it is held. A class counted in turns says nothing of how many persons came. */
export const trainingClassOutcomes: Outcomes<
  TrainingClassEvents,
  AddableOf<typeof trainingClassFigures> | BudgetAddable,
  TrainingClass
> = {
  dimensions: (state) =>
    state.status === 'none' ? {} : { programmeId: state.programmeId, budgetLineId: state.budgetLineId, place: state.place, activityKind: state.kind },
  on: {
    TrainingClassPlanned: nothing,
    TrainingClassHeld: ({ learners, countBasis, women, costVnd }, state) => [
      entry('training.classes', 1),
      entry('training.learners', countBasis === 'persons' ? learners : undefined),
      ...(countBasis === 'turns' ? [entry('training.turns', learners)] : []),
      entry('training.women', women),
      entry('training.cost', costVnd),
      ...(state.status === 'held' && state.budgetLineId && costVnd ? [entry('budget.disbursed', costVnd)] : []),
    ],
    TrainingClassCancelled: nothing,
  },
};
