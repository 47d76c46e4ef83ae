import { known, refuse as raise, type CommandsOf, type Decider, type Refuse } from '@soquy/kernel';
import type * as commands from './programme.commands.js';
import type { LegalBasis, ProgrammeEvents } from './programme.events.js';

type Opened = ProgrammeEvents['ProgrammeOpened'];

/** Also what the programme's page shows; `legalBasis` is that of the last extension which named one. */
export type Programme =
  | { readonly status: 'none' }
  | ({ readonly status: 'open' } & Opened)
  | ({ readonly status: 'closed'; readonly closedOn: string } & Opened);

export interface ProgrammeRefusals {
  PeriodReversed: { periodFromYear: number; periodToYear: number };
  NotLonger: { periodToYear: number };
  BeforeOpening: { openedOn: string };
  ProgrammeClosedBefore: { closedOn: string };
}
export type ProgrammeCommands = CommandsOf<typeof commands>;

const refuse: Refuse<ProgrammeRefusals> = raise;

export const programme: Decider<Programme, ProgrammeEvents, ProgrammeCommands> = {
  category: 'programme',
  initial: { status: 'none' },

  evolve: {
    ProgrammeOpened: (_, data) => ({ status: 'open', ...data }),
    ProgrammeExtended: (state, { periodToYear, legalBasis }) =>
      state.status === 'none' ? state : { ...state, periodToYear, legalBasis: legalBasis ?? state.legalBasis },
    ProgrammeClosed: (state, { closedOn }) => (state.status === 'none' ? state : { ...state, status: 'closed', closedOn }),
  },

  decide: {
    OpenProgramme(state, { name, legalBasis, periodFromYear, periodToYear, leadAgency, effectiveOn }, { objectId }) {
      if (state.status !== 'none') return [];
      if (periodToYear < periodFromYear) refuse('PeriodReversed', { periodFromYear, periodToYear }, 'input');
      const period = { periodFromYear, periodToYear };
      const stated = { programmeId: objectId, name, legalBasis: stored(legalBasis), ...period, ...known({ leadAgency }) };
      return [{ type: 'ProgrammeOpened', data: { ...stated, openedOn: effectiveOn } }];
    },

    ExtendProgramme(state, { periodToYear, legalBasis, effectiveOn }, { objectId }) {
      if (state.status === 'none' || periodToYear === state.periodToYear) return [];
      standing(state, effectiveOn);
      if (periodToYear < state.periodToYear) refuse('NotLonger', { periodToYear: state.periodToYear }, 'input');
      const basis = known({ legalBasis: legalBasis && stored(legalBasis) });
      return [{ type: 'ProgrammeExtended', data: { programmeId: objectId, periodToYear, ...basis, extendedOn: effectiveOn } }];
    },

    CloseProgramme(state, { effectiveOn }, { objectId }) {
      if (state.status !== 'open') return [];
      standing(state, effectiveOn);
      return [{ type: 'ProgrammeClosed', data: { programmeId: objectId, closedOn: effectiveOn } }];
    },
  },

  reversible: { ProgrammeOpened: 'never', ProgrammeExtended: 'always', ProgrammeClosed: 'always' },
};

function standing(state: Exclude<Programme, { status: 'none' }>, on: string): void {
  if (on < state.openedOn) refuse('BeforeOpening', { openedOn: state.openedOn });
  if (state.status === 'closed') refuse('ProgrammeClosedBefore', { closedOn: state.closedOn });
}

/** Field by field: what else a caller's object may carry is not stored. */
const stored = ({ documentNumber, issuer, issuedOn }: LegalBasis): LegalBasis => ({
  documentNumber,
  issuer,
  ...known({ issuedOn }),
});
