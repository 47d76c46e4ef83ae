import { entry, nothing, type AddableOf, type Entry, type Outcomes, type Quantity } from '@soquy/kernel';
import { activityDimensions, spentOnLine } from '../activity-money.js';
import type { BudgetAddable } from '../budget-line/budget-line.reserve.js';
import type { TrainingClass } from './training-class.decider.js';
import type { CountBasis, TrainingClassEvents } from './training-class.events.js';
import type { trainingClassFigures } from './training-class.figures.js';

type Addable = AddableOf<typeof trainingClassFigures> | BudgetAddable;

/** A plan is a wish: a class counts from the day it is held. */
export const trainingClassOutcomes: Outcomes<TrainingClassEvents, Addable, TrainingClass> = {
  dimensions: activityDimensions,
  on: {
    TrainingClassPlanned: nothing,
    TrainingClassHeld: ({ learners, countBasis, women, costVnd }, state) => [
      entry('training.classes', 1),
      ...people(countBasis, learners, women),
      entry('training.cost', costVnd),
      ...spentOnLine(state, costVnd),
    ],
    TrainingClassCancelled: nothing,
  },
};

/** A class counted in turns says nothing of how many persons came, women among them. */
function people(countBasis: CountBasis, learners: Quantity | undefined, women: number | undefined): Entry<Addable>[] {
  if (countBasis === 'persons') return [entry('training.learners', learners), entry('training.women', women)];
  return [
    entry('training.learners', undefined),
    entry('training.turns', learners),
    entry('training.women', undefined),
    entry('training.womenTurns', women),
  ];
}
