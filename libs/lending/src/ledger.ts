import type { Day, WorkingDays } from '@soquy/kernel';
import { accountOf, accountRow, type AccountRow } from './account-row.js';
import { newAccount, type Account } from './account.js';
import { useAdvances } from './allocation.js';
import { inCanonicalOrder } from './canonical-order.js';
import type { LoanTerms } from './contract.js';
import type { LedgerFact } from './facts.js';
import { readAccount, readOwed, readPosition } from './reading.js';
import { record } from './record.js';
import { runTo } from './run.js';
import type { Allocated, Owed, Position, Statement } from './statement.js';

/** A loan's facts, ready to be asked for any day. */
export interface Ledger {
  /** As of the end of a day; facts after it make no difference. Days asked in order are folded in one pass. */
  readonly on: (day: Day) => Statement;
  /** The same without the instalments. */
  readonly position: (day: Day) => Position;
  /** What each payment was used for, in the order in which it was; what was held has a line of its own for each use. */
  readonly allocations: (until?: Day) => readonly Allocated[];
  /** The account at the end of a day as plain JSON, for `ledgerFrom`. */
  readonly row: (day: Day) => AccountRow;
}

/**
 * Folds facts in canonical order, whatever the order they are given in. What cannot be as it is told, such as a write-off of
 * more than is owed since a payment was booked before it, is taken as far as it goes; `checkFact` says no beforehand.
 */
export function ledgerOf(terms: LoanTerms, facts: readonly LedgerFact[], calendar: WorkingDays): Ledger {
  const ordered = inCanonicalOrder(facts);
  const beginsOn = ordered[0]?.on;
  return folding(ordered, (day) => newAccount(terms, calendar, beginsOn !== undefined && beginsOn < day ? beginsOn : day));
}

/**
 * Goes on from a row of the same terms: only days and facts from its day on. Facts of that day come after all that the row
 * holds. A calendar is needed where new facts set new dates; without one every day is a working day.
 */
export function ledgerFrom(
  terms: LoanTerms,
  row: AccountRow,
  facts: readonly LedgerFact[] = [],
  calendar: WorkingDays = everyDayWorks,
): Ledger {
  const ordered = inCanonicalOrder(facts);
  return folding(ordered, (day) => {
    for (const each of [day, ordered[0]?.on ?? day]) if (each < row.on) throw notKnown(row, each);
    return accountOf(terms, row, calendar);
  });
}

const everyDayWorks: WorkingDays = { isWorkingDay: () => true };

const notKnown = ({ on }: AccountRow, day: Day) => new Error(`assertion: a row of ${on} knows nothing of ${day}`);

function folding(ordered: readonly LedgerFact[], begin: (day: Day) => Account): Ledger {
  let account: Account | undefined;
  let folded = 0;
  const upTo = (day: Day): Account => {
    if (!account || day < account.on) {
      account = begin(day);
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
    on: (day) => readAccount(forReading(upTo(day))),
    position: (day) => readPosition(forReading(upTo(day))),
    allocations: (until = ordered.at(-1)?.on) => (until === undefined ? [] : [...upTo(until).allocated]),
    row: (day) => accountRow(upTo(day)),
  };
}

/** For whoever looks, interest paid ahead covers what is owed by now; the account itself waits until something falls due. */
function forReading(account: Account): Account {
  if (account.advances.length === 0) return account;
  const { terms, calendar } = account;
  const read = accountOf(terms, accountRow(account), calendar);
  useAdvances(read);
  return read;
}

/** A loan as of the end of a day. */
export const statementOn = (terms: LoanTerms, facts: readonly LedgerFact[], calendar: WorkingDays, day: Day): Statement =>
  ledgerOf(terms, facts, calendar).on(day);

/** What every payment up to a day was used for. */
export const allocationsOf = (
  terms: LoanTerms,
  facts: readonly LedgerFact[],
  calendar: WorkingDays,
  until?: Day,
): readonly Allocated[] => ledgerOf(terms, facts, calendar).allocations(until);

/** A loan as of the end of a later day than its row's, with whatever else is told to have happened since. */
export const statementFromRow = (terms: LoanTerms, row: AccountRow, day: Day, facts: readonly LedgerFact[] = []): Statement =>
  ledgerFrom(terms, row, facts).on(day);

/** What is owed as of the end of the row's day or a later one, at a fraction of a statement's cost. */
export function owedFromRow(terms: LoanTerms, row: AccountRow, day: Day): Owed {
  if (day < row.on) throw notKnown(row, day);
  const account = accountOf(terms, row, everyDayWorks, day);
  runTo(account, day);
  return readOwed(forReading(account));
}
