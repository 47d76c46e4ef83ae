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
import { packAhead, unpackAhead, type AheadPacked } from './days-packed.js';
import type { Bucket } from './facts.js';
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
  /** Stands for the days to come of a row that is stored. */
  readonly toCome?: AheadPacked;
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

/**
 * Brings every lazy sum up to the account's day, which changes nothing of it, and writes down what then stands still. What says
 * nothing is undefined, and so is not in the JSON.
 */
export function accountRow(account: Account): AccountRow {
  touchInTerm(account);
  overdueRunning(account);
  lateRunning(account);
  const { terms, annualRateBasisPoints, overdueRatePercent, inTerm, settled, reduced } = account;
  const { balance, units, paid } = inTerm;
  const ratesAsAgreed = annualRateBasisPoints === terms.annualRateBasisPoints && overdueRatePercent === terms.overdueRatePercent;
  return {
    on: account.on,
    rates: ratesAsAgreed ? undefined : { annualRateBasisPoints, overdueRatePercent },
    frozenUntil: account.frozenUntil,
    maturityOn: account.maturityOn,
    drawn: account.drawn || undefined,
    drawings: rows(account.drawings, copy),
    rateChanges: rows(account.rateChanges, copy),
    restructured: account.restructured || undefined,
    principal: rows(account.principal, principalRow),
    ahead: some(account.ahead),
    interestDays: some(account.interestDays),
    interestAhead: some(account.interestAhead),
    inTerm: sparse({ balance, units: String(units), settled: inTerm.settled, paid }),
    claims: rows(account.claims, claimRow),
    deferred: rows(account.deferred, claimRow),
    carried: rows(account.carried, copy),
    held: rows(account.held, copy),
    advances: rows(account.advances, copy),
    settled: sparse({ paid: sparse(settled.paid), writtenOff: sparse(settled.writtenOff), waived: sparse(settled.waived) }),
    recovered: account.recovered || undefined,
    reduced: reduced && { ...reduced },
  };
}

const some = <Item>(items: readonly Item[]): readonly Item[] | undefined => (items.length > 0 ? items : undefined);

/** Of things that the account goes on changing. */
const rows = <Item extends object, Row>(items: readonly Item[], row: (item: Item) => Row): readonly Row[] | undefined =>
  items.length > 0 ? items.map(row) : undefined;

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

/** Leaves out what says nothing; undefined where that is all. */
function sparse<Row extends object>(row: Row): Partial<Row> | undefined {
  const kept: Partial<Row> = {};
  let isEmpty = true;
  for (const name in row) {
    if (!row[name] || row[name] === '0') continue;
    kept[name] = row[name];
    isEmpty = false;
  }
  return isEmpty ? undefined : kept;
}

/**
 * The account a row was written from; what its payments were used for is not kept. To be read as of a day it needs no days that
 * come after it, unless its periods are counted by them.
 */
export function accountOf(terms: LoanTerms, row: AccountRow, calendar: WorkingDays, until?: Day): Account {
  const account = newAccount(terms, calendar, row.on);
  const { interestDays, inTerm, settled, rates, reduced, toCome } = row;
  const { ahead, interestAhead } = toCome ? unpackAhead(toCome, terms.dayCount === 'period' ? undefined : until) : row;
  if (rates) Object.assign(account, rates);
  account.frozenUntil = row.frozenUntil;
  account.maturityOn = row.maturityOn;
  account.drawn = row.drawn ?? 0;
  account.restructured = row.restructured ?? false;
  account.recovered = row.recovered ?? 0;
  if (row.drawings) account.drawings.push(...row.drawings);
  if (row.rateChanges) account.rateChanges.push(...row.rateChanges);
  if (row.principal) account.principal = row.principal.map(principalOf);
  if (ahead) account.ahead = ahead;
  if (interestDays) account.interestDays = interestDays;
  if (interestAhead) account.interestAhead = interestAhead;
  if (inTerm) Object.assign(account.inTerm, inTerm, { units: BigInt(inTerm.units ?? 0) });
  if (row.claims) account.claims.push(...row.claims.map(claimOf));
  if (row.deferred) account.deferred = row.deferred.map(claimOf);
  account.carried = copies(row.carried);
  account.held.push(...copies(row.held));
  account.advances = copies(row.advances);
  if (settled) for (const fate of FATES) Object.assign(account.settled[fate], settled[fate]);
  if (reduced) account.reduced = { ...reduced };
  setPeriods(account);
  return account;
}

/** Principal not paid and not written off, as the row's day ends. */
export const outstandingIn = ({ drawn = 0, settled = {} }: AccountRow): Amount =>
  drawn - (settled.paid?.principal ?? 0) - (settled.writtenOff?.principal ?? 0);

/** The row without what is wholly settled and has no more to say than that; its statement lacks those instalments. */
export function openPart(row: AccountRow): AccountRow {
  const { principal = [], interestDays = [], claims = [] } = row;
  return {
    ...row,
    principal: some(principal.filter(isOpen)),
    // The last interest day that passed may still stand for its nominal day.
    interestDays: some(interestDays.slice(-1)),
    claims: some(claims.filter(({ left, late }) => left !== undefined || late !== undefined)),
  };
}

/** The row as it is stored: most of its text would be the days to come, again with each fact. */
export function packedRow({ ahead, interestAhead, ...row }: AccountRow): AccountRow {
  return { ...row, toCome: packAhead({ ahead, interestAhead }) };
}

const isOpen = ({ amount, paid = 0, writtenOff = 0, overdue }: PrincipalRow): boolean =>
  paid + writtenOff < amount || overdue !== undefined;

const copy = <Item extends object>(item: Item): Item => ({ ...item });
const copies = <Item extends object>(items: readonly Item[] = []): Item[] => items.map(copy);

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
