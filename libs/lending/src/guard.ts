import type { Day, WorkingDays } from '@soquy/kernel';
import { leftOf, newAccount, outstandingOf, type Account } from './account.js';
import { owedBuckets } from './allocation.js';
import { inCanonicalOrder } from './canonical-order.js';
import type { Amount, LoanTerms } from './contract.js';
import { LendingError, requireWithin } from './errors.js';
import { BUCKETS, type LoanFact } from './facts.js';
import { record } from './record.js';
import { runTo } from './run.js';

type FactOf<Kind extends LoanFact['kind']> = Extract<LoanFact, { kind: Kind }>;
type Guard<Kind extends LoanFact['kind']> = (account: Account, fact: FactOf<Kind>) => void;

/** What each kind of fact must be, given the account on its day with everything that comes before it. */
const GUARDS: { readonly [Kind in LoanFact['kind']]: Guard<Kind> } = {
  disbursed: (_account, { amount }) => requireWithin('amount', amount, 1),
  repaid: (account, { on, amount, split }) => {
    requireDrawn(account, on);
    requireWithin('amount', amount, 1);
    if (!split) return;
    const total = sumOf(BUCKETS.map((bucket) => part(split[bucket])));
    if (total !== amount) throw new LendingError('SplitNotTheAmount', { split: total, amount });
  },
  paidOff: (account, { on }) => requireDrawn(account, on),
  rateChanged: (_account, { annualRateBasisPoints, overdueRatePercent = 0 }) => {
    requireWithin('annualRateBasisPoints', annualRateBasisPoints, 0);
    requireWithin('overdueRatePercent', overdueRatePercent, 0);
  },
  rescheduled: (account, fact) => {
    requireDrawn(account, fact.on);
    if (fact.instalments.length === 0) throw new LendingError('CustomPlanEmpty', {});
    requirePlan(account, fact, account.maturityOn!);
  },
  extended: (account, fact) => {
    requireDrawn(account, fact.on);
    const before = account.maturityOn!;
    if (fact.maturityOn <= before) throw new LendingError('MaturityNotLater', { maturityOn: fact.maturityOn, before });
    if (fact.instalments.length > 0) requirePlan(account, fact, fact.maturityOn);
  },
  holiday: (account, { on, until }) => {
    requireDrawn(account, on);
    requireLater(on, until);
  },
  called: (account, { on }) => requireDrawn(account, on),
  frozen: (account, { on, until }) => {
    requireDrawn(account, on);
    if (until !== undefined) requireLater(on, until);
  },
  writtenOff: (account, { amounts }) => {
    const owed = owedBuckets(account);
    if (sumOf(BUCKETS.map((bucket) => part(amounts[bucket]))) === 0) throw new LendingError('NothingWrittenOff', {});
    for (const bucket of BUCKETS) {
      const amount = part(amounts[bucket]);
      if (amount > owed[bucket]) throw new LendingError('WriteOffAboveOwed', { bucket, amount, owed: owed[bucket] });
    }
  },
  recovered: (account, { on, amount }) => {
    requireWithin('amount', amount, 1);
    const writtenOff = sumOf(Object.values(account.settled.writtenOff));
    if (writtenOff === 0) throw new LendingError('RecoveryWithoutWriteOff', { on });
    const left = writtenOff - account.recovered;
    if (amount > left) throw new LendingError('RecoveryAboveWriteOff', { amount, left });
  },
};

/**
 * Throws a `LendingError` where a fact cannot have happened as it is told, in view of the facts before it in canonical order.
 * Facts after it are not looked at: a payment booked late may leave less to write off than was, which the fold then takes.
 */
export function checkFact(terms: LoanTerms, facts: readonly LoanFact[], calendar: WorkingDays, fact: LoanFact): void {
  const others = facts.filter(({ id }) => id !== fact.id);
  foldUntil(terms, [...others, fact], calendar, fact, (account, each) => each === fact && check(account, each));
}

/** The same for all facts of a case, each in view of those before it. */
export function checkFacts(terms: LoanTerms, facts: readonly LoanFact[], calendar: WorkingDays): void {
  foldUntil(terms, facts, calendar, undefined, check);
}

function foldUntil(
  terms: LoanTerms,
  facts: readonly LoanFact[],
  calendar: WorkingDays,
  last: LoanFact | undefined,
  look: (account: Account, fact: LoanFact) => unknown,
): void {
  const ordered = inCanonicalOrder(facts);
  if (!ordered[0]) return;
  const account = newAccount(terms, calendar, ordered[0].on);
  for (const fact of ordered) {
    runTo(account, fact.on);
    look(account, fact);
    record(account, fact);
    if (fact === last) return;
  }
}

function check(account: Account, fact: LoanFact): void {
  const guard = GUARDS[fact.kind] as (account: Account, fact: LoanFact) => void;
  guard(account, fact);
}

/** New dates lie ahead, in order, within the term, and hold exactly the principal that is to be planned anew. */
function requirePlan(
  account: Account,
  { instalments, on, treatment }: FactOf<'rescheduled'> | FactOf<'extended'>,
  end: Day,
): void {
  let after = on;
  for (const { on: instalmentOn, principal } of instalments) {
    requireWithin('amount', principal, 1);
    if (instalmentOn <= on) throw new LendingError('InstalmentNotAhead', { on, instalmentOn });
    if (instalmentOn <= after) throw new LendingError('CustomDaysNotGrowing', { on: instalmentOn, after });
    if (instalmentOn > end) throw new LendingError('InstalmentBeyondMaturity', { instalmentOn, maturityOn: end });
    after = instalmentOn;
  }
  const planned = sumOf(instalments.map(({ principal }) => principal));
  const owed = outstandingOf(account) - (treatment.overduePrincipal === 'keep' ? overduePrincipal(account) : 0);
  if (planned !== owed) throw new LendingError('PlanNotTheDebt', { planned, owed });
}

const overduePrincipal = ({ principal, on }: Account): Amount =>
  sumOf(principal.map((due) => (due.dueOn < on ? leftOf(due) : 0)));

function requireDrawn({ drawn }: Account, on: Day): void {
  if (drawn === 0) throw new LendingError('NothingDrawn', { on });
}

function requireLater(on: Day, until: Day): void {
  if (until <= on) throw new LendingError('UntilNotLater', { on, until });
}

function part(amount: Amount | undefined): Amount {
  requireWithin('amount', amount ?? 0, 0);
  return amount ?? 0;
}

const sumOf = (amounts: readonly Amount[]): Amount => amounts.reduce((sum, amount) => sum + amount, 0);
