import type { EventCatalogue, EventsOf } from '@soquy/kernel';

/** Căn cứ pháp lý: the paper a programme stands on. `issuedOn` absent: the report does not tell it. */
export interface LegalBasis {
  readonly documentNumber: string;
  readonly issuer: string;
  readonly issuedOn?: string | undefined;
}

// Names and fields here are the storage format. Add a field as optional; change a meaning only under a new version.
export interface ProgrammeEvents {
  ProgrammeOpened: {
    programmeId: string;
    name: string;
    legalBasis: LegalBasis;
    periodFromYear: number;
    periodToYear: number;
    leadAgency?: string;
    openedOn: string;
  };
  ProgrammeExtended: { programmeId: string; periodToYear: number; legalBasis?: LegalBasis; extendedOn: string };
  ProgrammeClosed: { programmeId: string; closedOn: string };
}
export type ProgrammeEvent = EventsOf<ProgrammeEvents>;

export const programmeEvents: EventCatalogue<ProgrammeEvents> = {
  ProgrammeOpened: { version: 1, effectiveOn: 'openedOn' },
  ProgrammeExtended: { version: 1, effectiveOn: 'extendedOn' },
  ProgrammeClosed: { version: 1, effectiveOn: 'closedOn' },
};
