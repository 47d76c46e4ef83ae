import { useEffect } from 'react';
import type { ListAnswer } from '../api/answers.js';
import { useRead } from '../api/reads.js';
import { isBlank, type TypedGroup } from './typed.js';

/** Fills in the agency where one is asked for and there is no other to choose. */
export function useOnlyAgency(isAsked: boolean, { agencyId }: TypedGroup, fill: (agencyId: string) => void): void {
  const { data } = useRead<ListAnswer>('/api/v1/agencies', { limit: 2 }, { asOf: false, enabled: isAsked });
  const only = data?.items.length === 1 && data.next === undefined ? data.items[0]!.id : undefined;
  useEffect(() => {
    if (isAsked && only !== undefined && isBlank(agencyId)) fill(only);
  }, [isAsked, only]);
}
