import type { Day } from '@soquy/kernel';
import type { Amount } from './contract.js';
import type { Buckets } from './facts.js';

/** One line of a schedule: what falls due on a day. */
export interface Instalment {
  readonly number: number;
  /** Anchors the grid and never moves with holidays. */
  readonly nominalOn: Day;
  /** The day it falls due in fact. */
  readonly dueOn: Day;
  readonly principal: Amount;
  /** As foreseen, with everything paid when due; whether any falls due on that day is in `bearsInterest`. */
  readonly interest: Amount;
  readonly bearsInterest: boolean;
}

/** What one payment was used for. */
export interface Allocated extends Buckets {
  readonly factId: string;
  readonly on: Day;
  /** Beyond the whole debt; held for what comes. */
  readonly held: Amount;
}

/** An instalment as it stands on a day. */
export interface InstalmentState extends Instalment {
  readonly principalPaid: Amount;
  readonly principalOverdue: Amount;
  readonly interestDue: Amount;
  readonly interestPaid: Amount;
  readonly interestOverdue: Amount;
  readonly daysPastDue: number;
}

/** What boards ask of a loan as of the end of a day, and what costs least to say. */
export interface Owed {
  /** Principal not paid and not written off. */
  readonly outstanding: Amount;
  /** Fallen due up to and with this day and not paid. */
  readonly due: Buckets;
  /** Fallen due before this day and not paid. */
  readonly overdue: Buckets;
  /** Run up since the last interest day and not due yet, rounded for being asked. */
  readonly accruedInterest: Amount;
  /** Paid beyond what was owed. */
  readonly held: Amount;
  /** From the oldest unpaid principal or interest; 0 where nothing is overdue. */
  readonly daysPastDue: number;
}

/** What is owed of a loan as of the end of a day. */
export interface Position extends Owed {
  readonly on: Day;
  readonly drawn: Amount;
  /** Interest in arrears that a restructure or a holiday put on days that have not come. */
  readonly deferredInterest: Amount;
  readonly paid: Buckets;
  readonly writtenOff: Buckets;
  /** Let go by a restructure that said so. */
  readonly waived: Buckets;
  readonly recovered: Amount;
  /** What would close the loan on this day. */
  readonly payoff: Amount;
}

/** A loan as of the end of a day. */
export interface Statement extends Position {
  readonly instalments: readonly InstalmentState[];
}
