import { known, refuse as raise, type CommandsOf, type Decider, type Refuse } from '@soquy/kernel';
import { same } from '../same.js';
import type * as commands from './legal-document.commands.js';
import type { LegalDocumentEvents } from './legal-document.events.js';

type Recorded = LegalDocumentEvents['LegalDocumentRecorded'];

export type LegalDocumentState =
  | { readonly status: 'none' }
  | ({ readonly status: 'recorded' } & Recorded)
  | ({ readonly status: 'repealed'; readonly repealedOn: string; readonly repealedBy?: string } & Recorded);

export interface LegalDocumentRefusals {
  AlreadyRecorded: { legalDocumentId: string; number: string };
  YearContradictsNumber: { number: string; issuedOn: string };
  DaysReversed: { earlier: string; later: string };
  AlreadyRepealed: { repealedOn: string };
}
export type LegalDocumentCommands = CommandsOf<typeof commands>;

const refuse: Refuse<LegalDocumentRefusals> = raise;

export const legalDocument: Decider<LegalDocumentState, LegalDocumentEvents, LegalDocumentCommands> = {
  category: 'legalDocument',
  initial: { status: 'none' },

  evolve: {
    LegalDocumentRecorded: (_, data) => ({ status: 'recorded', ...data }),
    LegalDocumentRepealed: (state, { repealedOn, repealedBy }) =>
      state.status === 'none' ? state : { ...state, status: 'repealed', repealedOn, ...known({ repealedBy }) },
  },

  decide: {
    RecordLegalDocument(state, { legalDocumentId, number, title, issuer, issuedOn, inForceOn, validTo, effectiveOn }) {
      checkYear(number, issuedOn);
      checkDays(issuedOn, inForceOn, validTo);
      const said = {
        legalDocumentId,
        number,
        title,
        issuer,
        ...known({ issuedOn, inForceOn, validTo }),
        recordedOn: effectiveOn,
      };
      if (state.status === 'none') return [{ type: 'LegalDocumentRecorded', data: said }];
      if (state.status === 'recorded') {
        const { status, ...recorded } = state;
        if (same(recorded, said)) return [];
      }
      return refuse('AlreadyRecorded', { legalDocumentId, number: state.number });
    },

    RepealLegalDocument(state, { repealedBy, effectiveOn }, { objectId }) {
      if (state.status === 'none') return [];
      if (state.status === 'repealed')
        return state.repealedOn === effectiveOn ? [] : refuse('AlreadyRepealed', { repealedOn: state.repealedOn });
      checkDays(state.inForceOn ?? state.issuedOn ?? state.recordedOn, effectiveOn);
      const data = { legalDocumentId: objectId, ...known({ repealedBy }), repealedOn: effectiveOn };
      return [{ type: 'LegalDocumentRepealed', data }];
    },
  },

  reversible: { LegalDocumentRecorded: 'never', LegalDocumentRepealed: 'always' },
};

/** Numbers carry the year of issue, `24/2018/NQ-HĐND`: a resolution of 2018 cited under 2019 is a slip of the pen. */
function checkYear(number: string, issuedOn: string | undefined): void {
  const year = /\/((?:19|20)\d{2})(?:\/|$)/.exec(number)?.[1];
  if (year && issuedOn && issuedOn.slice(0, 4) !== year) refuse('YearContradictsNumber', { number, issuedOn }, 'input');
}

/** Issued, then in force, then at an end. */
function checkDays(...days: (string | undefined)[]): void {
  const given = days.filter((day) => day !== undefined);
  for (const [index, later] of given.entries()) {
    const earlier = given[index - 1];
    if (earlier !== undefined && later < earlier) refuse('DaysReversed', { earlier, later }, 'input');
  }
}
