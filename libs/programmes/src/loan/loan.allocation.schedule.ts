/** In what order a payment is used up (domain.md I6); agreed in the approval. */
export const ALLOCATIONS = ['overduePrincipalFirst', 'interestFirst'] as const;
export type Allocation = (typeof ALLOCATIONS)[number];

/** What a loan owes on a day, by what is paid when. */
export interface Owed {
  readonly overduePrincipalVnd: number;
  /** Interest fallen due, with that on overdue principal. */
  readonly interestDueVnd: number;
  /** Principal due on that very day. */
  readonly principalDueVnd: number;
  /** Principal due later. */
  readonly principalAheadVnd: number;
  /** Interest run up but not due yet; paid last, so that a payment in advance lowers principal first. */
  readonly interestAheadVnd: number;
}

/** Debt with overdue principal: principal first, then interest (TT 39/2016 A18(4)); otherwise interest first. */
const ORDERS: Readonly<Record<Allocation, readonly (keyof Owed)[]>> = {
  overduePrincipalFirst: ['overduePrincipalVnd', 'interestDueVnd', 'principalDueVnd', 'principalAheadVnd', 'interestAheadVnd'],
  interestFirst: ['interestDueVnd', 'overduePrincipalVnd', 'principalDueVnd', 'principalAheadVnd', 'interestAheadVnd'],
};

/** Splits an amount; what is left over after the whole debt is `restVnd`. */
export function allocate(amountVnd: number, owed: Owed, allocation: Allocation) {
  let restVnd = amountVnd;
  const paid = { principalVnd: 0, interestVnd: 0 };
  for (const part of ORDERS[allocation]) {
    const taken = Math.min(restVnd, owed[part]);
    paid[part.startsWith('interest') ? 'interestVnd' : 'principalVnd'] += taken;
    restVnd -= taken;
  }
  return { ...paid, restVnd };
}
