import type { EventCatalogue, EventsOf, OrganisationType, Sector } from '@soquy/kernel';

/** How an organisation ended (legal status "đã giải thể, phá sản, chấm dứt tồn tại", domain.md S2). */
export const DISSOLUTION_MANNERS = ['dissolution', 'bankruptcy', 'merger', 'division', 'revocation'] as const;
export type DissolutionManner = (typeof DISSOLUTION_MANNERS)[number];

// Names and fields here are the storage format. Add a field as optional; change a meaning only under a new version.
export interface OrganisationEvents {
  OrganisationRegistered: {
    organisationId: string;
    name: string;
    type: OrganisationType;
    sector: Sector;
    /** Province code with its system, `TCTK63:84`: the unit as it was on that day. */
    place: string;
    district?: string;
    commune?: string;
    /** Only in logs begun before a code was always assigned by a fact of its own. */
    taxCode?: string;
    foundedOn?: string;
    /** Absent: not known. */
    members?: number;
    registeredOn: string;
  };
  OrganisationRenamed: { organisationId: string; name: string; renamedOn: string };
  /** All of the new address: a part that is absent is not known any more. */
  OrganisationRelocated: { organisationId: string; place: string; district?: string; commune?: string; relocatedOn: string };
  OrganisationReclassified: { organisationId: string; sector: Sector; reclassifiedOn: string };
  /** A THT becomes an HTX and the like; it stays the same organisation. */
  OrganisationConverted: { organisationId: string; type: OrganisationType; convertedOn: string };
  /** Mã số HTX: the key of an organisation, which its name is not. Can be taken back, so that a code typed wrong is put right. */
  OrganisationTaxCodeAssigned: { organisationId: string; taxCode: string; assignedOn: string };
  OrganisationMembersCounted: { organisationId: string; members: number; countedOn: string };
  OrganisationFoundingEstablished: { organisationId: string; foundedOn: string; establishedOn: string };
  OrganisationSuspended: { organisationId: string; suspendedOn: string };
  OrganisationResumed: { organisationId: string; resumedOn: string };
  OrganisationDissolved: { organisationId: string; manner: DissolutionManner; dissolvedOn: string };
}
export type OrganisationEvent = EventsOf<OrganisationEvents>;

export const organisationEvents: EventCatalogue<OrganisationEvents> = {
  OrganisationRegistered: { version: 1, effectiveOn: 'registeredOn' },
  OrganisationRenamed: { version: 1, effectiveOn: 'renamedOn' },
  OrganisationRelocated: { version: 1, effectiveOn: 'relocatedOn' },
  OrganisationReclassified: { version: 1, effectiveOn: 'reclassifiedOn' },
  OrganisationConverted: { version: 1, effectiveOn: 'convertedOn' },
  OrganisationTaxCodeAssigned: { version: 1, effectiveOn: 'assignedOn' },
  OrganisationMembersCounted: { version: 1, effectiveOn: 'countedOn' },
  OrganisationFoundingEstablished: { version: 1, effectiveOn: 'establishedOn' },
  OrganisationSuspended: { version: 1, effectiveOn: 'suspendedOn' },
  OrganisationResumed: { version: 1, effectiveOn: 'resumedOn' },
  OrganisationDissolved: { version: 1, effectiveOn: 'dissolvedOn' },
};
