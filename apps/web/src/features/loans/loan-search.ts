/** What a list of loans is held to, as the address holds it. */
export interface LoanSearch {
  readonly q?: string | undefined;
  readonly status?: string | undefined;
  readonly fund?: string | undefined;
  /** Who borrows. */
  readonly organisation?: string | undefined;
}

const text = (value: unknown) =>
  typeof value === 'string' && value.trim() ? value : typeof value === 'number' ? String(value) : undefined;

/** Reads the filters of an address; what is not there is left out. */
export function loanSearch(search: Readonly<Record<string, unknown>>): LoanSearch {
  const [q, status, fund, organisation] = [search.q, search.status, search.fund, search.organisation].map(text);
  return { ...(q && { q }), ...(status && { status }), ...(fund && { fund }), ...(organisation && { organisation }) };
}

/** As the API takes it. */
export const loanQuery = ({ q, status, fund, organisation }: LoanSearch): Readonly<Record<string, string>> => ({
  ...(q && { q: q.trim() }),
  ...(status && { status }),
  ...(fund && { fund }),
  ...(organisation && { organisation }),
});
