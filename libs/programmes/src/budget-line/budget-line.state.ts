import type { BudgetLineEvents } from './budget-line.events.js';
import type { Step } from './budget-line.schedule.js';

type Allocated = BudgetLineEvents['BudgetAllocated'];

/** One commitment of the line itself; `unpaid` and `paid` by day, so that nothing back-dated breaks a later day. */
export interface Commitment {
  readonly commitmentNumber: number;
  readonly purpose: string;
  readonly committedOn: string;
  readonly unpaid: readonly Step[];
  readonly paid: readonly Step[];
}

/** What an activity holds. */
export type Hold = Pick<BudgetLineEvents['BudgetReserved'], 'objectStream' | 'amountVnd' | 'committedOn'>;

/** Reserved money counts as committed; its activity says itself what it paid, and what it gave back. */
export type BudgetLine =
  | { readonly status: 'none' }
  | (Allocated & {
      readonly status: 'allocated';
      /** Paid from the line's own commitments. */
      readonly disbursedVnd: number;
      readonly commitments: readonly Commitment[];
      /** By the command that took them; more than one only while one takes the place of another. */
      readonly holds: Readonly<Record<string, readonly Hold[]>>;
    });
export type Line = Exclude<BudgetLine, { status: 'none' }>;
