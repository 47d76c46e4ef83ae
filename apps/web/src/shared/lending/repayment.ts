import { ledgerFrom, type InstalmentState, type LedgerFact } from '@soquy/lending';
import { asRecorded, bookedFact } from '../../../../../libs/programmes/src/loan/loan.lending.schedule.js';
import { interestIn } from '../../../../../libs/programmes/src/loan/loan.measure.schedule.js';
import type { LoanData } from './loan-data.js';
import { fixedTerms } from './loan-day.js';

/** What a repayment would come to if it were recorded now. */
export interface RepaymentPreview {
  readonly principalVnd: number;
  /** Of the principal, what had fallen due before the day. */
  readonly overduePrincipalVnd: number;
  readonly interestVnd: number;
  readonly outstandingBeforeVnd: number;
  readonly outstandingAfterVnd: number;
  /** All that is owed on the day: more cannot be taken. */
  readonly owedVnd: number;
  readonly isMoreThanOwed: boolean;
  readonly paysOff: boolean;
  readonly daysOverdueAfter: number;
  readonly touched: readonly InstalmentState[];
}

interface Stated {
  readonly amountVnd: number;
  readonly principalVnd?: number | undefined;
  readonly interestVnd?: number | undefined;
}

/** Comes after every other payment of its day. */
const NEW = '~';

/**
 * Splits as the server will, by the same ledger. Undefined where the day lies before the loan's last fact: what later
 * repayments have paid already is known to the server alone.
 */
export function previewRepayment(data: LoanData, stated: Stated, day: string): RepaymentPreview | undefined {
  const terms = fixedTerms(data);
  const { account } = data;
  if (!terms || !account || day < account.on) return undefined;
  const before = ledgerFrom(terms, account).on(day);
  const most = { principal: before.outstanding, interest: interestIn(before.due) + before.accruedInterest };
  const fromAdvance = Math.min(before.held, most.principal);
  const owedVnd = most.principal + most.interest - fromAdvance;
  const { amountVnd } = stated;
  const isMoreThanOwed = amountVnd > owedVnd;
  const paysOff = amountVnd === owedVnd;
  const paid: LedgerFact = { id: NEW, on: day, kind: 'repaid', amount: Math.min(amountVnd, owedVnd) };
  const split = paysOff || isMoreThanOwed ? most : (byHand(stated) ?? byOrder());
  const booked = bookedFact(
    { id: NEW, on: day },
    {
      principalVnd: split.principal,
      interestVnd: split.interest,
      fromAdvanceVnd: paysOff || isMoreThanOwed ? fromAdvance : 0,
    },
  );
  const after = ledgerFrom(terms, account, [booked], asRecorded).on(day);
  return {
    principalVnd: split.principal,
    overduePrincipalVnd: before.overdue.principal - after.overdue.principal,
    interestVnd: split.interest,
    outstandingBeforeVnd: before.outstanding,
    outstandingAfterVnd: after.outstanding,
    owedVnd,
    isMoreThanOwed,
    paysOff,
    daysOverdueAfter: after.daysPastDue,
    touched: after.instalments.filter((line, index) => isTouched(line, before.instalments[index])),
  };

  /** As the ledger allocates by the order agreed; what was not owed as interest goes to principal. */
  function byOrder() {
    const used = ledgerFrom(terms!, account!, [paid], asRecorded)
      .allocations(day)
      .filter(({ factId }) => factId === NEW);
    const interest = used.reduce((sum, line) => sum + interestIn(line), 0);
    const interestVnd = Math.min(most.interest, amountVnd - Math.min(most.principal, amountVnd - interest));
    return { principal: amountVnd - interestVnd, interest: interestVnd };
  }
}

/** One part given leaves the rest to the other. */
function byHand({ amountVnd, principalVnd, interestVnd }: Stated) {
  if (principalVnd === undefined && interestVnd === undefined) return undefined;
  const principal = principalVnd ?? amountVnd - (interestVnd ?? 0);
  const interest = interestVnd ?? amountVnd - principal;
  return principal >= 0 && interest >= 0 && principal + interest === amountVnd ? { principal, interest } : undefined;
}

const isTouched = (line: InstalmentState, before: InstalmentState | undefined) =>
  before === undefined || line.principalPaid !== before.principalPaid || line.interestPaid !== before.interestPaid;
