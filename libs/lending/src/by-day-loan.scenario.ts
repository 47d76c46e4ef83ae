import type { WorkingDays } from '@soquy/kernel';
import { rounded, type Date } from './by-day-calendar.scenario.js';
import type { Line, Told } from './by-day-plan.scenario.js';
import type { Amount, LoanTerms } from './contract.js';
import type { Bucket } from './facts.js';

/** A loan as the second writing keeps it: balances that are summed anew each day. */
export interface ByDay {
  readonly terms: LoanTerms;
  readonly calendar: WorkingDays;
  readonly start: Date;
  today: Date;
  /** Principal by its day, in the order in which it came to be. */
  parts: Part[];
  /** Interest by its day; what a change of dates put on days to come among it. */
  claims: Claim[];
  interestDays: { readonly nominal: Date; readonly on: Date }[];
  open: bigint;
  openSettled: Amount;
  openPaid: Amount;
  readonly settled: Record<'paid' | 'writtenOff' | 'waived', Record<Bucket, Amount>>;
  held: Amount;
  recovered: Amount;
  rate: number;
  percent: number;
  frozenUntil: Date;
  maturity: Date;
  agreed: readonly Line[];
  readonly told: Told[];
  hasNewDates: boolean;
  carried: { readonly bucket: Bucket; readonly since: Date; left: Amount }[];
  reduced: { readonly on: Date; readonly base: readonly Amount[]; total: Amount };
  readonly used: Map<string, Record<Bucket, Amount>>;
}
/** What runs from day to day: exact in `ran`, and `asked` once a payment has rounded it. */
export interface Runs {
  ran: bigint;
  asked: Amount;
}
export interface Part extends Runs {
  readonly nominal: Date;
  readonly on: Date;
  amount: Amount;
  left: Amount;
  paid: Amount;
  aged: Date;
  isPast: boolean;
}
export interface Claim extends Part {
  readonly kind: 'interest' | 'overdueInterest';
  /** All late interest there ever was on it. */
  ever: bigint;
  readonly isPut: boolean;
}
export const newPart = (nominal: Date, on: Date, amount: Amount): Part => ({
  ...{ nominal, on, amount, left: amount, paid: 0, aged: on, isPast: false, ran: 0n, asked: 0 },
});
export const newClaim = (day: { nominal: Date; on: Date }, kind: Claim['kind'], amount: Amount, isPut: boolean): Claim => ({
  ...{ ...newPart(day.nominal, day.on, amount), kind, ever: 0n, isPut },
});

export const sumOf = (amounts: readonly Amount[]): Amount => amounts.reduce((sum, amount) => sum + amount, 0);
export const leftOf = (items: readonly { left: Amount }[]): Amount => sumOf(items.map(({ left }) => left));
export const openOf = ({ open, openSettled, terms }: ByDay): Amount => Math.max(0, rounded(open, terms.rounding) - openSettled);

/** Whole parts of what runs on several balances, together the rounded sum. */
export function shares(items: readonly Runs[], { rounding }: LoanTerms): Amount[] {
  let sum = 0n;
  return items.map(({ ran, asked }) => {
    const before = rounded(sum, rounding);
    sum += ran;
    return asked + rounded(sum, rounding) - before;
  });
}

export const pastParts = ({ parts }: ByDay): Part[] => inOrder(parts.filter(({ isPast }) => isPast));
export const partsAhead = ({ parts }: ByDay): Part[] => inOrder(parts.filter(({ isPast }) => !isPast));
export const pastClaims = ({ claims }: ByDay): Claim[] => inOrder(claims.filter(({ isPast }) => isPast));
export const claimsAhead = ({ claims }: ByDay): Claim[] => inOrder(claims.filter(({ isPast }) => !isPast));
const inOrder = <Item extends Part | Claim>(items: Item[]): Item[] =>
  items.sort((a, b) => a.on - b.on || Number('isPut' in a && a.isPut) - Number('isPut' in b && b.isPut));

/** What is owed of each bucket, due or not. */
export function owed(loan: ByDay): Record<Bucket, Amount> {
  const claimed = (kind: Claim['kind']) => leftOf(loan.claims.filter((claim) => claim.kind === kind));
  return {
    principal: leftOf(loan.parts),
    interest: claimed('interest') + openOf(loan),
    overdueInterest: claimed('overdueInterest') + sumOf(shares(pastParts(loan), loan.terms)),
    lateInterest: sumOf(shares(pastClaims(loan), loan.terms)),
  };
}
