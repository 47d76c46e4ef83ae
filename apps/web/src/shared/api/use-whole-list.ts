import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useAsOf } from '../as-of/as-of.js';
import { allPages } from './all-pages.js';
import type { Page } from './answers.js';
import type { QueryOf } from './client.js';
import { AS_OF, read, type ReadOptions } from './reads.js';

/** Most rows of one answer. */
const PAGE = 200;

/** A list to its last page, where all of it is shown at once or counted; as of the page's dates. */
export function useWholeList<Item>(path: string, query: QueryOf = {}, { asOf, enabled = true }: ReadOptions = {}) {
  const dates = useAsOf().query;
  const asked = { ...(asOf === false ? {} : dates), ...query, limit: PAGE };
  return useQuery({
    queryKey: ['read', path, 'all', asked],
    queryFn: ({ signal }) => allPages((after) => read<Page<Item>>(path, { ...asked, ...(after && { after }) }, signal)),
    placeholderData: keepPreviousData,
    enabled,
    ...(asOf !== false && { meta: AS_OF }),
  });
}
