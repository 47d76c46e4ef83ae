import type { Day, WorkingDays } from '@soquy/kernel';
import {
  dayAhead,
  dueDay,
  FATES,
  newAccount,
  type Account,
  type Carried,
  type DayAhead,
  type Fate,
  type Held,
  type InterestClaim,
  type PrincipalAhead,
  type PrincipalDue,
} from './account.js';
import { lateRunning, overdueRunning, touchInTerm } from './accrual.js';
import type { Amount, LoanTerms } from './contract.js';
import { setPeriods } from './dues.js';
import { BUCKETS, type Bucket } from './facts.js';
import type { Drawing, RateChange } from './schedule.js';

/** Exact sums are decimal text. */
interface RunningRow {
  readonly units?: string;
  readonly whole?: Amount;
  readonly ever?: string;
}

interface PrincipalRow extends PrincipalAhead {
  readonly agedFrom?: Day;
  readonly overdue?: RunningRow;
}

/** Without `paid` it was paid but for what is left. */
interface ClaimRow extends DayAhead {
  readonly bucket?: 'overdueInterest';
  readonly amount: Amount;
  readonly paid?: Amount;
  readonly left?: Amount;
  readonly agedFrom?: Day;
  readonly late?: RunningRow;
}

/**
 * An account as plain JSON, from which any later day follows without the facts (`ledgerFrom`). It holds nothing that its terms
 * say, and nothing that grows with the days that pass.
 */
export interface AccountRow {
  readonly on: Day;
  readonly rates?: { readonly annualRateBasisPoints: number; readonly overdueRatePercent: number };
  readonly frozenUntil?: Day;
  readonly maturityOn?: Day;
  readonly drawn?: Amount;
  readonly drawings?: readonly Drawing[];
  readonly rateChanges?: readonly RateChange[];
  readonly restructured?: true;
  /** Fallen due; then what is to come. */
  readonly principal?: readonly PrincipalRow[];
  readonly ahead?: readonly PrincipalAhead[];
  readonly interestDays?: readonly DayAhead[];
  readonly interestAhead?: readonly DayAhead[];
  readonly inTerm?: { readonly balance?: Amount; readonly units?: string; readonly settled?: Amount; readonly paid?: Amount };
  readonly claims?: readonly ClaimRow[];
  readonly deferred?: readonly ClaimRow[];
  readonly carried?: readonly Carried[];
  readonly held?: readonly Held[];
  readonly advances?: readonly Held[];
  readonly settled?: Readonly<Partial<Record<Fate, Readonly<Partial<Record<Bucket, Amount>>>>>>;
  readonly recovered?: Amount;
  readonly reduced?: { readonly on: Day; readonly left: readonly Amount[]; readonly total: Amount };
}

/** Brings every lazy sum up to the account's day, which changes nothing of it, and writes down what then stands still. */
export function accountRow(account: Account): AccountRow {
  touchInTerm(account);
  overdueRunning(account);
  lateRunning(account);
  const { terms, on, frozenUntil, maturityOn, drawn, drawings, rateChanges, restructured, inTerm, recovered } = account;
  const { annualRateBasisPoints, overdueRatePercent, carried, held, advances, reduced } = account;
  const ratesAsAgreed = annualRateBasisPoints === terms.annualRateBasisPoints && overdueRatePercent === terms.overdueRatePercent;
  const { balance, units, settled, paid } = inTerm;
  const row = sparse({
    ...{ on, rates: ratesAsAgreed ? undefined : { annualRateBasisPoints, overdueRatePercent }, frozenUntil, maturityOn },
    ...{ drawn, drawings: [...drawings], rateChanges: [...rateChanges], restructured },
    principal: account.principal.map(principalRow),
    ...{ ahead: account.ahead, interestDays: account.interestDays, interestAhead: account.interestAhead },
    inTerm: sparse({ balance, units: String(units), settled, paid }),
    claims: account.claims.map(claimRow),
    deferred: account.deferred.map(claimRow),
    carried: copies(carried),
    held: copies(held),
    advances: copies(advances),
    settled: sparse({
      paid: sparse(account.settled.paid),
      writtenOff: sparse(account.settled.writtenOff),
      waived: sparse(account.settled.waived),
    }),
    ...{ recovered, reduced: reduced && { ...reduced } },
  });
  return row as unknown as AccountRow;
}

type Written<Row> = { -readonly [Field in keyof Row]: Row[Field] };

function runningRow({ units, whole, ever = 0n }: { units: bigint; whole: Amount; ever?: bigint }): RunningRow | undefined {
  if (units === 0n && whole === 0 && ever === 0n) return undefined;
  return sparse({ units: String(units), whole, ever: String(ever) });
}

