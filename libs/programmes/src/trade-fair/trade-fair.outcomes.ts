import { entry, nothing, type AddableOf, type Entry, type Outcomes } from '@soquy/kernel';
import { activityDimensions, spentOnLine } from '../activity-money.js';
import { beyond } from '../activity.js';
import type { BudgetAddable } from '../budget-line/budget-line.reserve.js';
import type { TradeFair } from './trade-fair.decider.js';
import type { TradeFairEvents } from './trade-fair.events.js';
import type { tradeFairFigures } from './trade-fair.figures.js';

type Addable = AddableOf<typeof tradeFairFigures> | BudgetAddable;

/** A plan is a wish: a fair counts from the day it is held. Every entry has the fair's own place, wherever its guests come from. */
export const tradeFairOutcomes: Outcomes<TradeFairEvents, Addable, TradeFair> = {
  dimensions: activityDimensions,
  on: {
    TradeFairPlanned: nothing,
    TradeFairHeld: (held, state) => [
      entry('fair.events', 1),
      ...participations(held),
      entry('fair.enterprises', held.enterprises),
      entry('fair.stalls', held.stalls),
      entry('fair.products', held.products),
      entry('fair.visitors', held.visitors),
      entry('fair.revenue', held.revenue),
      entry('fair.contracts', held.contracts),
      entry('fair.cost', held.costVnd),
      ...spentOnLine(state, held.costVnd),
    ],
    TradeFairCancelled: nothing,
  },
};

/** Those known by name one by one, the rest of the count as one entry, so that nobody counts twice. */
function participations({ organisations, participations }: TradeFairEvents['TradeFairHeld']): Entry<Addable>[] {
  if (!organisations) return [entry('fair.participations', participations)];
  const others = participations && beyond(participations, organisations.length);
  return [
    ...organisations.map((organisation) => entry<Addable>('fair.participations', 1, { organisation })),
    ...(others ? [entry<Addable>('fair.participations', others)] : []),
  ];
}
