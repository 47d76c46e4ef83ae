/** What a list of loans is held to, as the address holds it. */
export interface LoanSearch {
  readonly q?: string | undefined;
  readonly status?: string | undefined;
  readonly fund?: string | undefined;
}

const text = (value: unknown) =>
  typeof value === 'string' && value.trim() ? value : typeof value === 'number' ? String(value) : undefined;

/** Reads the filters of an address; what is not there is left out. */
export function loanSearch(search: Readonly<Record<string, unknown>>): LoanSearch {
  const [q, status, fund] = [search.q, search.status, search.fund].map(text);
  return { ...(q && { q }), ...(status && { status }), ...(fund && { fund }) };
}

/** As the API takes it. */
export const loanQuery = ({ q, status, fund }: LoanSearch): Readonly<Record<string, string>> => ({
  ...(q && { q: q.trim() }),
  ...(status && { status }),
  ...(fund && { fund }),
});
