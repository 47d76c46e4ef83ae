import type { EventCatalogue, EventsOf, OrganisationSnapshot, RuleValue } from '@soquy/kernel';
import type { BudgetSource } from '../budget-line/budget-line.events.js';

/** Khuyến công quốc gia or khuyến công địa phương: whose ceilings hold (domain.md K1, K5). */
export const GRANT_TIERS = ['national', 'provincial'] as const;
export type GrantTier = (typeof GRANT_TIERS)[number];

// Names and fields here are the storage format. Add a field as optional; change a meaning only under a new version.
export interface MachineryGrantEvents {
  MachineryGrantRequested: {
    machineryGrantId: string;
    /** The beneficiary as it was on that day. */
    organisation: OrganisationSnapshot;
    programmeId?: string;
    budgetLineId?: string;
    /** Of the line, as it stood then. */
    budgetSource?: BudgetSource;
    budgetYear?: number;
    tier: GrantTier;
    /** Name of the project (đề án). */
    title: string;
    /** What is bought. */
    item: string;
    totalInvestmentVnd: number;
    requestedSupportVnd: number;
    /** Random id of an account's person, never a name. */
    requestedBy: string;
    requestedOn: string;
  };
  MachineryGrantAppraised: {
    machineryGrantId: string;
    recommendedSupportVnd: number;
    note?: string;
    appraisedBy: string;
    appraisedOn: string;
  };
  MachineryGrantApproved: {
    machineryGrantId: string;
    approvedSupportVnd: number;
    /** The ceilings of the decision day; the acceptance is judged by the same. */
    rules: readonly RuleValue[];
    approvedBy: string;
    approvedOn: string;
  };
  MachineryGrantRejected: { machineryGrantId: string; rejectedBy: string; rejectedOn: string };
  MachineryGrantContractSigned: { machineryGrantId: string; contractNumber: string; signedOn: string };
  MachineryGrantAdvancePaid: {
    machineryGrantId: string;
    amountVnd: number;
    /** Most that may be advanced, in basis points of the support, on that day. */
    maxShareBasisPoints: number;
    voucher?: string;
    paidOn: string;
  };
  MachineryGrantAccepted: {
    machineryGrantId: string;
    actualInvestmentVnd: number;
    acceptedSupportVnd: number;
    acceptedOn: string;
  };
  MachineryGrantPaid: {
    machineryGrantId: string;
    amountVnd: number;
    voucher?: string;
    /** That of the line; without one, a payment in January for work accepted by 31/12 belongs to the old year (domain.md B4). */
    budgetYear: number;
    paidOn: string;
  };
  /** Closed after acceptance: everything accepted is paid; `releasedVnd` of the approval is free again. */
  MachineryGrantSettled: { machineryGrantId: string; settledSupportVnd: number; releasedVnd: number; settledOn: string };
  /** The project does not go on and nothing of it was accepted; the whole approval is free again. */
  MachineryGrantStopped: { machineryGrantId: string; releasedVnd: number; stoppedOn: string };
  MachineryGrantRecovered: {
    machineryGrantId: string;
    amountVnd: number;
    /** The part that takes back support already accepted; the rest is advance that was not earned. */
    fromSupportVnd: number;
    /** After settlement the money is revenue of the budget; the year's spending stays as settled (domain.md B5). */
    afterSettlement: boolean;
    voucher?: string;
    recoveredOn: string;
  };
}
export type MachineryGrantEvent = EventsOf<MachineryGrantEvents>;

export const machineryGrantEvents: EventCatalogue<MachineryGrantEvents> = {
  MachineryGrantRequested: { version: 1, effectiveOn: 'requestedOn' },
  MachineryGrantAppraised: { version: 1, effectiveOn: 'appraisedOn' },
  MachineryGrantApproved: { version: 1, effectiveOn: 'approvedOn' },
  MachineryGrantRejected: { version: 1, effectiveOn: 'rejectedOn' },
  MachineryGrantContractSigned: { version: 1, effectiveOn: 'signedOn' },
  MachineryGrantAdvancePaid: { version: 1, effectiveOn: 'paidOn' },
  MachineryGrantAccepted: { version: 1, effectiveOn: 'acceptedOn' },
  MachineryGrantPaid: { version: 1, effectiveOn: 'paidOn' },
  MachineryGrantSettled: { version: 1, effectiveOn: 'settledOn' },
  MachineryGrantStopped: { version: 1, effectiveOn: 'stoppedOn' },
  MachineryGrantRecovered: { version: 1, effectiveOn: 'recoveredOn' },
};
