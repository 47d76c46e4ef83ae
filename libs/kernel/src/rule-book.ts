/** One value of a rule with its validity; stored inside the decision that used it. */
export interface RuleValue {
  readonly key: string;
  readonly value: number | readonly number[] | string;
  readonly validFrom: string;
  readonly source: string;
}

/** Rules are picked by the decision day, never by "today" (domain.md, master rule). Undefined: no such rule on that day. */
export interface RuleBook {
  readonly at: (key: string, day: string) => RuleValue | undefined;
}

/** For scenarios: a book of fixed values, valid for ever. */
export const fixedRules = (values: Readonly<Record<string, number | readonly number[] | string>>): RuleBook => ({
  at: (key) => (key in values ? { key, value: values[key]!, validFrom: '1900-01-01', source: 'scenario' } : undefined),
});
