import { inForceOn, type Validity } from '@soquy/kernel';

/** A version of a rule as the API answers it. */
interface RuleVersion extends Validity {
  readonly value: number | readonly number[];
  readonly source: string;
}

/** The version of a rule that counts on a day. */
export interface InForce extends RuleVersion {
  /** Where its value stands in the rule's data. */
  readonly path: string;
}

/** As the server takes it. Undefined: nothing is in force on that day. */
export function ruleInForce(data: Readonly<Record<string, unknown>> | undefined, day: string): InForce | undefined {
  const versions = (data?.versions ?? []) as readonly RuleVersion[];
  const index = inForceOn(versions, day);
  const version = versions[index];
  return version && { ...version, path: `versions.${index}.value` };
}
