import type { ListAnswer } from '../api/answers.js';
import { useRead } from '../api/reads.js';
import { useAsOf } from '../as-of/as-of.js';
import { ruleInForce } from '../rules/rule-in-force.js';
import { BOUNDS_RULE, fundRules, type FundRules } from './debt-groups.js';

/**
 * What debts are grouped by on the page's day, as known then. Not only by what was recorded up to that day: a rule is recorded
 * when somebody comes to it, and counts from the day it says. Undefined until it is read, or where none counts.
 */
export function useFundRules(): FundRules | undefined {
  const { day, known } = useAsOf();
  const asked = { q: BOUNDS_RULE, ...(known && { knownAt: known }) };
  const { data } = useRead<ListAnswer>('/api/v1/rules', asked, { asOf: false });
  return fundRules(ruleInForce(data?.items.find(({ id }) => id === BOUNDS_RULE)?.data, day), day);
}
