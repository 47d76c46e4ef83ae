import type { EventCatalogue, EventsOf } from '@soquy/kernel';

/** Sở, ban, ngành; Liên minh HTX; Quỹ; trung tâm (khuyến công, xúc tiến thương mại); Uỷ ban nhân dân; cơ quan trung ương. */
export const AGENCY_KINDS = ['department', 'alliance', 'fund', 'centre', 'peoplesCommittee', 'central'] as const;
export type AgencyKind = (typeof AGENCY_KINDS)[number];

// Names and fields here are the storage format. Add a field as optional; change a meaning only under a new version.
export interface AgencyEvents {
  AgencyRegistered: {
    /** A slug that people can read: `tra-vinh`. */
    agencyId: string;
    name: string;
    kind: AgencyKind;
    /** Province code with its system; absent for central bodies. */
    place?: string;
    registeredOn: string;
  };
  AgencyRenamed: { agencyId: string; name: string; renamedOn: string };
}
export type AgencyEvent = EventsOf<AgencyEvents>;

export const agencyEvents: EventCatalogue<AgencyEvents> = {
  AgencyRegistered: { version: 1, effectiveOn: 'registeredOn' },
  AgencyRenamed: { version: 1, effectiveOn: 'renamedOn' },
};
