import type { DebtGroup, DebtRuleSet, GroupStep, Sourced } from './debt-rule-sets.js';

/** What puts a debt into its group on the day it is looked at. */
export interface DebtStanding {
  /** From the oldest unpaid principal or interest that was given no new dates, by its effective due date (domain.md D3). */
  readonly daysPastDue: number;
  /** How often dates were changed within or beyond the term. */
  readonly restructures: number;
  /** Under the newest dates; of no meaning to a debt that never got any. */
  readonly newDatesDaysPastDue: number;
  /** Interest was waived or cut because the customer cannot pay. */
  readonly interestWaived: boolean;
  /** By a decision of its own (khoanh nợ). */
  readonly frozen: boolean;
  /** A debt on its way up keeps the group it had until its probation is over. */
  readonly recovering?: {
    readonly from: DebtGroup;
    readonly monthsPaidInFull: number;
    readonly termMonths: number;
  };
}

export const GROUP_REASONS = ['daysPastDue', 'restructured', 'interestWaived', 'frozen', 'probation', 'otherDebts'] as const;
export type GroupReason = (typeof GROUP_REASONS)[number];

/** A group with the rule that gave it. */
export interface Classified {
  readonly group: DebtGroup;
  readonly because: GroupReason;
  readonly source: string;
  /** False where the text of the rule was not at hand. */
  readonly verified: boolean;
}

/** The worst group any rule of the set gives; of rules that agree, the first as in `GROUP_REASONS`. */
export function classified(ruleSet: DebtRuleSet, standing: DebtStanding): Classified {
  const { daysPastDue, restructures, newDatesDaysPastDue, recovering } = standing;
  const { columns } = ruleSet;
  const column = columns[Math.min(restructures, columns.length - 1)]!;
  const found: Classified[] = [
    given('daysPastDue', columns[0]!, ({ value }) => stepAt(value, daysPastDue)),
    ...(restructures > 0 ? [given('restructured', column, ({ value }) => stepAt(value, newDatesDaysPastDue))] : []),
    ...(standing.interestWaived ? [given('interestWaived', ruleSet.interestWaived, ({ value }) => value)] : []),
    ...(standing.frozen ? [given('frozen', ruleSet.frozen, ({ value }) => value)] : []),
    ...(recovering && isOnProbation(ruleSet, recovering) ? [given('probation', ruleSet.probation, () => recovering.from)] : []),
  ];
  return found.reduce((worst, each) => (each.group > worst.group ? each : worst));
}

/** The group alone. */
export const debtGroupOf = (ruleSet: DebtRuleSet, standing: DebtStanding): DebtGroup => classified(ruleSet, standing).group;

/** All debts of one customer take the worst of their groups (domain.md D2); 1 where there are none. */
export const worstGroup = (groups: readonly DebtGroup[]): DebtGroup => groups.reduce<DebtGroup>((a, b) => (b > a ? b : a), 1);

/** Each debt of several customers in the group of its customer's worst. */
export function byContagion<Debt extends { readonly customerId: string; readonly group: DebtGroup }>(
  debts: readonly Debt[],
): Debt[] {
  const worst = new Map<string, DebtGroup>();
  for (const { customerId, group } of debts) worst.set(customerId, worstGroup([worst.get(customerId) ?? 1, group]));
  return debts.map((debt) => ({ ...debt, group: worst.get(debt.customerId)! }));
}

/** Groups 3 to 5 (NĐ 45/2021 A2(4)). */
export const isBadDebt = (group: DebtGroup): boolean => group >= 3;

const SHORT_TERM_MONTHS = 12;

function isOnProbation({ probation }: DebtRuleSet, { monthsPaidInFull, termMonths }: NonNullable<DebtStanding['recovering']>) {
  const { shortTermMonths, longerTermMonths } = probation.value;
  return monthsPaidInFull < (termMonths <= SHORT_TERM_MONTHS ? shortTermMonths : longerTermMonths);
}

function stepAt(steps: readonly GroupStep[], days: number): DebtGroup {
  const found = steps.findLast(({ fromDays }) => fromDays <= days);
  if (!found) throw new Error(`assertion: no group is named from ${days} days past due`);
  return found.group;
}

const given = <Rule extends Sourced<unknown>>(
  because: GroupReason,
  rule: Rule,
  groupOf: (rule: Rule) => DebtGroup,
): Classified => ({
  group: groupOf(rule),
  because,
  source: rule.source,
  verified: rule.verified,
});
