import type { LedgerFact } from './facts.js';

/**
 * Facts of one day: money lent first, so that all of it is owed; payments before what changes dates or forgives, which then
 * meets what is left; the payment that closes a loan after everything that changes what is owed.
 */
const RANKS: Readonly<Record<LedgerFact['kind'], number>> = {
  opened: 0,
  disbursed: 0,
  repaid: 1,
  booked: 1,
  rateChanged: 2,
  frozen: 3,
  holiday: 4,
  rescheduled: 5,
  extended: 6,
  called: 7,
  writtenOff: 8,
  paidOff: 9,
  recovered: 10,
};

/** By day, then by rank of the kind, then by id: whatever the order of recording, the same facts are folded alike. */
export const inCanonicalOrder = <Fact extends LedgerFact>(facts: readonly Fact[]): Fact[] =>
  [...facts].sort((a, b) => order(a.on, b.on) || RANKS[a.kind] - RANKS[b.kind] || order(a.id, b.id));

const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
