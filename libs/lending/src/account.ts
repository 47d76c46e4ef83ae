import type { Day, WorkingDays } from '@soquy/kernel';
import type { Amount, LoanTerms } from './contract.js';
import type { Periods } from './day-count.js';
import type { Bucket } from './facts.js';
import type { Drawing, RateChange } from './schedule.js';
import type { Allocated } from './statement.js';
import type { InterestUnits } from './units.js';

/**
 * Interest that runs on a balance and is owed from day to day. It is summed lazily: `units` are exact up to the point where
 * the index of its rate stood at `since`; `whole` was rounded when a payment met it, and is not paid yet.
 */
export interface Running {
  readonly dueOn: Day;
  units: InterestUnits;
  since: InterestUnits;
  whole: Amount;
}

/** A day of the plan. One without its working day falls on its nominal day. Never changed, so that accounts and rows share it. */
export interface DayAhead {
  readonly nominalOn: Day;
  readonly dueOn?: Day;
}

/** Principal that falls due on a day to come; one that is paid ahead or moved is replaced. Amounts that are not there are 0. */
export interface PrincipalAhead extends DayAhead {
  readonly amount: Amount;
  readonly paid?: Amount;
  readonly writtenOff?: Amount;
}

/** Principal that has fallen due. Nothing changes `amount` but a restructure. */
export interface PrincipalDue {
  readonly nominalOn: Day;
  readonly dueOn: Day;
  amount: Amount;
  paid: Amount;
  writtenOff: Amount;
  /** From where days past due count. */
  agedFrom: Day;
  /** Interest on it once it is overdue. */
  readonly overdue: Running;
}

/** Interest that fell due on a day, or that a restructure put on a later one. */
export interface InterestClaim {
  readonly nominalOn: Day;
  readonly dueOn: Day;
  readonly bucket: 'interest' | 'overdueInterest';
  amount: Amount;
  paid: Amount;
  left: Amount;
  agedFrom: Day;
  /** Late interest on it; `ever` is all that has run, which the cap limits. */
  readonly late: Running & { ever: InterestUnits };
}

/** A day of the plan with the day it falls on. */
export type DueDay = Required<DayAhead>;

/** What became of a part of what was owed. */
export const FATES = ['paid', 'writtenOff', 'waived'] as const;
export type Fate = (typeof FATES)[number];

/** Arrears that were put on later days without counting days past due anew. */
export interface Carried {
  readonly since: Day;
  readonly bucket: Bucket;
  left: Amount;
}

/** What is left of a payment beyond what was owed. */
export interface Held {
  readonly factId: string;
  left: Amount;
}

/** A loan's money up to the end of a day, as the fold moves it from fact to fact. */
export interface Account {
  readonly terms: LoanTerms;
  readonly calendar: WorkingDays;
  on: Day;
  annualRateBasisPoints: number;
  overdueRatePercent: number;
  /** No interest runs up to this day. */
  frozenUntil: Day | undefined;
  /** End of the term as agreed by now; a nominal day. */
  maturityOn: Day | undefined;
  /** Interest that one unit of balance would have borne since the beginning, by rate. */
  readonly index: { inTerm: InterestUnits; overdue: InterestUnits; late: InterestUnits };
  /** What a rate a period counts by. */
  periods: Periods | undefined;
  drawn: Amount;
  readonly drawings: Drawing[];
  readonly rateChanges: RateChange[];
  restructured: boolean;
  /** Fallen due, in the order of days; then what is still to come. */
  principal: PrincipalDue[];
  ahead: readonly PrincipalAhead[];
  /** Days on which interest run up has fallen due, and those to come. */
  interestDays: readonly DayAhead[];
  interestAhead: readonly DayAhead[];
  /** Principal not due yet, and the interest it bore since the last interest day; part of that may be settled ahead. */
  readonly inTerm: { balance: Amount; units: InterestUnits; since: InterestUnits; settled: Amount; paid: Amount };
  readonly claims: InterestClaim[];
  /** Interest a restructure put on days that have not come. */
  deferred: InterestClaim[];
  carried: Carried[];
  readonly held: Held[];
  /** Interest that was booked before it ran up; nothing but interest uses it up. */
  advances: Held[];
  readonly settled: Readonly<Record<Fate, Record<Bucket, Amount>>>;
  recovered: Amount;
  readonly allocated: Allocated[];
  /** What `reduceEach` found on a day, so that two payments on it reduce like one. */
  reduced: { readonly on: Day; readonly left: readonly Amount[]; total: Amount } | undefined;
}

const noBuckets = (): Record<Bucket, Amount> => ({ principal: 0, interest: 0, overdueInterest: 0, lateInterest: 0 });

/** A loan of which nothing was drawn. */
export const newAccount = (terms: LoanTerms, calendar: WorkingDays, on: Day): Account => ({
  terms,
  calendar,
  on,
  annualRateBasisPoints: terms.annualRateBasisPoints,
  overdueRatePercent: terms.overdueRatePercent,
  frozenUntil: undefined,
  maturityOn: undefined,
  index: { inTerm: 0n, overdue: 0n, late: 0n },
  drawn: 0,
  drawings: [],
  rateChanges: [],
  periods: undefined,
  restructured: false,
  principal: [],
  ahead: [],
  interestDays: [],
  interestAhead: [],
  inTerm: { balance: 0, units: 0n, since: 0n, settled: 0, paid: 0 },
  claims: [],
  deferred: [],
  carried: [],
  held: [],
  advances: [],
  settled: { paid: noBuckets(), writtenOff: noBuckets(), waived: noBuckets() },
  recovered: 0,
  allocated: [],
  reduced: undefined,
});

export const dayAhead = (nominalOn: Day, dueOn: Day): DayAhead => (dueOn === nominalOn ? { nominalOn } : { nominalOn, dueOn });

export const principalAhead = (nominalOn: Day, dueOn: Day, amount: Amount): PrincipalAhead => ({
  ...dayAhead(nominalOn, dueOn),
  amount,
});

export const dueDay = ({ nominalOn, dueOn = nominalOn }: DayAhead): DueDay => ({ nominalOn, dueOn });

export const dueOnOf = ({ nominalOn, dueOn = nominalOn }: DayAhead): Day => dueOn;

/** Principal on the day it falls due, from where interest for being late runs. */
export function newPrincipalDue(ahead: PrincipalAhead, since: InterestUnits): PrincipalDue {
  const { nominalOn, dueOn } = dueDay(ahead);
  const { amount, paid = 0, writtenOff = 0 } = ahead;
  return { nominalOn, dueOn, amount, paid, writtenOff, agedFrom: dueOn, overdue: { dueOn, units: 0n, since, whole: 0 } };
}

export const newClaim = (day: DueDay, bucket: InterestClaim['bucket'], amount: Amount): InterestClaim => ({
  nominalOn: day.nominalOn,
  dueOn: day.dueOn,
  bucket,
  amount,
  paid: 0,
  left: amount,
  agedFrom: day.dueOn,
  late: { dueOn: day.dueOn, units: 0n, since: 0n, whole: 0, ever: 0n },
});

export const leftOf = ({ amount, paid = 0, writtenOff = 0 }: PrincipalAhead): Amount => amount - paid - writtenOff;

/** Principal not paid and not written off. */
export const outstandingOf = ({ drawn, settled }: Account): Amount =>
  drawn - settled.paid.principal - settled.writtenOff.principal;

/** All that was paid beyond what was owed. */
export const heldOf = ({ held, advances }: Account): Amount => [...held, ...advances].reduce((sum, { left }) => sum + left, 0);
