import type { EventCatalogue, EventsOf, OrganisationSnapshot, Quantity } from '@soquy/kernel';
import type { HeldActivity, PlannedActivity } from '../activity.js';

/** Hội chợ, phiên chợ hàng Việt về nông thôn, hội nghị kết nối cung cầu, triển lãm / trưng bày (domain.md P5). */
export const FAIR_KINDS = ['fair', 'ruralMarket', 'supplyDemandMeeting', 'exhibition'] as const;
export type FairKind = (typeof FAIR_KINDS)[number];

/** Whether the agency took organisations to someone else's event, or held its own. */
export const FAIR_ROLES = ['joined', 'organised'] as const;
export type FairRole = (typeof FAIR_ROLES)[number];

// Names and fields here are the storage format. Add a field as optional; change a meaning only under a new version.
export interface TradeFairEvents {
  TradeFairPlanned: PlannedActivity & { tradeFairId: string; kind: FairKind; role: FairRole; budgetVnd?: number };
  TradeFairHeld: HeldActivity & {
    tradeFairId: string;
    startedOn?: string;
    /** Those known by name, as they were on that day; each is one participation (lượt). */
    organisations?: readonly OrganisationSnapshot[];
    /** Participations in all, those known by name among them. */
    participations?: Quantity;
    /** Enterprises of any kind with goods on show, where the report counts these. */
    enterprises?: Quantity;
    stalls?: Quantity;
    products?: Quantity;
    /** Visits (lượt khách). */
    visitors?: Quantity;
    /** Sales at the fair in đồng. */
    revenue?: Quantity;
    /** Contracts and memoranda signed there. */
    contracts?: Quantity;
  };
  TradeFairCancelled: { tradeFairId: string; cancelledOn: string };
}
export type TradeFairEvent = EventsOf<TradeFairEvents>;

export const tradeFairEvents: EventCatalogue<TradeFairEvents> = {
  TradeFairPlanned: { version: 1, effectiveOn: 'plannedOn' },
  TradeFairHeld: { version: 1, effectiveOn: 'heldOn' },
  TradeFairCancelled: { version: 1, effectiveOn: 'cancelledOn' },
};
