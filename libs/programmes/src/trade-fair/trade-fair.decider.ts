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
import type * as commands from './trade-fair.commands.js';
import type { TradeFairEvents } from './trade-fair.events.js';

type Planned = TradeFairEvents['TradeFairPlanned'];
type Held = TradeFairEvents['TradeFairHeld'];
export type TradeFair = Activity<Planned, Held>;

const codes = {
  notPlanned: 'TradeFairNotPlanned',
  alreadyHeld: 'TradeFairAlreadyHeld',
  cancelledBefore: 'TradeFairCancelledBefore',
  beforePlan: 'FairBeforePlan',
} as const;
export interface TradeFairRefusals extends LineRefusals, ActivityRefusals<typeof codes> {
  FairStartedAfterEnd: { startedOn: string; heldOn: string };
  MoreNamedThanCounted: { named: number; counted: number };
}
export type TradeFairCommands = CommandsOf<typeof commands>;

const refuse: Refuse<TradeFairRefusals> = raise;

export const tradeFair: Decider<TradeFair, TradeFairEvents, TradeFairCommands> = {
  category: 'tradeFair',
  initial: { status: 'none' },

  evolve: { TradeFairPlanned: asPlanned, TradeFairHeld: asHeld, TradeFairCancelled: asCancelled },

  decide: {
    PlanTradeFair(state, command, occasion) {
      if (state.status !== 'none') return [];
      return [{ type: 'TradeFairPlanned', data: planData(command, command.effectiveOn, occasion) }];
    },

    HoldTradeFair(state, command, occasion) {
      expectPlan(state, command.startedOn ?? command.effectiveOn, codes);
      return [{ type: 'TradeFairHeld', data: heldData(command, occasion) }];
    },

    RecordHeldTradeFair(state, command, occasion) {
      if (state.status !== 'none') return [];
      return [
        { type: 'TradeFairPlanned', data: planData(command, command.startedOn ?? command.effectiveOn, occasion) },
        { type: 'TradeFairHeld', data: heldData(command, occasion) },
      ];
    },

    CancelTradeFair(state, { effectiveOn }, { objectId }) {
      if (state.status === 'cancelled') return [];
      expectPlan(state, effectiveOn, codes);
      return [{ type: 'TradeFairCancelled', data: { tradeFairId: objectId, cancelledOn: effectiveOn } }];
    },
  },

  reversible: { TradeFairPlanned: 'never', TradeFairHeld: 'always', TradeFairCancelled: 'always' },

  reserves: { HoldTradeFair: costOfPlan, RecordHeldTradeFair: costInOneGo },
};

function planData(command: TradeFairCommands['PlanTradeFair'], plannedOn: string, { objectId, references }: Occasion): Planned {
  const { kind, role, title, budgetVnd } = command;
  const given = known({ ...settingOf(command, references), budgetVnd });
  return { tradeFairId: objectId, kind, role, title, ...given, plannedOn };
}

type Result = Omit<TradeFairCommands['HoldTradeFair'], 'tradeFairId'>;

function heldData(result: Result, { objectId, organisations }: Occasion): Held {
  const { startedOn, organisationIds, participations, effectiveOn, costVnd } = result;
  if (startedOn && startedOn > effectiveOn) refuse('FairStartedAfterEnd', { startedOn, heldOn: effectiveOn }, 'input');
  const named = organisationIds?.map((id) => asOfThatDay(organisations, id));
  if (named && participations && !mayHold(participations, named.length))
    refuse('MoreNamedThanCounted', { named: named.length, counted: participations.valueTo ?? participations.value }, 'input');
  return {
    tradeFairId: objectId,
    ...known({
      startedOn,
      organisations: named,
      participations: plainQuantity(participations),
      enterprises: plainQuantity(result.enterprises),
      stalls: plainQuantity(result.stalls),
      products: plainQuantity(result.products),
      visitors: plainQuantity(result.visitors),
      revenue: plainQuantity(result.revenue),
      contracts: plainQuantity(result.contracts),
      costVnd,
    }),
    heldOn: effectiveOn,
  };
}
