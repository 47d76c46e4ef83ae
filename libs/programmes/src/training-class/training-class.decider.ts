import { known, mayHold, plainQuantity, refuse as raise, type CommandsOf, type Decider, type Refuse } from '@soquy/kernel';
import { commitmentTo, moneyOf, type LineRefusals } from '../budget-line/budget-line.reserve.js';
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

export interface TrainingClassRefusals extends LineRefusals {
  TrainingClassNotPlanned: object;
  TrainingClassAlreadyHeld: { heldOn: string };
  TrainingClassCancelledBefore: { cancelledOn: string };
  MoreWomenThanLearners: { learners: number; women: number };
  ClassBeforePlan: { plannedOn: string };
  ClassStartedAfterEnd: { startedOn: string; heldOn: string };
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
    PlanTrainingClass(
      state,
      { kind, title, programmeId, budgetLineId, place, plannedLearners, budgetVnd, effectiveOn },
      { objectId, references },
    ) {
      if (state.status !== 'none') return [];
      const line = { budgetLineId, ...moneyOf({ budgetLineId, programmeId }, references) };
      const given = { programmeId, ...line, place, plannedLearners, budgetVnd };
      return [
        {
          type: 'TrainingClassPlanned',
          data: { trainingClassId: objectId, kind, title, ...known(given), plannedOn: effectiveOn },
        },
      ];
    },

    HoldTrainingClass(state, command, { objectId }) {
      if (state.status === 'held') refuse('TrainingClassAlreadyHeld', { heldOn: state.heldOn });
      const { plannedOn } = stillPlanned(state);
      if ((command.startedOn ?? command.effectiveOn) < plannedOn) refuse('ClassBeforePlan', { plannedOn });
      return [{ type: 'TrainingClassHeld', data: heldData(objectId, command) }];
    },

    RecordHeldTrainingClass(state, command, { objectId, references }) {
      if (state.status !== 'none') return [];
      const { kind, title, programmeId, budgetLineId, place, startedOn, effectiveOn } = command;
      const line = { budgetLineId, ...moneyOf({ budgetLineId, programmeId }, references) };
      const plan = { trainingClassId: objectId, kind, title, ...known({ programmeId, ...line, place }) };
      return [
        { type: 'TrainingClassPlanned', data: { ...plan, plannedOn: startedOn ?? effectiveOn } },
        { type: 'TrainingClassHeld', data: heldData(objectId, command) },
      ];
    },

    CancelTrainingClass(state, { effectiveOn }, { objectId }) {
      if (state.status === 'cancelled') return [];
      if (state.status === 'held') refuse('TrainingClassAlreadyHeld', { heldOn: state.heldOn });
      const { plannedOn } = stillPlanned(state);
      if (effectiveOn < plannedOn) refuse('ClassBeforePlan', { plannedOn });
      return [{ type: 'TrainingClassCancelled', data: { trainingClassId: objectId, cancelledOn: effectiveOn } }];
    },
  },

  reversible: { TrainingClassPlanned: 'never', TrainingClassHeld: 'always', TrainingClassCancelled: 'always' },

  reserves: {
    HoldTrainingClass: (state, { costVnd, effectiveOn }) =>
      state.status === 'none' ? undefined : commitmentTo(state.budgetLineId, costVnd, effectiveOn),
    RecordHeldTrainingClass: (_, { budgetLineId, costVnd, effectiveOn }) => commitmentTo(budgetLineId, costVnd, effectiveOn),
  },
};

function stillPlanned(state: Exclude<TrainingClass, { status: 'held' }>): Planned {
  if (state.status === 'none') refuse('TrainingClassNotPlanned', {});
  if (state.status === 'cancelled') refuse('TrainingClassCancelledBefore', { cancelledOn: state.cancelledOn });
  return state;
}

type Result = Pick<
  TrainingClassCommands['HoldTrainingClass'],
  'startedOn' | 'learners' | 'countBasis' | 'women' | 'costVnd' | 'effectiveOn'
>;

function heldData(trainingClassId: string, { startedOn, learners, countBasis, women, costVnd, effectiveOn }: Result): Held {
  if (startedOn && startedOn > effectiveOn) refuse('ClassStartedAfterEnd', { startedOn, heldOn: effectiveOn }, 'input');
  if (women !== undefined && learners && !mayHold(learners, women))
    refuse('MoreWomenThanLearners', { learners: learners.valueTo ?? learners.value, women }, 'input');
  return {
    trainingClassId,
    ...known({ startedOn, learners: plainQuantity(learners), women, costVnd }),
    countBasis: countBasis ?? 'persons',
    heldOn: effectiveOn,
  };
}
