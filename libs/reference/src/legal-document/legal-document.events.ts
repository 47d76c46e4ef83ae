import type { EventCatalogue, EventsOf } from '@soquy/kernel';

/** A legal text or decision as it is cited. Days that are not known are absent. */
export interface LegalDocument {
  /** A slug that people can read, e.g. `nd-45-2021-nd-cp`: numbers repeat from issuer to issuer. */
  readonly legalDocumentId: string;
  readonly number: string;
  readonly title: string;
  readonly issuer: string;
  readonly issuedOn?: string | undefined;
  readonly inForceOn?: string | undefined;
  readonly validTo?: string | undefined;
}

// Names and fields here are the storage format. Add a field as optional; change a meaning only under a new version.
export interface LegalDocumentEvents {
  LegalDocumentRecorded: LegalDocument & { recordedOn: string };
  /** `repealedBy`: number of the text that does it. */
  LegalDocumentRepealed: { legalDocumentId: string; repealedBy?: string; repealedOn: string };
}
export type LegalDocumentEvent = EventsOf<LegalDocumentEvents>;

export const legalDocumentEvents: EventCatalogue<LegalDocumentEvents> = {
  LegalDocumentRecorded: { version: 1, effectiveOn: 'recordedOn' },
  LegalDocumentRepealed: { version: 1, effectiveOn: 'repealedOn' },
};
