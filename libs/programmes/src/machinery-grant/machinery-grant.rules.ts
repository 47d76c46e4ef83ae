import { refuse as raise, toVnd, type Refuse, type RefusalKind, type RuleBook, type RuleValue } from '@soquy/kernel';
import type { LineRefusals } from '../budget-line/budget-line.reserve.js';
import type { GrantTier } from './machinery-grant.events.js';
import { lastMoved, overdrawn, type MachineryGrant, type Movement } from './machinery-grant.state.js';

type Status = MachineryGrant['status'];

export interface MachineryGrantRefusals extends LineRefusals {
  StepNotOpen: { status: Status };
  BeforePrecedingStep: { earliestOn: string };
  SamePerson: { step: 'request' | 'appraisal' };
  MoreThanInvestment: { supportVnd: number; investmentVnd: number };
  MoreThanRequested: { supportVnd: number; requestedVnd: number };
  AboveCeiling: { supportVnd: number; highestVnd: number; rule: string; source: string };
  MoreThanApproved: { supportVnd: number; approvedVnd: number };
  AdvanceTooHigh: { askedVnd: number; highestVnd: number };
  MoreThanLeft: { askedVnd: number; leftVnd: number };
  MoreThanPaidOut: { askedVnd: number; paidOutVnd: number };
  SupportNotPaid: { leftVnd: number };
  AdvanceNotRecovered: { excessVnd: number };
  VoucherAlreadyUsed: { voucher: string; on: string };
  SameMoneyStands: { amountVnd: number; on: string };
  LaterFactStands: { status: Status };
}

export const refuse: Refuse<MachineryGrantRefusals> = raise;

/** The grant, if it stands at one of these steps. */
export function open<At extends Status>(grant: MachineryGrant, ...at: At[]): Extract<MachineryGrant, { status: At }> {
  if (!(at as Status[]).includes(grant.status)) refuse('StepNotOpen', { status: grant.status });
  return grant as Extract<MachineryGrant, { status: At }>;
}

/** No step comes before the one it follows. */
export function notBefore(on: string, ...days: string[]): void {
  const earliestOn = days.reduce((last, day) => (day > last ? day : last), '');
  if (on < earliestOn) refuse('BeforePrecedingStep', { earliestOn });
}

/** The state pays at most the whole. */
export function withinInvestment(supportVnd: number, investmentVnd: number, kind?: RefusalKind): void {
  if (supportVnd > investmentVnd) refuse('MoreThanInvestment', { supportVnd, investmentVnd }, kind);
}

export function withinRequest(supportVnd: number, requestedVnd: number): void {
  if (supportVnd > requestedVnd) refuse('MoreThanRequested', { supportVnd, requestedVnd });
}

/** `support <= min(rate x eligible cost, cap)` (domain.md K5). */
export function underCeiling(supportVnd: number, investmentVnd: number, rules: readonly RuleValue[]): void {
  const ceilings = rules.map((rule) => ({ rule, highestVnd: ceilingOf(rule, investmentVnd) }));
  const [lowest] = ceilings.sort((a, b) => a.highestVnd - b.highestVnd);
  if (!lowest || supportVnd <= lowest.highestVnd) return;
  const { key, source } = lowest.rule;
  refuse('AboveCeiling', { supportVnd, highestVnd: lowest.highestVnd, rule: key, source });
}

/** Money of one grant, as a command tells it. */
interface Money {
  readonly amountVnd: number;
  readonly effectiveOn: string;
  readonly evidence?: { readonly voucher?: string };
}

/**
 * Whether this very money is recorded already: its voucher says so. Without a voucher, an amount that already stands on that
 * day is refused rather than guessed to be the same or another.
 */
export function booked(grant: MachineryGrant, kind: Movement['kind'], { amountVnd, effectiveOn, evidence }: Money): boolean {
  if (grant.status === 'none') return false;
  const alike = (movement: Movement) => movement.kind === kind && movement.amountVnd === amountVnd && movement.on === effectiveOn;
  const voucher = evidence?.voucher;
  const same = voucher === undefined ? undefined : grant.movements.find((movement) => movement.voucher === voucher);
  if (same && alike(same)) return true;
  if (same && voucher) refuse('VoucherAlreadyUsed', { voucher, on: same.on });
  if (voucher === undefined && grant.movements.some(alike)) refuse('SameMoneyStands', { amountVnd, on: effectiveOn });
  return false;
}

/** For corrections: nothing rests on a step while the grant, refolded without it, stands at the step before. */
export const whileAt = (status: Status) => (without: MachineryGrant) => {
  if (without.status !== status) refuse('LaterFactStands', { status: without.status });
};

/** For corrections: money may be taken back until the grant is closed, and never so that more was recovered than paid. */
export function whileMoneyIsOpen(without: MachineryGrant): void {
  const { status } = without;
  if (status === 'none' || status === 'settled' || status === 'stopped' || overdrawn(without.movements))
    refuse('LaterFactStands', { status });
}

/** For corrections: nothing was recovered that rests on the fact. */
export function unlessRecovered(without: MachineryGrant, restsOnIt: (recovery: Movement) => boolean): void {
  if (without.status !== 'none' && without.movements.some(restsOnIt)) refuse('LaterFactStands', { status: without.status });
}

/** For corrections: no money of these kinds has moved. */
export function unlessMoved(without: MachineryGrant, ...kinds: Movement['kind'][]): void {
  if (without.status !== 'none' && lastMoved(without.movements, ...kinds)) refuse('LaterFactStands', { status: without.status });
}

const WHOLE = 10_000n;

/** A share of an amount, rounded down: a ceiling is never passed by a đồng. */
export const shareOf = (amountVnd: number, basisPoints: number): number =>
  toVnd((BigInt(amountVnd) * BigInt(basisPoints)) / WHOLE);

/** Rules of a day that bound a machinery grant; a province without rules of its own bounds nothing (domain.md K5). */
export function ceilingRules(book: RuleBook, tier: GrantTier, agencyId: string, day: string): RuleValue[] {
  const prefix = tier === 'national' ? 'kc.machinery' : `kc.machinery.provincial.${agencyId}`;
  return [`${prefix}.${SHARE}`, `${prefix}.${CAP}`].map((key) => book.at(key, day)).filter((rule) => rule !== undefined);
}

const SHARE = 'maxShareBasisPoints';
const CAP = 'capVnd';

const ceilingOf = (rule: RuleValue, investmentVnd: number): number =>
  rule.key.endsWith(SHARE) ? shareOf(investmentVnd, numberOf(rule)) : numberOf(rule);

/** TTLT 26/2014 article 8, and TT 28/2018 after it (domain.md K4), where no rule of the day says otherwise. */
const USUAL_ADVANCE = 7_000;

/** Most that may be advanced on a day, in basis points of the approved support. */
export function advanceShare(book: RuleBook, day: string): number {
  const rule = book.at('kc.advance.max', day);
  return rule ? numberOf(rule) : USUAL_ADVANCE;
}

function numberOf({ key, value }: RuleValue): number {
  if (typeof value !== 'number') throw new Error(`assertion: rule ${key} must be a number`);
  return value;
}

/** Volume accepted by 31/12 and paid by 31/1 belongs to the old year (domain.md B4, EX-20). */
export function budgetYearOf(acceptedOn: string, paidOn: string): number {
  const year = Number(paidOn.slice(0, 4));
  return acceptedOn < `${year}-01-01` && paidOn <= `${year}-01-31` ? year - 1 : year;
}
