import { useQuery } from '@tanstack/react-query';
import { read } from '../api/reads.js';
import { useAsOf } from '../as-of/as-of.js';
import type { ComputedShown } from './on-page.js';
import { MOST_INPUTS, readsOf, recomputed } from './recomputed.js';
import { useSources } from './use-evidence.js';

const inputKey = (input: ComputedShown['inputs'][number]) =>
  'figure' in input ? input.figure.figureId : 'fact' in input ? input.fact : 'text' in input ? input.text : input.value;

/** A computed number of the page from facts read anew: nothing of what the page holds is taken for granted. */
export function useRecomputed(id: string, { value, inputs, again }: ComputedShown, isWanted: boolean) {
  const { query } = useAsOf();
  const sources = useSources();
  const reads = readsOf(inputs, again);
  const asked = useQuery({
    queryKey: ['recomputed', id, value, inputs.map(inputKey), query],
    queryFn: ({ signal }) =>
      recomputed(inputs, again!, { ...sources, answer: (path, own) => read(path, { ...query, ...own }, signal) }),
    enabled: reads > 0 && (isWanted || reads <= MOST_INPUTS),
    gcTime: 0,
    staleTime: Infinity,
    structuralSharing: false,
  });
  return { reads, asked };
}
