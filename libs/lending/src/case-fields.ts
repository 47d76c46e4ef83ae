import type { Case, Holidays, OwnRules } from './case.js';
import { day, flag, list, object, oneOf, optional, required, text, variants, whole, type Check, type Fields } from './checks.js';
import {
  ALLOCATIONS,
  DAY_COUNTS,
  PREPAYMENTS,
  RESIDUES,
  ROUNDINGS,
  type Currency,
  type Grid,
  type LoanTerms,
} from './contract.js';
import type { Repayment } from './contract.js';
import { DEBT_GROUPS, LENDERS, type GroupStep, type Probation } from './debt-rule-sets.js';
import type { Buckets, LoanFact, Treatment } from './facts.js';

/** Bounds that no case needs to exceed; they keep every sum exact and every answer finite. */
export const MOST_FACTS = 1_000;
export const MOST_DATES = 200;
const MOST_AMOUNT = 1_000_000_000_000_000;
const MOST_BASIS_POINTS = 100_000;
const MOST_PERCENT = 1_000;
const MOST_MONTHS = 1_200;
const MOST_DAYS = 10_000;
/** NĐ 45/2021 A25. */
const MOST_OVERDUE_PERCENT = 150;

const amount = whole(1, MOST_AMOUNT);
const part = whole(0, MOST_AMOUNT);
const months = whole(1, MOST_MONTHS);
const rate = whole(0, MOST_BASIS_POINTS);
const overdueRate = whole(0, MOST_OVERDUE_PERCENT);

type Planned = { readonly on: string; readonly principal: number };
const planned: Check = object<Planned>({ on: required(day), principal: required(amount) });
const plan = list(planned, 1, MOST_MONTHS);

type Variant<Union, Tag extends keyof Union, Name> = Omit<Extract<Union, Record<Tag, Name>>, Tag>;

const repayments: { readonly [Method in Repayment['method']]: Fields<Variant<Repayment, 'method', Method>> } = {
  equalPrincipal: {},
  bullet: {},
  annuity: {},
  percentOfPrincipal: { basisPoints: required(whole(1, 10_000)) },
  fixedInstalment: { amount: required(amount) },
  custom: { instalments: required(plan) },
};

const grid: Fields<Grid> = {
  termMonths: required(months),
  principalEveryMonths: optional(months),
  interestEveryMonths: required(months),
  paymentDay: optional(whole(1, 31)),
  graceMonths: optional(whole(0, MOST_MONTHS)),
  nonWorkingDays: optional(oneOf(['nextWorkingDay', 'unchanged'])),
};

const gridChanges = Object.fromEntries(
  Object.entries(grid).map(([name, field]) => [name, { ...field, isOptional: true }]),
) as unknown as Fields<Grid>;

const terms: Fields<Omit<LoanTerms, 'plan'>> = {
  currency: optional(object<Currency>({ code: required(text(12)), decimals: required(oneOf([0, 1, 2, 3])) })),
  principal: required(amount),
  annualRateBasisPoints: required(rate),
  overdueRatePercent: required(overdueRate),
  lateInterestBasisPoints: optional(rate),
  lateInterestCapPercent: optional(whole(0, MOST_PERCENT)),
  dayCount: optional(oneOf(DAY_COUNTS)),
  rounding: optional(oneOf(ROUNDINGS)),
  residue: optional(oneOf(RESIDUES)),
  multipleOf: optional(amount),
  repayment: required(variants('method', repayments)),
  grid: required(object(grid)),
  allocation: optional(oneOf(ALLOCATIONS)),
  prepayment: optional(oneOf(PREPAYMENTS)),
};

const treatment: Check = object<Treatment>({
  overduePrincipal: required(oneOf(['keep', 'spread'])),
  overdueInterest: required(oneOf(['keep', 'spread', 'waive'])),
  lateInterest: required(oneOf(['keep', 'waive'])),
  reAge: required(flag),
});

const buckets: Check = object<Buckets>({
  principal: optional(part),
  interest: optional(part),
  overdueInterest: optional(part),
  lateInterest: optional(part),
});

/** Ids are given by position where a case leaves them out. */
const every = { id: optional(text(100)), on: required(day) };

const facts: { readonly [Kind in LoanFact['kind']]: Fields<Variant<LoanFact, 'kind', Kind>> } = {
  disbursed: { ...every, amount: required(amount) },
  repaid: { ...every, amount: required(amount), split: optional(buckets) },
  paidOff: every,
  rateChanged: { ...every, annualRateBasisPoints: required(rate), overdueRatePercent: optional(overdueRate) },
  rescheduled: { ...every, instalments: required(plan), treatment: required(treatment) },
  extended: {
    ...every,
    maturityOn: required(day),
    instalments: required(list(planned, 0, MOST_MONTHS)),
    grid: optional(object(gridChanges)),
    treatment: required(treatment),
  },
  holiday: {
    ...every,
    until: required(day),
    of: required(oneOf(['principal', 'principalAndInterest'])),
    shifts: required(flag),
  },
  called: every,
  frozen: { ...every, until: optional(day) },
  writtenOff: { ...every, amounts: required(buckets) },
  recovered: { ...every, amount: required(amount) },
};

const holidays: Fields<Holidays> = {
  holidays: required(list(object({ day: required(day), name: optional(text(200)) }), 0, MOST_DAYS)),
  workingWeekendDays: optional(list(day, 0, MOST_DAYS)),
};

const group = oneOf(DEBT_GROUPS);
const steps = list(object<GroupStep>({ fromDays: required(whole(0, MOST_DAYS)), group: required(group) }), 1, 20);
const ownRules: Fields<OwnRules> = {
  columns: required(list(steps, 1, 20)),
  interestWaived: required(group),
  frozen: required(group),
  probation: required(
    object<Probation>({ shortTermMonths: required(whole(0, MOST_MONTHS)), longerTermMonths: required(whole(0, MOST_MONTHS)) }),
  ),
  specificBasisPoints: required(list(whole(0, 10_000), 5, 5)),
  generalBasisPoints: required(whole(0, 10_000)),
};

/** The whole of a case, field by field. */
export const caseFields: Check = object<Case>({
  contract: required(object(terms)),
  calendar: optional(object(holidays)),
  facts: required(list(variants('kind', facts), 1, MOST_FACTS)),
  dates: required(list(day, 1, MOST_DATES)),
  classification: optional(
    object<NonNullable<Case['classification']>>({
      lender: optional(oneOf(LENDERS)),
      ownRules: optional(object(ownRules)),
      collateral: optional(part),
      interestWaived: optional(flag),
      otherDebts: optional(list(group, 0, MOST_FACTS)),
    }),
  ),
});
