import { inCanonicalOrder, ledgerOf, type LedgerFact } from '@soquy/lending';
import { asRecorded, bookedFact, type BookedSplit, type Debt } from './loan.lending.schedule.js';
import { accountAfter, interestIn, measureOf } from './loan.measure.schedule.js';

/** What can still be paid on a day, also in view of what was repaid after it. */
export interface Payable {
  readonly principalVnd: number;
  readonly interestVnd: number;
  /** Interest paid ahead that becomes principal when the loan is paid off. */
  readonly fromAdvanceVnd: number;
  readonly owedVnd: number;
}

/** Comes after every other payment of its day. */
const NEW = '~';

/** A back-dated payment finds less to pay: principal and interest that later repayments have paid are not taken twice. */
export function payableOn({ terms, facts }: Debt, day: string): Payable {
  const ledger = ledgerOf(terms, facts, asRecorded);
  const on = measureOf(ledger.position(day));
  const laterDays = [...new Set(facts.filter((fact) => fact.on > day).map((fact) => fact.on))].sort();
  const later = laterDays.map((each) => measureOf(ledger.position(each)));
  const principalVnd = Math.min(on.outstandingVnd, ...later.map(({ outstandingVnd }) => outstandingVnd));
  const interestVnd = Math.min(on.interestAccruedVnd, ...later.map(({ interestAccruedVnd }) => interestAccruedVnd));
  const fromAdvanceVnd = later.length === 0 ? Math.min(on.interestAdvanceVnd, principalVnd) : 0;
  return { principalVnd, interestVnd, fromAdvanceVnd, owedVnd: principalVnd + interestVnd - fromAdvanceVnd };
}

/**
 * Splits as the ledger allocates by the order agreed; what later repayments have paid already goes to the other part. The
 * payment that pays a loan off uses up what was paid ahead.
 */
export function splitByOrder(amountVnd: number, payable: Payable, debt: Debt, day: string): BookedSplit {
  const { principalVnd: most, interestVnd: mostInterest, fromAdvanceVnd, owedVnd } = payable;
  if (amountVnd === owedVnd) return { principalVnd: most, interestVnd: mostInterest, fromAdvanceVnd };
  const { terms, facts } = debt;
  const paid: LedgerFact = { id: NEW, on: day, kind: 'repaid', amount: amountVnd };
  const used = ledgerOf(terms, [...facts.filter(({ on }) => on <= day), paid], asRecorded)
    .allocations(day)
    .filter(({ factId }) => factId === NEW);
  const interest = used.reduce((sum, line) => sum + interestIn(line), 0);
  const interestVnd = Math.min(mostInterest, amountVnd - Math.min(most, amountVnd - interest));
  return { principalVnd: amountVnd - interestVnd, interestVnd, fromAdvanceVnd: 0 };
}

/** The debt with one more repayment, put after what happened up to its day. */
export const withRepayment = ({ terms, facts }: Debt, on: string, split: BookedSplit): Debt => ({
  terms,
  facts: [...facts, bookedFact({ id: NEW, on }, split)],
});

/** What was paid must have been owed: principal on every day, and interest at the end, unless more of it will run up. */
export function isPossible(debt: Debt): boolean {
  let owed = 0;
  for (const fact of inCanonicalOrder(debt.facts)) {
    owed += principalIn(fact);
    if (owed < 0) return false;
  }
  const { outstandingVnd, interestAdvanceVnd } = accountAfter(debt).measure;
  return interestAdvanceVnd === 0 || interestAdvanceVnd < outstandingVnd;
}

/** By how much a fact of the books raises or lowers principal. */
function principalIn(fact: LedgerFact): number {
  if (fact.kind === 'disbursed') return fact.amount;
  if (fact.kind === 'opened') return fact.principal;
  return fact.kind === 'booked' ? 0 - fact.principal : 0;
}
