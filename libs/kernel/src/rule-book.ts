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

/** The days a version of a rule counts on, both included; `endsOn` was said later, by a fact of its own. */
export interface Validity {
  readonly validFrom: string;
  readonly validTo?: string | undefined;
  readonly endsOn?: string | undefined;
}

/** Undefined: until a later version begins. */
export const lastDayOf = ({ validTo, endsOn }: Validity): string | undefined => endsOn ?? validTo;

/** Which of the versions, in the order they begin, counts on a day: the one that began last, unless it has ended; -1: none. */
export function inForceOn(versions: readonly Validity[], day: string): number {
  const index = versions.findLastIndex(({ validFrom }) => validFrom <= day);
  const version = versions[index];
  return version && (lastDayOf(version) ?? day) >= day ? index : -1;
}
