import { useQueries } from '@tanstack/react-query';
import type { ObjectAnswer } from '../api/answers.js';
import { get } from '../api/client.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { useSay } from '../words/language.js';
import { dimensionOf } from './dimensions.js';

/** One filter: a dimension and what it is held to. */
export type Filter = readonly [dimension: string, value: string];

/** How people know the values of filters: titles of objects, words of the catalogue; else the value itself. */
export function useValueNames(filters: readonly Filter[]): readonly string[] {
  const catalogue = useCatalogue();
  const say = useSay();
  const named = filters.map(([name, value]) => ({ noun: dimensionOf(name).noun ?? catalogue.kindOf(name)?.noun, value }));
  const objects = useQueries({
    queries: named.map(({ noun, value }) => ({
      queryKey: ['named', noun, value],
      queryFn: ({ signal }: { signal: AbortSignal }) =>
        get<ObjectAnswer>(`/api/v1/${noun}/${encodeURIComponent(value)}`, {}, signal),
      enabled: noun !== undefined,
      staleTime: 300_000,
      retry: false,
    })),
  });
  return filters.map(([name, value], index) => {
    const { field, values } = dimensionOf(name);
    const words = values ? values[value]?.words : field ? catalogue.enumWords(field, value) : undefined;
    return words ? say(words) : (objects[index]?.data?.title ?? value);
  });
}
