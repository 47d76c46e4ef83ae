/** A version of a rule as the API answers it; `endsOn` was said later than its validity. */
interface RuleVersion {
  readonly value: number | readonly number[];
  readonly validFrom: string;
  readonly validTo?: string;
  readonly endsOn?: string;
  readonly source: string;
}

/** The version of a rule that counts on a day. */
export interface InForce extends RuleVersion {
  /** Where its value stands in the rule's data. */
  readonly path: string;
}

/** The version that began last, unless it has ended: as the server takes it. Undefined: nothing is in force on that day. */
export function ruleInForce(data: Readonly<Record<string, unknown>> | undefined, day: string): InForce | undefined {
  const versions = (data?.versions ?? []) as readonly RuleVersion[];
  const index = versions.findLastIndex(({ validFrom }) => validFrom <= day);
  const version = versions[index];
  if (!version || (version.endsOn ?? version.validTo ?? day) < day) return undefined;
  return { ...version, path: `versions.${index}.value` };
}
