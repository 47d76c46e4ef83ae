/** What every command asks for, whatever it records: a form fills it by itself or can do without. */
export const SHARED_FIELDS: ReadonlySet<string> = new Set(['effectiveOn', 'evidence', 'reason', 'agencyId']);
