import { useNavigate, useSearch } from '@tanstack/react-router';

/** What the address of the audit pages holds, by name; numbers in it are text. */
export type AuditSearch = Readonly<Record<string, string | undefined>>;

const isText = (value: unknown) => (typeof value === 'string' && value !== '') || typeof value === 'number';

/** Reads an address: routers read `year=2026` as a number, questions take text. */
export const textsOf = (search: Readonly<Record<string, unknown>>): AuditSearch =>
  Object.fromEntries(Object.entries(search).flatMap(([name, value]) => (isText(value) ? [[name, String(value)]] : [])));

/** Of an address, what one form asks with. */
export const askedOf = (search: AuditSearch, names: readonly string[]): AuditSearch =>
  Object.fromEntries(names.flatMap((name) => (search[name] === undefined ? [] : [[name, search[name]]])));

/** The state of the audit pages stands in the address, so that what is found can be sent. */
export function useAuditSearch(): readonly [AuditSearch, (next: AuditSearch) => void] {
  const search = useSearch({ strict: false }) as Readonly<Record<string, unknown>>;
  const navigate = useNavigate();
  const set = (next: AuditSearch) => void navigate({ to: '.', search: (before: object) => ({ ...before, ...next }) } as never);
  return [textsOf(search), set];
}
