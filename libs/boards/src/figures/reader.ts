import { Problem, type Actor } from '@soquy/platform';
import type { Frame } from './question.js';

/** Whose eyes see the answer: all agencies, or those an account is bound to. Who is signed in also sees who recorded what. */
export type Reader = Pick<Actor, 'agencyIds'> & { readonly actor?: object };

export const EVERYONE: Reader = { agencyIds: 'all' };

/** The agencies an unfiltered question is limited to. Asking for another is refused rather than answered with nothing. */
export function scopeOf({ agencyIds }: Reader, agency: string | null | undefined): readonly string[] | undefined {
  if (agencyIds === 'all') return undefined;
  if (typeof agency !== 'string') return agencyIds;
  if (!agencyIds.includes(agency)) throw Problem.otherAgency('agency');
  return undefined;
}

/** A figure id may come from someone who sees more. */
export function assertMaySee({ agencyIds }: Reader, { filters, agencies }: Pick<Frame, 'filters' | 'agencies'>): void {
  if (agencyIds === 'all') return;
  const asked = typeof filters.agency === 'string' ? [filters.agency] : agencies;
  if (!asked?.every((agency) => agencyIds.includes(agency))) throw Problem.otherAgency('agency');
}
