import type { ListItem } from '../../shared/api/answers.js';
import { ruleInForce } from '../../shared/rules/rule-in-force.js';

type Rule = Pick<ListItem, 'id' | 'data'>;

/** A number that a rule sets, and where it stands in the rule. */
export interface Bound {
  readonly ruleId: string;
  readonly path: string;
  readonly value: number;
}

/** The most that may be given to one machinery project; a part that no rule names is not there. */
export interface Ceiling {
  /** In basis points of the investment. */
  readonly share?: Bound;
  readonly vnd?: Bound;
}

/** Under these keys stand the rules of support for machinery. */
export const MACHINERY_RULES = 'kc.machinery';

/** The rules of a day for a tier of support; a province has rules of its own, which need its agency. */
export function ceilingOf(rules: readonly Rule[], tier: unknown, agencyId: unknown, day: string): Ceiling {
  const prefix = tier === 'national' ? MACHINERY_RULES : `${MACHINERY_RULES}.provincial.${String(agencyId)}`;
  const at = (key: string) => boundOn(rules, `${prefix}.${key}`, day);
  const [share, vnd] = [at('maxShareBasisPoints'), at('capVnd')];
  return { ...(share && { share }), ...(vnd && { vnd }) };
}

/** Why no ceiling can be told: a province's rules need its agency, or nobody recorded a rule for the day; undefined where one is. */
export function whyNoCeiling({ share, vnd }: Ceiling, tier: unknown, agencyId: unknown): 'needsAgency' | 'noRule' | undefined {
  if (share || vnd || !tier) return undefined;
  return tier === 'national' || agencyId ? 'noRule' : 'needsAgency';
}

function boundOn(rules: readonly Rule[], ruleId: string, day: string): Bound | undefined {
  const inForce = ruleInForce(rules.find(({ id }) => id === ruleId)?.data, day);
  return typeof inForce?.value === 'number' ? { ruleId, path: inForce.path, value: inForce.value } : undefined;
}

const WHOLE = 10_000;

/** Support in basis points of the investment. */
export const shareOf = (support: number, investment: number): number => Math.round((support / investment) * WHOLE);

/** Whether the support asked for is more than the rules allow. */
export const isAbove = (support: number, investment: number, { share, vnd }: Ceiling): boolean =>
  (share !== undefined && support * WHOLE > investment * share.value) || (vnd !== undefined && support > vnd.value);
