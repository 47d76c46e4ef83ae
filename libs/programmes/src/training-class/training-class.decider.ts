import { known, refuse as raise, type CommandsOf, type Decider, type Quantity, type Refuse, type ReservationWish } from '@soquy/kernel';
import type { BudgetLineWish } from '../budget-line/budget-line.reserve.js';
import type * as commands from './training-class.commands.js';
import type { TrainingClassEvents } from './training-class.events.js';

type Planned = TrainingClassEvents['TrainingClassPlanned'];
type Held = TrainingClassEvents['TrainingClassHeld'];

/** Also what the object's page shows: the plan, then the result. */
export type TrainingClass =
  | { readonly status: 'none' }
  | ({ readonly status: 'planned' } & Planned)
  | ({ readonly status: 'held' } & Planned & Held)
  | ({ readonly status: 'cancelled'; readonly cancelledOn: string } & Planned);

export interface TrainingClassRefusals {
  TrainingClassAlreadyHeld: { heldOn: string };
  TrainingClassCancelledBefore: { cancelledOn: string };
  MoreWomenThanLearners: { learners: number; women: number };
  HeldBeforePlan: { plannedOn: string };
  StartedAfterEnd: { startedOn: string; heldOn: string };
}
export type TrainingClassCommands = CommandsOf<typeof commands>;

const refuse: Refuse<TrainingClassRefusals> = raise;

export const trainingClass: Decider<TrainingClass, TrainingClassEvents, TrainingClassCommands> = {
  category: 'trainingClass',
  initial: { status: 'none' },

  evolve: {
    TrainingClassPlanned: (_, data) => ({ status: 'planned', ...data }),
    TrainingClassHeld: (state, data) => (state.status === 'none' ? state : { ...state, ...data, status: 'held' }),
    TrainingClassCancelled: (state, { cancelledOn }) =>
      state.status === 'none' ? state : { ...state, status: 'cancelled', cancelledOn },
  },

  decide: {
    PlanTrainingClass(state, { kind, title, programmeId, budgetLineId, place, plannedLearners, budgetVnd, effectiveOn }, { objectId }) {
      if (state.status !== 'none') return [];
      const given = { programmeId, budgetLineId, place, plannedLearners, budgetVnd };
      return [{ type: 'TrainingClassPlanned', data: { trainingClassId: objectId, kind, title, ...known(given), plannedOn: effectiveOn } }];
    },

    HoldTrainingClass(state, command, { objectId }) {
      if (state.status === 'held') refuse('TrainingClassAlreadyHeld', { heldOn: state.heldOn });
      if (state.status === 'cancelled') refuse('TrainingClassCancelledBefore', { cancelledOn: state.cancelledOn });
      if (state.status === 'planned' && command.effectiveOn < state.plannedOn)
        refuse('HeldBeforePlan', { plannedOn: state.plannedOn });
      return [{ type: 'TrainingClassHeld', data: heldData(objectId, command) }];
    },

    RecordHeldTrainingClass(state, command, { objectId }) {
      if (state.status !== 'none') return [];
      const { kind, title, programmeId, budgetLineId, place, startedOn, effectiveOn } = command;
      const plan = { trainingClassId: objectId, kind, title, ...known({ programmeId, budgetLineId, place }) };
      return [
        { type: 'TrainingClassPlanned', data: { ...plan, plannedOn: startedOn ?? effectiveOn } },
        { type: 'TrainingClassHeld', data: heldData(objectId, command) },
      ];
    },

    CancelTrainingClass(state, { effectiveOn }, { objectId }) {
      if (state.status === 'cancelled') return [];
      if (state.status === 'held') refuse('TrainingClassAlreadyHeld', { heldOn: state.heldOn });
      if (state.status === 'planned' && effectiveOn < state.plannedOn) refuse('HeldBeforePlan', { plannedOn: state.plannedOn });
      return [{ type: 'TrainingClassCancelled', data: { trainingClassId: objectId, cancelledOn: effectiveOn } }];
    },
  },

  reversible: { TrainingClassPlanned: 'never', TrainingClassHeld: 'always', TrainingClassCancelled: 'always' },

  reserves: {
    HoldTrainingClass: (state, { costVnd, effectiveOn }) =>
      state.status === 'none' ? undefined : wishOf(state.budgetLineId, costVnd, effectiveOn),
    RecordHeldTrainingClass: (_, { budgetLineId, costVnd, effectiveOn }) => wishOf(budgetLineId, costVnd, effectiveOn),
  },
};

/** A cost that is known and has a budget line is committed there. */
function wishOf(budgetLineId: string | undefined, costVnd: number | undefined, on: string): ReservationWish<BudgetLineWish> | undefined {
  if (!budgetLineId || !costVnd) return undefined;
  return { category: 'budgetLine', boundaryId: budgetLineId, wish: { amountVnd: costVnd, committedOn: on } };
}

type Result = Pick<
  TrainingClassCommands['HoldTrainingClass'],
  'startedOn' | 'learners' | 'countBasis' | 'women' | 'costVnd' | 'effectiveOn'
>;

function heldData(trainingClassId: string, { startedOn, learners, countBasis, women, costVnd, effectiveOn }: Result): Held {
  if (startedOn && startedOn > effectiveOn) refuse('StartedAfterEnd', { startedOn, heldOn: effectiveOn }, 'input');
  if (women !== undefined && learners && exceeds(women, learners))
    refuse('MoreWomenThanLearners', { learners: learners.value, women }, 'input');
  const counted = learners && { value: learners.value, ...known({ qualifier: learners.qualifier, valueTo: learners.valueTo }) };
  return {
    trainingClassId,
    ...known({ startedOn, learners: counted, women, costVnd }),
    countBasis: countBasis ?? 'persons',
    heldOn: effectiveOn,
  };
}

/** "Over 30" may hold 40 women; "30" and "almost 30" may not. */
const exceeds = (women: number, { value, valueTo, qualifier = 'exact' }: Quantity) =>
  women > (valueTo ?? value) && (qualifier === 'exact' || qualifier === 'almost' || qualifier === 'range');
