/** What a list is held to; it stands in the address. */
export interface ListSearch {
  readonly q?: string | undefined;
  readonly programme?: string | undefined;
  readonly year?: string | undefined;
  readonly status?: string | undefined;
}

const text = (value: unknown) =>
  typeof value === 'string' && value.trim() ? value : typeof value === 'number' ? String(value) : undefined;

/** Reads the filters of an address; years are numbers there. */
export function listSearch(search: Readonly<Record<string, unknown>>, statuses: readonly string[]): ListSearch {
  const [q, programme, year, status] = [search.q, search.programme, search.year, search.status].map(text);
  return {
    ...(q && { q }),
    ...(programme && { programme }),
    ...(year && /^\d{4}$/.test(year) && { year }),
    ...(status && statuses.includes(status) && { status }),
  };
}

/** As the API takes it. Codes hold the year in which something began: `LH-2026-0003`. */
export function listQuery({ q, programme, year, status }: ListSearch): Readonly<Record<string, string>> {
  const words = [q?.trim(), year && `-${year}-`].filter(Boolean).join(' ');
  return { ...(words && { q: words }), ...(programme && { programme }), ...(status && { status }) };
}

export const isFiltered = (search: ListSearch): boolean => Object.keys(search).length > 0;
