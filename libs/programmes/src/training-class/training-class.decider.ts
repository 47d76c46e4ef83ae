import {
  known,
  mayHold,
  plainQuantity,
  refuse as raise,
  type CommandsOf,
  type Decider,
  type Occasion,
  type Refuse,
} from '@soquy/kernel';
import { costInOneGo, costOfPlan, settingOf } from '../activity-money.js';
import { asCancelled, asHeld, asOfThatDay, asPlanned, expectPlan, type Activity, type ActivityRefusals } from '../activity.js';
import type { LineRefusals } from '../budget-line/budget-line.reserve.js';
import type * as commands from './training-class.commands.js';
import type { Sender, TrainingClassEvents } from './training-class.events.js';

type Planned = TrainingClassEvents['TrainingClassPlanned'];
type Held = TrainingClassEvents['TrainingClassHeld'];
export type TrainingClass = Activity<Planned, Held>;

const codes = {
  notPlanned: 'TrainingClassNotPlanned',
  alreadyHeld: 'TrainingClassAlreadyHeld',
  cancelledBefore: 'TrainingClassCancelledBefore',
  beforePlan: 'ClassBeforePlan',
} as const;
export interface TrainingClassRefusals extends LineRefusals, ActivityRefusals<typeof codes> {
  MoreWomenThanLearners: { learners: number; women: number };
  MoreSentThanLearners: { learners: number; sent: number };
  ClassStartedAfterEnd: { startedOn: string; heldOn: string };
}
export type TrainingClassCommands = CommandsOf<typeof commands>;

const refuse: Refuse<TrainingClassRefusals> = raise;

export const trainingClass: Decider<TrainingClass, TrainingClassEvents, TrainingClassCommands> = {
  category: 'trainingClass',
  initial: { status: 'none' },

  evolve: { TrainingClassPlanned: asPlanned, TrainingClassHeld: asHeld, TrainingClassCancelled: asCancelled },

  decide: {
    PlanTrainingClass(state, command, occasion) {
      if (state.status !== 'none') return [];
      return [{ type: 'TrainingClassPlanned', data: planData(command, command.effectiveOn, occasion) }];
    },

    HoldTrainingClass(state, command, occasion) {
      expectPlan(state, command.startedOn ?? command.effectiveOn, codes);
      return [{ type: 'TrainingClassHeld', data: heldData(command, occasion) }];
    },

    RecordHeldTrainingClass(state, command, occasion) {
      if (state.status !== 'none') return [];
      return [
        { type: 'TrainingClassPlanned', data: planData(command, command.startedOn ?? command.effectiveOn, occasion) },
        { type: 'TrainingClassHeld', data: heldData(command, occasion) },
      ];
    },

    CancelTrainingClass(state, { effectiveOn }, { objectId }) {
      if (state.status === 'cancelled') return [];
      expectPlan(state, effectiveOn, codes);
      return [{ type: 'TrainingClassCancelled', data: { trainingClassId: objectId, cancelledOn: effectiveOn } }];
    },
  },

  reversible: { TrainingClassPlanned: 'never', TrainingClassHeld: 'always', TrainingClassCancelled: 'always' },

  reserves: { HoldTrainingClass: costOfPlan, RecordHeldTrainingClass: costInOneGo },
};

function planData(
  command: TrainingClassCommands['PlanTrainingClass'],
  plannedOn: string,
  { objectId, references }: Occasion,
): Planned {
  const { kind, title, plannedLearners, budgetVnd } = command;
  const given = known({ ...settingOf(command, references), plannedLearners, budgetVnd });
  return { trainingClassId: objectId, kind, title, ...given, plannedOn };
}

type Result = Omit<TrainingClassCommands['HoldTrainingClass'], 'trainingClassId'>;

function heldData(result: Result, { objectId, organisations }: Occasion): Held {
  const { startedOn, learners, countBasis, women, costVnd, effectiveOn } = result;
  if (startedOn && startedOn > effectiveOn) refuse('ClassStartedAfterEnd', { startedOn, heldOn: effectiveOn }, 'input');
  if (women !== undefined && learners && !mayHold(learners, women))
    refuse('MoreWomenThanLearners', { learners: learners.valueTo ?? learners.value, women }, 'input');
  const senders = result.senders?.map((sender): Sender => ({
    ...asOfThatDay(organisations, sender.organisationId),
    learners: sender.learners,
  }));
  const sent = sentBy(senders);
  if (learners && !mayHold(learners, sent))
    refuse('MoreSentThanLearners', { learners: learners.valueTo ?? learners.value, sent }, 'input');
  return {
    trainingClassId: objectId,
    ...known({ startedOn, learners: plainQuantity(learners), women, senders, costVnd }),
    countBasis: countBasis ?? 'persons',
    heldOn: effectiveOn,
  };
}

/** How many learners were sent by those told. */
export const sentBy = (senders: readonly Sender[] = []): number => senders.reduce((sum, { learners }) => sum + learners, 0);
