import type { Day, WorkingDays } from '@soquy/kernel';
import { newAccount, type Account } from './account.js';
import { inCanonicalOrder } from './canonical-order.js';
import type { LoanTerms } from './contract.js';
import type { LoanFact } from './facts.js';
import { readAccount } from './reading.js';
import { record } from './record.js';
import { runTo } from './run.js';
import type { Allocated, Statement } from './statement.js';

/** A loan's facts, ready to be asked for any day. */
export interface Ledger {
  /** As of the end of a day; facts after it make no difference. Days asked in order are folded in one pass. */
  readonly on: (day: Day) => Statement;
  /** What each payment was used for, in the order in which it was; what was held has a line of its own for each use. */
  readonly allocations: (until?: Day) => readonly Allocated[];
}

/**
 * Folds facts in canonical order, whatever the order they are given in. What cannot be as it is told, such as a write-off of
 * more than is owed since a payment was booked before it, is taken as far as it goes; `checkFact` says no beforehand.
 */
export function ledgerOf(terms: LoanTerms, facts: readonly LoanFact[], calendar: WorkingDays): Ledger {
  const ordered = inCanonicalOrder(facts);
  let account: Account | undefined;
  let folded = 0;
  const upTo = (day: Day): Account => {
    if (!account || day < account.on) {
      account = newAccount(terms, calendar, ordered[0] && ordered[0].on < day ? ordered[0].on : day);
      folded = 0;
    }
    for (let fact = ordered[folded]; fact && fact.on <= day; fact = ordered[(folded += 1)]) {
      runTo(account, fact.on);
      record(account, fact);
    }
    runTo(account, day);
    return account;
  };
  return {
    on: (day) => readAccount(upTo(day)),
    allocations: (until = ordered.at(-1)?.on) => (until === undefined ? [] : [...upTo(until).allocated]),
  };
}

/** A loan as of the end of a day. */
export const statementOn = (terms: LoanTerms, facts: readonly LoanFact[], calendar: WorkingDays, day: Day): Statement =>
  ledgerOf(terms, facts, calendar).on(day);

/** What every payment up to a day was used for. */
export const allocationsOf = (
  terms: LoanTerms,
  facts: readonly LoanFact[],
  calendar: WorkingDays,
  until?: Day,
): readonly Allocated[] => ledgerOf(terms, facts, calendar).allocations(until);
