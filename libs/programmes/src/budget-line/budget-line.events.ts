import type { EventCatalogue, EventsOf } from '@soquy/kernel';

/**
 * Nguồn vốn (domain.md B6, glossary): ngân sách trung ương, tỉnh, huyện (đến 30/06/2025), xã; chương trình mục tiêu quốc gia;
 * dự phòng ngân sách trung ương; khuyến công quốc gia, địa phương; đối ứng địa phương, của đơn vị thụ hưởng; tài trợ;
 * vốn chủ sở hữu, huy động, nhận uỷ thác của Quỹ; Quỹ quốc gia về việc làm.
 */
export const BUDGET_SOURCES = [
  'centralBudget',
  'provincialBudget',
  'districtBudget',
  'communeBudget',
  'nationalTargetProgramme',
  'centralReserve',
  'nationalIndustrialPromotion',
  'industrialPromotion',
  'matchingFund',
  'beneficiaryShare',
  'sponsorship',
  'fundEquity',
  'mobilisedCapital',
  'entrustedCapital',
  'nationalJobFund',
] as const;
export type BudgetSource = (typeof BUDGET_SOURCES)[number];

/** How much of a payment or recovery belongs to which commitment of the line. */
export interface CommitmentShare {
  readonly commitmentNumber: number;
  readonly amountVnd: number;
}

// Names and fields here are the storage format. Add a field as optional; change a meaning only under a new version.
// Each carries the line's budget year: money paid in January may belong to the year before (domain.md B4).
// `settlementEndOn`: last day on which that year's money can be used, by the rule read for the decision.
export interface BudgetLineEvents {
  BudgetAllocated: {
    budgetLineId: string;
    programmeId: string;
    title: string;
    source: BudgetSource;
    budgetYear: number;
    allocatedVnd: number;
    allocatedOn: string;
  };
  BudgetIncreased: { budgetLineId: string; amountVnd: number; budgetYear: number; increasedOn: string };
  BudgetDecreased: { budgetLineId: string; amountVnd: number; budgetYear: number; decreasedOn: string };
  /** Commitments of a line are numbered from 1. */
  BudgetCommitted: {
    budgetLineId: string;
    commitmentNumber: number;
    purpose: string;
    amountVnd: number;
    budgetYear: number;
    settlementEndOn?: string;
    committedOn: string;
  };
  BudgetCommitmentReleased: {
    budgetLineId: string;
    commitmentNumber: number;
    amountVnd: number;
    budgetYear: number;
    releasedOn: string;
  };
  /** Taken at once by an activity of another slice, whose own facts then say what is paid. */
  BudgetReserved: {
    budgetLineId: string;
    commandId: string;
    objectStream: string;
    amountVnd: number;
    budgetYear: number;
    settlementEndOn?: string;
    committedOn: string;
  };
  BudgetReservationReleased: {
    budgetLineId: string;
    commandId: string;
    objectStream: string;
    amountVnd: number;
    budgetYear: number;
    releasedOn: string;
  };
  BudgetDisbursed: {
    budgetLineId: string;
    amountVnd: number;
    shares: readonly CommitmentShare[];
    /** The day the work paid for was accepted; it decides the budget year. */
    acceptedOn?: string;
    budgetYear: number;
    settlementEndOn?: string;
    disbursedOn: string;
  };
  /** Money that came back: a fact of its own day, not the correction of a mistake. */
  BudgetRecovered: {
    budgetLineId: string;
    amountVnd: number;
    shares: readonly CommitmentShare[];
    budgetYear: number;
    recoveredOn: string;
  };
}
export type BudgetLineEvent = EventsOf<BudgetLineEvents>;

export const budgetLineEvents: EventCatalogue<BudgetLineEvents> = {
  BudgetAllocated: { version: 1, effectiveOn: 'allocatedOn' },
  BudgetIncreased: { version: 1, effectiveOn: 'increasedOn' },
  BudgetDecreased: { version: 1, effectiveOn: 'decreasedOn' },
  BudgetCommitted: { version: 1, effectiveOn: 'committedOn' },
  BudgetCommitmentReleased: { version: 1, effectiveOn: 'releasedOn' },
  BudgetReserved: { version: 1, effectiveOn: 'committedOn' },
  BudgetReservationReleased: { version: 1, effectiveOn: 'releasedOn' },
  BudgetDisbursed: { version: 1, effectiveOn: 'disbursedOn' },
  BudgetRecovered: { version: 1, effectiveOn: 'recoveredOn' },
};
