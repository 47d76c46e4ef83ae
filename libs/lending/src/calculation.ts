import { inCanonicalOrder } from './canonical-order.js';
import { calendarOf, type Case } from './case.js';
import type { Mistake } from './checks.js';
import type { LoanTerms } from './contract.js';
import { LendingError } from './errors.js';
import { checkFacts } from './guard.js';
import { ledgerOf } from './ledger.js';
import { readCase } from './read-case.js';
import { scheduleOf } from './schedule.js';
import { debtClassOf, type DebtClass } from './standing.js';
import type { Allocated, Instalment, Statement } from './statement.js';

/** What comes of a case. */
export interface Calculation {
  /** With every policy that was left out at its default. */
  readonly contract: LoanTerms;
  /** What would fall due with everything paid when due, by all disbursements and rates the facts tell of. */
  readonly schedule: readonly Instalment[];
  /** What each payment was used for, up to the last of all facts and dates. */
  readonly allocations: readonly Allocated[];
  /** One for each date asked for, in the order asked; facts after the date do not count. No class where nothing is owed. */
  readonly statements: readonly (Statement & { readonly debtClass?: DebtClass })[];
}

/** Schedule, allocations and statements of a case. Throws a `LendingError` for facts that no loan can have. */
export function calculated(read: Case): Calculation {
  const { contract, facts, dates, classification } = read;
  const calendar = calendarOf(read);
  const schedule = scheduleIn(read);
  checkFacts(contract, facts, calendar);
  const ledger = ledgerOf(contract, facts, calendar);
  // In the order of days the facts are folded once, however many dates are asked for.
  const days = [...new Set(dates)].sort();
  const found = new Map(days.map((date) => [date, ledger.on(date)]));
  const last = [...facts.map(({ on }) => on), ...days].sort().at(-1);
  const statements = dates.map((date) => {
    const statement = found.get(date)!;
    const isOwed = statement.outstanding + statement.payoff > 0;
    return classification && isOwed ? { ...statement, debtClass: debtClassOf(classification, facts, statement) } : statement;
  });
  return { contract, schedule, allocations: ledger.allocations(last), statements };
}

function scheduleIn(read: Case): Instalment[] {
  const drawings = read.facts.flatMap((fact) => (fact.kind === 'disbursed' ? [fact] : []));
  const rateChanges = read.facts.flatMap((fact) => (fact.kind === 'rateChanged' ? [fact] : []));
  return scheduleOf(read.contract, drawings, calendarOf(read), rateChanges);
}

/** Either the answer, or everything that is wrong with the question. */
export type Answered =
  { readonly calculation: Calculation; readonly mistakes?: undefined } | { readonly mistakes: readonly Mistake[] };

/** The whole way from parsed JSON to the answer; `more` looks at a case that was read before it is calculated. */
export function answerTo(json: unknown, more: (read: Case) => readonly Mistake[] = () => []): Answered {
  const answer = readCase(json);
  if (answer.mistakes) return answer;
  const mistakes = more(answer.case);
  if (mistakes.length > 0) return { mistakes };
  try {
    return { calculation: calculated(answer.case) };
  } catch (error) {
    if (!(error instanceof LendingError)) throw error;
    const { code, words } = error as LendingError;
    return { mistakes: [{ pointer: refusedIn(answer.case), code, detail: words }] };
  }
}

const isRefused = (work: () => unknown): boolean => {
  try {
    work();
    return false;
  } catch (error) {
    if (error instanceof LendingError) return true;
    throw error;
  }
};

/** The contract where it makes no schedule; else the first fact, in the order they are folded, that cannot be. */
function refusedIn(read: Case): string {
  const { contract, facts } = read;
  if (isRefused(() => scheduleIn(read))) return '/contract';
  const ordered = inCanonicalOrder(facts);
  let [fine, refused] = [0, ordered.length];
  while (refused - fine > 1) {
    const middle = Math.floor((fine + refused) / 2);
    if (isRefused(() => checkFacts(contract, ordered.slice(0, middle), calendarOf(read)))) refused = middle;
    else fine = middle;
  }
  return `/facts/${facts.indexOf(ordered[refused - 1]!)}`;
}
