import { ledgerFrom, type InstalmentState, type LedgerFact, type LoanTerms, type Statement } from '@soquy/lending';
import { planOf } from '../../../../../libs/programmes/src/loan/loan.schedule.js';
import type { LoanData } from './loan-data.js';

type Owing = Pick<LoanData, 'terms' | 'account' | 'schedule'>;

/** With the schedule that was fixed, a loan's terms are those of the whole ledger. */
export const fixedTerms = ({ terms, schedule }: Owing): LoanTerms | undefined =>
  terms && schedule && schedule.length > 0 ? { ...terms, plan: planOf(schedule) } : terms;

/** A disbursed loan as of the end of a day, by the same ledger that the server keeps; undefined before its last fact. */
export function loanOn(data: Owing, day: string, facts: readonly LedgerFact[] = []): Statement | undefined {
  const terms = fixedTerms(data);
  if (!terms || !data.account || day < data.account.on) return undefined;
  return ledgerFrom(terms, data.account, facts).on(day);
}

/** What an instalment is on a day. */
export type InstalmentMark = 'paid' | 'overdue' | 'partly' | 'due' | 'ahead';

export function markOf(line: InstalmentState, day: string): InstalmentMark {
  const { principal, principalPaid, interestDue, interestPaid, dueOn, principalOverdue, interestOverdue } = line;
  const left = principal - principalPaid + Math.max(0, interestDue - interestPaid);
  if (principalOverdue + interestOverdue > 0) return 'overdue';
  if (left === 0 && (dueOn <= day || principal > 0)) return 'paid';
  if (principalPaid + interestPaid > 0) return 'partly';
  return dueOn <= day ? 'due' : 'ahead';
}

/** The instalment that falls due next, today counted. */
export const nextDue = (instalments: readonly InstalmentState[], day: string): InstalmentState | undefined =>
  instalments.find(
    (line) => line.dueOn >= day && line.principal - line.principalPaid + line.interest > 0 && markOf(line, day) !== 'paid',
  );
