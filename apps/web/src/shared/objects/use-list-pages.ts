import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { ListAnswer, Page } from '../api/answers.js';
import type { QueryOf } from '../api/client.js';
import { AS_OF, read } from '../api/reads.js';
import { useAsOf } from '../as-of/as-of.js';

const PAGE = 50;

/** A list page by page, as of the page's dates. */
export function useListPages<Answer extends Pick<Page<unknown>, 'next'> = ListAnswer>(noun: string, query: QueryOf) {
  const asOf = useAsOf();
  const asked = { ...asOf.query, ...query, limit: PAGE };
  return useInfiniteQuery({
    queryKey: ['read', 'pages', noun, asked],
    queryFn: ({ pageParam, signal }) =>
      read<Answer>(`/api/v1/${noun}`, { ...asked, ...(pageParam && { after: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: AS_OF,
  });
}
