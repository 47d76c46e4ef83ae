import {
  known,
  mayHold,
  plainQuantity,
  refuse as raise,
  type CommandsOf,
  type Decider,
  type Occasion,
  type OrganisationSnapshot,
  type Refuse,
} from '@soquy/kernel';
import { commitmentTo, moneyOf, type LineRefusals } from '../budget-line/budget-line.reserve.js';
import type * as commands from './trade-fair.commands.js';
import type { TradeFairEvents } from './trade-fair.events.js';

type Planned = TradeFairEvents['TradeFairPlanned'];
type Held = TradeFairEvents['TradeFairHeld'];

/** Also what the object's page shows: the plan, then the result. */
export type TradeFair =
  | { readonly status: 'none' }
  | ({ readonly status: 'planned' } & Planned)
  | ({ readonly status: 'held' } & Planned & Held)
  | ({ readonly status: 'cancelled'; readonly cancelledOn: string } & Planned);

export interface TradeFairRefusals extends LineRefusals {
  TradeFairNotPlanned: object;
  TradeFairAlreadyHeld: { heldOn: string };
  TradeFairCancelledBefore: { cancelledOn: string };
  FairBeforePlan: { plannedOn: string };
  FairStartedAfterEnd: { startedOn: string; heldOn: string };
  MoreNamedThanCounted: { named: number; counted: number };
}
export type TradeFairCommands = CommandsOf<typeof commands>;

const refuse: Refuse<TradeFairRefusals> = raise;

export const tradeFair: Decider<TradeFair, TradeFairEvents, TradeFairCommands> = {
  category: 'tradeFair',
  initial: { status: 'none' },

  evolve: {
    TradeFairPlanned: (_, data) => ({ status: 'planned', ...data }),
    TradeFairHeld: (state, data) => (state.status === 'none' ? state : { ...state, ...data, status: 'held' }),
    TradeFairCancelled: (state, { cancelledOn }) =>
      state.status === 'none' ? state : { ...state, status: 'cancelled', cancelledOn },
  },

  decide: {
    PlanTradeFair(state, command, { objectId, references }) {
      if (state.status !== 'none') return [];
      const { kind, role, title, programmeId, budgetLineId, place, budgetVnd, effectiveOn } = command;
      const given = { programmeId, budgetLineId, ...moneyOf(command, references), place, budgetVnd };
      return [
        { type: 'TradeFairPlanned', data: { tradeFairId: objectId, kind, role, title, ...known(given), plannedOn: effectiveOn } },
      ];
    },

    HoldTradeFair(state, command, occasion) {
      if (state.status === 'held') refuse('TradeFairAlreadyHeld', { heldOn: state.heldOn });
      const { plannedOn } = stillPlanned(state);
      if ((command.startedOn ?? command.effectiveOn) < plannedOn) refuse('FairBeforePlan', { plannedOn });
      return [{ type: 'TradeFairHeld', data: heldData(command, occasion) }];
    },

    RecordHeldTradeFair(state, command, occasion) {
      if (state.status !== 'none') return [];
      const { kind, role, title, programmeId, budgetLineId, place, startedOn, effectiveOn } = command;
      const line = { budgetLineId, ...moneyOf(command, occasion.references) };
      const plan = { tradeFairId: occasion.objectId, kind, role, title, ...known({ programmeId, ...line, place }) };
      return [
        { type: 'TradeFairPlanned', data: { ...plan, plannedOn: startedOn ?? effectiveOn } },
        { type: 'TradeFairHeld', data: heldData(command, occasion) },
      ];
    },

    CancelTradeFair(state, { effectiveOn }, { objectId }) {
      if (state.status === 'cancelled') return [];
      if (state.status === 'held') refuse('TradeFairAlreadyHeld', { heldOn: state.heldOn });
      const { plannedOn } = stillPlanned(state);
      if (effectiveOn < plannedOn) refuse('FairBeforePlan', { plannedOn });
      return [{ type: 'TradeFairCancelled', data: { tradeFairId: objectId, cancelledOn: effectiveOn } }];
    },
  },

  reversible: { TradeFairPlanned: 'never', TradeFairHeld: 'always', TradeFairCancelled: 'always' },

  reserves: {
    HoldTradeFair: (state, { costVnd, effectiveOn }) =>
      state.status === 'none' ? undefined : commitmentTo(state.budgetLineId, costVnd, effectiveOn),
    RecordHeldTradeFair: (_, { budgetLineId, costVnd, effectiveOn }) => commitmentTo(budgetLineId, costVnd, effectiveOn),
  },
};

function stillPlanned(state: Exclude<TradeFair, { status: 'held' }>): Planned {
  if (state.status === 'none') refuse('TradeFairNotPlanned', {});
  if (state.status === 'cancelled') refuse('TradeFairCancelledBefore', { cancelledOn: state.cancelledOn });
  return state;
}

type Result = Omit<TradeFairCommands['HoldTradeFair'], 'tradeFairId'>;

function heldData(result: Result, { objectId, organisations }: Pick<Occasion, 'objectId' | 'organisations'>): Held {
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

function asOfThatDay(organisations: Occasion['organisations'], id: string): OrganisationSnapshot {
  const snapshot = organisations[id];
  if (!snapshot) throw new Error(`assertion: organisation ${id} was not handed to the decision`);
  return snapshot;
}
