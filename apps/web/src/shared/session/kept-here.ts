import { DRAFT_KEYS, TABLE_KEYS } from './kept-keys.js';

/** Drafts of forms and pasted tables that are not recorded yet, on this device. */
export interface KeptHere {
  /** What each draft is called by whoever typed it; blank where nothing names it yet. */
  readonly drafts: readonly string[];
  /** How many rows of each table are not recorded. */
  readonly tables: readonly number[];
}

const keysOf = (store: Storage, prefix: string) =>
  Array.from({ length: store.length }, (_, index) => store.key(index)!).filter((key) => key.startsWith(prefix));

function readAll(store: Storage, prefix: string): readonly Readonly<Record<string, unknown>>[] {
  return keysOf(store, prefix).flatMap((key) => {
    try {
      const read: unknown = JSON.parse(store.getItem(key) ?? 'null');
      return typeof read === 'object' && read !== null ? [read as Readonly<Record<string, unknown>>] : [];
    } catch {
      return [];
    }
  });
}

const sizeOf = (value: unknown) => (typeof value === 'object' && value !== null ? Object.keys(value).length : 0);

/** What would be lost if all of one person were taken off this device. */
export function keptHere(store: Storage, username: string): KeptHere {
  const drafts = readAll(store, `${DRAFT_KEYS}${username}:`).map(({ typed }) => {
    const title = (typed as { readonly title?: unknown } | undefined)?.title;
    return typeof title === 'string' ? title : '';
  });
  const tables = readAll(store, `${TABLE_KEYS}${username}:`)
    .map(({ rows, recorded, left }) => sizeOf(rows) - sizeOf(recorded) - sizeOf(left))
    .filter((remaining) => remaining > 0);
  return { drafts, tables };
}

/** Takes drafts and tables of one person off this device: the next one at an office's computer finds nothing of them. */
export function dropKept(store: Storage, username: string): void {
  for (const key of [...keysOf(store, `${DRAFT_KEYS}${username}:`), ...keysOf(store, `${TABLE_KEYS}${username}:`)])
    store.removeItem(key);
}
