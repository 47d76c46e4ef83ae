import { known, refuse as raise, type CommandsOf, type Decider, type Refuse } from '@soquy/kernel';
import { same } from '../same.js';
import type * as commands from './agency.commands.js';
import type { AgencyEvents } from './agency.events.js';

type Registered = AgencyEvents['AgencyRegistered'];

export type Agency = { readonly status: 'none' } | ({ readonly status: 'registered' } & Registered);

export interface AgencyRefusals {
  AlreadyRegistered: { agencyId: string; registeredOn: string };
  BeforeRegistration: { registeredOn: string };
}
export type AgencyCommands = CommandsOf<typeof commands>;

const refuse: Refuse<AgencyRefusals> = raise;

export const agency: Decider<Agency, AgencyEvents, AgencyCommands> = {
  category: 'agency',
  initial: { status: 'none' },

  evolve: {
    AgencyRegistered: (_, data) => ({ status: 'registered', ...data }),
    AgencyRenamed: (state, { name }) => (state.status === 'none' ? state : { ...state, name }),
  },

  decide: {
    RegisterAgency(state, { agencyId, name, kind, place, effectiveOn }) {
      const data = { agencyId, name, kind, ...known({ place }), registeredOn: effectiveOn };
      if (state.status === 'none') return [{ type: 'AgencyRegistered', data }];
      const { status, ...registered } = state;
      if (same(registered, data)) return [];
      return refuse('AlreadyRegistered', { agencyId, registeredOn: state.registeredOn });
    },

    RenameAgency(state, { name, effectiveOn }, { objectId }) {
      if (state.status === 'none' || state.name === name) return [];
      if (effectiveOn < state.registeredOn) refuse('BeforeRegistration', { registeredOn: state.registeredOn });
      return [{ type: 'AgencyRenamed', data: { agencyId: objectId, name, renamedOn: effectiveOn } }];
    },
  },

  reversible: { AgencyRegistered: 'never', AgencyRenamed: 'always' },
};
