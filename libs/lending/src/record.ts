import type { Account } from './account.js';
import { book, pay, payOff, takeBucket } from './allocation.js';
import { agreeAnew, draw } from './dues.js';
import { BUCKETS, type LedgerFact } from './facts.js';
import { beginHoliday, callIn } from './holiday.js';
import { open } from './opening.js';
import { extend, reschedule } from './restructure.js';
import { fallDue } from './run.js';

type FactOf<Kind extends LedgerFact['kind']> = Extract<LedgerFact, { kind: Kind }>;

/** What each kind of fact does to an account that stands on its day. */
const RECORDED: { readonly [Kind in LedgerFact['kind']]: (account: Account, fact: FactOf<Kind>) => void } = {
  disbursed: (account, { amount }) => draw(account, amount),
  repaid: (account, { id, amount, split }) => pay(account, id, amount, split),
  opened: open,
  booked: book,
  paidOff: (account, { id }) => payOff(account, id),
  rateChanged: (account, { annualRateBasisPoints, overdueRatePercent }) => {
    account.annualRateBasisPoints = annualRateBasisPoints;
    account.overdueRatePercent = overdueRatePercent ?? account.overdueRatePercent;
    account.rateChanges.push({ on: account.on, annualRateBasisPoints });
    agreeAnew(account);
  },
  rescheduled: reschedule,
  extended: extend,
  holiday: beginHoliday,
  called: callIn,
  frozen: (account, { until }) => {
    account.frozenUntil = until ?? '9999-12-31';
  },
  writtenOff: (account, { amounts }) => {
    for (const bucket of BUCKETS) if (amounts[bucket]) takeBucket(account, bucket, amounts[bucket], 'writtenOff');
  },
  recovered: (account, { amount }) => {
    account.recovered += amount;
  },
};

/** Folds a fact into an account that has run to its day. */
export function record(account: Account, fact: LedgerFact): void {
  const recorded = RECORDED[fact.kind] as (account: Account, fact: LedgerFact) => void;
  recorded(account, fact);
  fallDue(account);
}
