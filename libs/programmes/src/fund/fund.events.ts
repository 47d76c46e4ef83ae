import type { EventCatalogue, EventsOf, OrganisationSnapshot, RuleValue } from '@soquy/kernel';

/** Owner's equity: ngân sách cấp, thành viên góp, tài trợ, trích từ chênh lệch thu chi (domain.md F8). */
export const OWN_SOURCES = ['budgetGrant', 'members', 'grant', 'surplus'] as const;
/** Mobilised, to be given back: vốn vay, vốn nhận uỷ thác, hỗ trợ có hoàn lại của Nhà nước (domain.md F8). */
export const BORROWED_SOURCES = ['borrowed', 'entrusted', 'refundableSupport'] as const;
export const CAPITAL_SOURCES = [...OWN_SOURCES, ...BORROWED_SOURCES] as const;
export type CapitalSource = (typeof CAPITAL_SOURCES)[number];
export type BorrowedSource = (typeof BORROWED_SOURCES)[number];

/** Whether capital of this source must be given back one day. */
export const isBorrowed = (source: CapitalSource): source is BorrowedSource =>
  (BORROWED_SOURCES as readonly string[]).includes(source);

/** Capital of one source; `lender` says from whom it was borrowed. */
export interface Capital {
  source: CapitalSource;
  borrowed: boolean;
  amountVnd: number;
  lender?: string;
}

/** A limit of NĐ 45/2021 A23 as it was applied: what share of the actual charter capital, and what it came to. */
export interface AppliedLimit {
  rule: RuleValue;
  limitVnd: number;
  exposureVnd: number;
}

// Names and fields here are the storage format. Add a field as optional; change a meaning only under a new version.
export interface FundEvents {
  FundOpened: { fundId: string; name: string; regulation?: string; openedOn: string };
  /** What a fund that is older than the books held on a day, source by source. */
  FundBalancesOpened: { fundId: string; balances: Capital[]; balancedOn: string };
  CapitalReceived: { fundId: string; receivedOn: string } & Capital;
  CapitalReturned: { fundId: string; source: BorrowedSource; amountVnd: number; lender?: string; returnedOn: string };
  /** Actual charter capital = book + undistributed profit - unhandled loss, all of the same day (domain.md F4). */
  CharterCapitalDeclared: {
    fundId: string;
    bookCharterVnd: number;
    undistributedProfitVnd: number;
    unhandledLossVnd: number;
    declaredOn: string;
  };
  /** Taken for a loan at its approval, with all that the decision read. */
  CapitalReserved: {
    fundId: string;
    commandId: string;
    loanId: string;
    organisation: OrganisationSnapshot;
    relatedOrganisationIds?: string[];
    amountVnd: number;
    /** What was read, by the question's name: on the day of decision, and `...Ever` over everything recorded. */
    read: Record<string, number>;
    actualCharterVnd: number;
    /** Day of the declaration the charter capital was taken from; absent: own capital stood for it. */
    charterDeclaredOn?: string;
    customerLimit?: AppliedLimit;
    relatedLimit?: AppliedLimit;
    reservedOn: string;
  };
  /** A reservation whose approval never came about. */
  CapitalReleased: {
    fundId: string;
    commandId: string;
    loanId: string;
    organisation: OrganisationSnapshot;
    amountVnd: number;
    releasedOn: string;
  };
}
export type FundEvent = EventsOf<FundEvents>;

export const fundEvents: EventCatalogue<FundEvents> = {
  FundOpened: { version: 1, effectiveOn: 'openedOn' },
  FundBalancesOpened: { version: 1, effectiveOn: 'balancedOn' },
  CapitalReceived: { version: 1, effectiveOn: 'receivedOn' },
  CapitalReturned: { version: 1, effectiveOn: 'returnedOn' },
  CharterCapitalDeclared: { version: 1, effectiveOn: 'declaredOn' },
  CapitalReserved: { version: 1, effectiveOn: 'reservedOn' },
  CapitalReleased: { version: 1, effectiveOn: 'releasedOn' },
};
