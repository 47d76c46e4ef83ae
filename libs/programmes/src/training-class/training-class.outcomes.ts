import { entry, nothing, type AddableOf, type Entry, type Outcomes } from '@soquy/kernel';
import { activityDimensions, spentOnLine } from '../activity-money.js';
import { beyond } from '../activity.js';
import type { BudgetAddable } from '../budget-line/budget-line.reserve.js';
import { sentBy, type TrainingClass } from './training-class.decider.js';
import type { TrainingClassEvents } from './training-class.events.js';
import type { trainingClassFigures } from './training-class.figures.js';

type Addable = AddableOf<typeof trainingClassFigures> | BudgetAddable;

/** A plan is a wish: a class counts from the day it is held. */
export const trainingClassOutcomes: Outcomes<TrainingClassEvents, Addable, TrainingClass> = {
  dimensions: activityDimensions,
  on: {
    TrainingClassPlanned: nothing,
    TrainingClassHeld: (held, state) => [
      entry('training.classes', 1),
      ...people(held),
      ...sending(held),
      entry('training.cost', held.costVnd),
      ...spentOnLine(state, held.costVnd),
    ],
    TrainingClassCancelled: nothing,
  },
};

type Held = TrainingClassEvents['TrainingClassHeld'];

/** A class counted in turns says nothing of how many persons came, women among them. */
function people(held: Held): Entry<Addable>[] {
  const { countBasis, women } = held;
  if (countBasis === 'persons') return [...taught('training.learners', held), entry('training.women', women)];
  return [
    entry('training.learners', undefined),
    ...taught('training.turns', held),
    entry('training.women', undefined),
    entry('training.womenTurns', women),
  ];
}

/** Those sent by organisations told, one by one, and the rest of the count, so that nobody counts twice. */
function taught(metric: 'training.learners' | 'training.turns', { learners, senders = [] }: Held): Entry<Addable>[] {
  if (senders.length === 0) return [entry(metric, learners)];
  const rest = beyondSenders({ learners, senders });
  return [
    ...senders.map(({ learners: sent, ...organisation }) => entry<Addable>(metric, sent, { organisation })),
    ...(rest || !learners ? [entry<Addable>(metric, rest)] : []),
  ];
}

/** Learners beside those whose senders were told. */
const beyondSenders = ({ learners, senders }: Pick<Held, 'learners' | 'senders'>) =>
  learners && beyond(learners, sentBy(senders));

/** Who sent the learners, as far as it was told: those who sent the others are unknown. */
function sending({ learners, senders }: Held): Entry<Addable>[] {
  const told = senders?.map(({ learners: _, ...organisation }) => entry<Addable>('training.senders', 1, { organisation }));
  const isWhole = told !== undefined && !beyondSenders({ learners, senders });
  return [...(told ?? []), ...(isWhole ? [] : [entry<Addable>('training.senders', undefined)])];
}
