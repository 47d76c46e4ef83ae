// Not by the library's door: this page part is small and common, the ledger behind the door is neither.
import { byContagion, debtGroupOf, isBadDebt, worstGroup } from '../../../../../libs/lending/src/debt-group.js';
import { debtRuleSetOn, type DebtGroup, type DebtRuleSet } from '../../../../../libs/lending/src/debt-rule-sets.js';

/** No fact gives a debt new dates, freezes it or cuts its interest yet, so its days overdue alone put it into its group. */
const groupByDays = (rules: DebtRuleSet, daysPastDue: number): DebtGroup =>
  debtGroupOf(rules, { daysPastDue, restructures: 0, newDatesDaysPastDue: 0, interestWaived: false, frozen: false });

/** What debts of a cooperative development fund are grouped by on a day; undefined before the first such rules. */
export const fundRulesOn = (day: string): DebtRuleSet | undefined => debtRuleSetOn('microfinance', day);

/** The group of all loans of one customer, by the days each is overdue (domain.md D1, D2); loans that are not late may be left out. */
export const customerGroup = (rules: DebtRuleSet, daysOverdue: readonly number[]): DebtGroup =>
  worstGroup(daysOverdue.map((days) => groupByDays(rules, days)));

export interface Owing {
  readonly customerId: string;
  readonly daysOverdue: number;
  readonly outstandingVnd: number;
}

/** Outstanding principal of all loans in groups 3 to 5, in đồng. */
export function badDebt(rules: DebtRuleSet, loans: readonly Owing[]): number {
  const grouped = byContagion(loans.map((loan) => ({ ...loan, group: groupByDays(rules, loan.daysOverdue) })));
  return grouped.reduce((sum, { group, outstandingVnd }) => sum + (isBadDebt(group) ? outstandingVnd : 0), 0);
}
