import type { AccountRow, LoanTerms } from '@soquy/lending';
import type { AgreedTerms, PlannedInstalment } from '../../../../../libs/programmes/src/loan/loan.terms.schedule.js';
import type { ScheduleLine } from '../../../../../libs/programmes/src/loan/loan.schedule.js';

/** A loan's `data` as the API answers it; what is there depends on how far the loan has come. */
export interface LoanData {
  readonly [field: string]: unknown;
  readonly loanId: string;
  readonly fundId: string;
  readonly organisation: { readonly organisationId: string; readonly type: string; readonly sector: string };
  readonly relatedOrganisationIds?: readonly string[];
  readonly purpose: string;
  readonly amountVnd?: number;
  readonly termMonths?: number;
  readonly totalInvestmentVnd?: number;
  readonly ownEquityVnd?: number;
  readonly appliedBy?: string;
  readonly appliedOn?: string;
  readonly appraisal?: {
    readonly recommendedAmountVnd?: number;
    readonly recommendedRateBasisPoints?: number;
    readonly findings?: string;
    readonly appraisedBy: string;
    readonly appraisedOn: string;
  };
  readonly approval?: AgreedTerms & {
    readonly approvedBy: string;
    readonly approvedOn: string;
    readonly instalments?: readonly PlannedInstalment[];
  };
  readonly statement?: { readonly principalVnd: number; readonly openedOn: string };
  readonly releasedVnd?: number;
  readonly drawnVnd?: number;
  readonly undrawnVnd?: number;
  readonly annualRateBasisPoints?: number;
  readonly schedule?: readonly ScheduleLine[];
  readonly terms?: LoanTerms;
  readonly account?: AccountRow;
}

export type { AgreedTerms, ScheduleLine };
