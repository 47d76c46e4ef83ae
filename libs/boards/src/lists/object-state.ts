import type { Words } from '@soquy/kernel';
import { naturalKeyOf, type Feature } from '@soquy/platform';
import { columnOf, STORED_NAMES, type StoredName } from '../figures/dimensions.js';
import { STORED_ROW } from '../figures/object-rows.js';
import type { Reader } from '../figures/reader.js';

/** An object as lists and its own address give it. `data` is the slice's row on the day asked; lists hold what is kept of it. */
export interface ObjectState extends Partial<Record<Exclude<StoredName, 'object'>, string>> {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly status: string;
  readonly statusWords: Words;
  readonly agency: string;
  /** From this day on it stands so. */
  readonly effectiveFrom: string;
  readonly revision: number;
  readonly origin?: string;
  readonly data: unknown;
}

export type StateRow = Record<StoredName, string | null> & {
  readonly code: string;
  readonly title: string;
  readonly status: string;
  readonly origin: string | null;
  readonly revision: string;
  readonly effective_from: string;
  readonly row: unknown;
};

/** Columns of `StateRow` from rm.objects as `o`. */
export const STATE_COLUMNS = [
  ...STORED_NAMES.map((name) => `o.${columnOf(name)}::text as "${name}"`),
  'o.code, o.title, o.status, o.origin, o.revision, o.effective_from::text',
  `${STORED_ROW} as "row"`,
].join(', ');

export function stateOf({ texts }: Feature, stored: StateRow): ObjectState {
  const { object, code, title, status, origin, revision, effective_from, row, agency, ...dimensions } = stored;
  const named = Object.fromEntries(Object.entries(dimensions).filter(([, value]) => value !== null)) as Record<string, string>;
  return {
    id: object!,
    code,
    title,
    status,
    statusWords: texts.statuses[status] ?? { vi: status, en: status },
    agency: agency!,
    ...named,
    effectiveFrom: effective_from,
    revision: Number(revision),
    ...(origin !== null && { origin }),
    data: row,
  };
}

/** Organisations, agencies and reference data belong to all agencies; everything else is seen within the account's own. */
export function scopedTo({ agencyIds }: Reader, { snapshot, commands }: Feature): readonly string[] | undefined {
  const ofAll = Boolean(snapshot) || Object.values(commands).some((command) => naturalKeyOf(command) !== undefined);
  return agencyIds === 'all' || ofAll ? undefined : agencyIds;
}
