// Not by the library's door: this part of pages is small and common, the ledger behind the door is neither.
import { byContagion, debtGroupOf, isBadDebt, worstGroup } from '../../../../../libs/lending/src/debt-group.js';
import { debtRuleSetOn, type DebtGroup, type DebtRuleSet } from '../../../../../libs/lending/src/debt-rule-sets.js';
import type { InForce } from '../rules/rule-in-force.js';

/** From so many days overdue a debt is in group 2, 3, 4 and 5. */
export const BOUNDS_RULE = 'debt.group.bounds.microfinance';

/** What debts of a cooperative development fund are grouped by on a day, and where that stands. */
export interface FundRules {
  readonly set: DebtRuleSet;
  readonly bounds: InForce & { readonly value: readonly number[] };
}

/** The recorded bounds in the published set of the day; undefined where either is missing or the bounds make no sense. */
export function fundRules(inForce: InForce | undefined, day: string): FundRules | undefined {
  const published = debtRuleSetOn('microfinance', day);
  if (!published || !inForce || !areBounds(inForce.value)) return undefined;
  const steps = [0, ...inForce.value].map((fromDays, index) => ({ fromDays, group: (index + 1) as DebtGroup }));
  const { source, value } = inForce;
  const columns = [{ value: steps, source, verified: true }, ...published.columns.slice(1)];
  return { set: { ...published, columns }, bounds: { ...inForce, value } };
}

const areBounds = (value: InForce['value']): value is readonly number[] =>
  Array.isArray(value) &&
  value.length === 4 &&
  [0, ...(value as number[])].every((days, at, all) => at === 0 || days > all[at - 1]!);

/** No fact gives a debt new dates, freezes it or cuts its interest yet, so its days overdue alone put it into its group. */
const groupByDays = ({ set }: FundRules, daysPastDue: number): DebtGroup =>
  debtGroupOf(set, { daysPastDue, restructures: 0, newDatesDaysPastDue: 0, interestWaived: false, frozen: false });

/** The group of all loans of one customer, by the days each is overdue (domain.md D1, D2); loans that are not late may be left out. */
export const customerGroup = (rules: FundRules, daysOverdue: readonly number[]): DebtGroup =>
  worstGroup(daysOverdue.map((days) => groupByDays(rules, days)));

/** From so many days overdue a loan is in group 3. */
export const badFrom = ({ bounds }: FundRules): number => bounds.value[1]!;

export interface Owing {
  readonly customerId: string;
  readonly daysOverdue: number;
  readonly outstandingVnd: number;
}

/** Outstanding principal of all loans in groups 3 to 5, in đồng. */
export function badDebt(rules: FundRules, loans: readonly Owing[]): number {
  const grouped = byContagion(loans.map((loan) => ({ ...loan, group: groupByDays(rules, loan.daysOverdue) })));
  return grouped.reduce((sum, { group, outstandingVnd }) => sum + (isBadDebt(group) ? outstandingVnd : 0), 0);
}
