import type { Schemas } from '../api/answers.js';

/** A value as it stands and as it is to be; either may be missing. */
export interface ChangedValue {
  readonly field: string;
  readonly from: unknown;
  readonly to: unknown;
}

interface Old {
  readonly effectiveOn: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly evidence?: Readonly<Record<string, unknown>>;
}

/** Said of the correction itself, not of what it changes. */
const NOT_SHOWN = new Set(['reason', 'agencyId']);

/** What of a fact would be otherwise, in the order of the form it is recorded by. */
export function changedValues(old: Old, { fields }: Schemas['Replacement']): readonly ChangedValue[] {
  const before: Readonly<Record<string, unknown>> = { ...old.data, evidence: old.evidence, effectiveOn: old.effectiveOn };
  return Object.entries(fields)
    .map(([field, to]) => ({ field, from: before[field], to }))
    .filter(({ field, from, to }) => !NOT_SHOWN.has(field) && JSON.stringify(sorted(from)) !== JSON.stringify(sorted(to)));
}

/** Objects are alike whatever the order of their fields. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  );
}