function principalRow(due: PrincipalDue): PrincipalRow {
  const { nominalOn, dueOn, amount, paid, writtenOff, agedFrom } = due;
  const row: Written<PrincipalRow> = { ...dayAhead(nominalOn, dueOn), amount };
  const overdue = runningRow(due.overdue);
  if (paid > 0) row.paid = paid;
  if (writtenOff > 0) row.writtenOff = writtenOff;
  if (agedFrom !== dueOn) row.agedFrom = agedFrom;
  if (overdue) row.overdue = overdue;
  return row;
}

function claimRow(claim: InterestClaim): ClaimRow {
  const { nominalOn, dueOn, bucket, amount, paid, left, agedFrom } = claim;
  const row: Written<ClaimRow> = { ...dayAhead(nominalOn, dueOn), amount };
  const late = runningRow(claim.late);
  if (paid !== amount - left) row.paid = paid;
  if (bucket === 'overdueInterest') row.bucket = bucket;
  if (left > 0) row.left = left;
  if (agedFrom !== dueOn) row.agedFrom = agedFrom;
  if (late) row.late = late;
  return row;
}

/** Leaves out what says nothing. */
function sparse<Row extends object>(row: Row): Partial<Row> {
  const kept: Partial<Row> = {};
  for (const name in row) if (!isEmpty(row[name])) kept[name] = row[name];
  return kept;
}

function isEmpty(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return !value || value === '0';
  return Array.isArray(value) ? value.length === 0 : Object.keys(value).length === 0;
}

/** The account a row was written from; what its payments were used for is not kept. */
export function accountOf(terms: LoanTerms, row: AccountRow, calendar: WorkingDays): Account {
  const account = newAccount(terms, calendar, row.on);
  const { ahead = [], interestDays = [], interestAhead = [] } = row;
  const { inTerm = {}, rates = {}, frozenUntil, maturityOn, drawn = 0, reduced } = row;
  Object.assign(account, {
    ...{ ...rates, frozenUntil, maturityOn, drawn, restructured: row.restructured ?? false, recovered: row.recovered ?? 0 },
    principal: (row.principal ?? []).map(principalOf),
    ...{ ahead, interestDays, interestAhead },
    claims: (row.claims ?? []).map(claimOf),
    deferred: (row.deferred ?? []).map(claimOf),
    carried: copies(row.carried),
    held: copies(row.held),
    advances: copies(row.advances),
    reduced: reduced && { ...reduced },
  });
  account.drawings.push(...(row.drawings ?? []));
  account.rateChanges.push(...(row.rateChanges ?? []));
  Object.assign(account.inTerm, { ...inTerm, units: BigInt(inTerm.units ?? 0) });
  for (const fate of FATES) for (const bucket of BUCKETS) account.settled[fate][bucket] = row.settled?.[fate]?.[bucket] ?? 0;
  setPeriods(account);
  return account;
}

/** Principal not paid and not written off, as the row's day ends. */
export const outstandingIn = ({ drawn = 0, settled = {} }: AccountRow): Amount =>
  drawn - (settled.paid?.principal ?? 0) - (settled.writtenOff?.principal ?? 0);

/** The row without what is wholly settled and has no more to say than that; its statement lacks those instalments. */
export function openPart(row: AccountRow): AccountRow {
  const { principal = [], interestDays = [], claims = [], ...rest } = row;
  const part = {
    principal: principal.filter(isOpen),
    // The last interest day that passed may still stand for its nominal day.
    interestDays: interestDays.slice(-1),
    claims: claims.filter(({ left, late }) => left !== undefined || late !== undefined),
  };
  return { ...rest, ...sparse(part) };
}

const isOpen = ({ amount, paid = 0, writtenOff = 0, overdue }: PrincipalRow): boolean =>
  paid + writtenOff < amount || overdue !== undefined;

const copies = <Item extends object>(items: readonly Item[] = []): Item[] => items.map((item) => ({ ...item }));

const runningOf = (dueOn: Day, { units = '0', whole = 0 }: RunningRow = {}) => ({
  dueOn,
  units: BigInt(units),
  since: 0n,
  whole,
});

function principalOf(row: PrincipalRow): PrincipalDue {
  const { nominalOn, dueOn } = dueDay(row);
  const { amount, paid = 0, writtenOff = 0, agedFrom = dueOn, overdue } = row;
  return { nominalOn, dueOn, amount, paid, writtenOff, agedFrom, overdue: runningOf(dueOn, overdue) };
}

function claimOf(row: ClaimRow): InterestClaim {
  const { nominalOn, dueOn } = dueDay(row);
  const { bucket = 'interest', amount, left = 0, paid = amount - left, agedFrom = dueOn, late } = row;
  const lateInterest = { ...runningOf(dueOn, late), ever: BigInt(late?.ever ?? 0) };
  return { nominalOn, dueOn, bucket, amount, paid, left, agedFrom, late: lateInterest };
}
