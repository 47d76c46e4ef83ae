import type { Day } from '@soquy/kernel';
import type { Amount, Grid } from './contract.js';

/** What is owed under a loan, part by part. */
export const BUCKETS = ['principal', 'interest', 'overdueInterest', 'lateInterest'] as const;
export type Bucket = (typeof BUCKETS)[number];
export type Buckets = Readonly<Record<Bucket, Amount>>;

/** How what is in arrears is treated when dates change; nothing is forgiven by the way. */
export interface Treatment {
  readonly overduePrincipal: 'keep' | 'spread';
  readonly overdueInterest: 'keep' | 'spread' | 'waive';
  readonly lateInterest: 'keep' | 'waive';
  /** Days past due are counted anew from the new dates. */
  readonly reAge: boolean;
}

/** What every fact has. */
interface Told {
  readonly id: string;
  readonly on: Day;
}

/**
 * What happened to a loan. Order of recording means nothing: facts are folded by day, then by `rank`, then by id
 * (`inCanonicalOrder`).
 */
export type LoanFact = Told &
  (
    | { readonly kind: 'disbursed'; readonly amount: Amount }
    /** `split`: what the voucher says it is for; without it the contract's order decides. */
    | { readonly kind: 'repaid'; readonly amount: Amount; readonly split?: Partial<Buckets> }
    /** Whatever is owed that day, to the last unit. */
    | { readonly kind: 'paidOff' }
    | { readonly kind: 'rateChanged'; readonly annualRateBasisPoints: number; readonly overdueRatePercent?: number }
    /** New dates within the term (điều chỉnh kỳ hạn). */
    | {
        readonly kind: 'rescheduled';
        readonly instalments: readonly { on: Day; principal: Amount }[];
        readonly treatment: Treatment;
      }
    /** A later end of the term (gia hạn nợ); `grid` where the rhythm changes as well. */
    | {
        readonly kind: 'extended';
        readonly maturityOn: Day;
        readonly instalments: readonly { on: Day; principal: Amount }[];
        readonly grid?: Partial<Grid>;
        readonly treatment: Treatment;
      }
    /** Nothing falls due from this day until another; the rest moves by as many months where `shifts`. */
    | {
        readonly kind: 'holiday';
        readonly until: Day;
        readonly of: 'principal' | 'principalAndInterest';
        readonly shifts: boolean;
      }
    /** The whole debt falls due (thu hồi nợ trước hạn). */
    | { readonly kind: 'called' }
    /** No interest runs from this day until another, or for good (khoanh nợ). */
    | { readonly kind: 'frozen'; readonly until?: Day }
    | { readonly kind: 'writtenOff'; readonly amounts: Partial<Buckets> }
    /** Paid after a write-off. */
    | { readonly kind: 'recovered'; readonly amount: Amount }
  );

/** What books state of a loan instead of telling how it came about. */
export type BookedFact = Told &
  (
    | {
        /** A debt older than the books, as it stood on a day. What is not overdue falls due by the contract from here. */
        readonly kind: 'opened';
        /** All that was still to be repaid. */
        readonly principal: Amount;
        readonly overduePrincipal: Amount;
        /** Interest fallen due and not paid. */
        readonly overdueInterest: Amount;
        /** Due day of the oldest of both. */
        readonly overdueSince?: Day;
        /** Run up and not due yet: due on the next interest day, or at once where none is left. */
        readonly accruedInterest: Amount;
      }
    | {
        /**
         * A repayment as it was booked; of which kind its interest is, the contract's order says. Interest beyond all that is
         * owed is an advance on interest to come.
         */
        readonly kind: 'booked';
        readonly principal: Amount;
        readonly interest: Amount;
        /** Of the principal, paid out of that advance. What it does not hold any more is owed again, as interest. */
        readonly fromAdvance?: Amount;
      }
  );

/** All that can be folded into a ledger. */
export type LedgerFact = LoanFact | BookedFact;
