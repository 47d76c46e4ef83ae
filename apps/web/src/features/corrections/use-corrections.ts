import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { Schemas } from '../../shared/api/answers.js';
import { AS_OF, read } from '../../shared/api/reads.js';
import { useAsOf } from '../../shared/as-of/as-of.js';

export type CorrectionStatus = 'requested' | 'decided';

const PATH = '/api/v1/corrections';
const PAGE = 50;

/** Corrections as known at the page's moment, page by page, with how many there are in all. */
export function useCorrections(status: CorrectionStatus) {
  const { knownAt } = useAsOf().query;
  const asked = { status, limit: PAGE, total: 'true', ...(knownAt && { knownAt }) };
  const pages = useInfiniteQuery({
    queryKey: ['read', PATH, 'pages', asked],
    queryFn: ({ pageParam, signal }) =>
      read<Schemas['OpenCorrections']>(PATH, { ...asked, ...(pageParam && { after: pageParam }) }, signal),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
    meta: AS_OF,
  });
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  return { pages, items, total: pages.data?.pages.at(-1)?.total ?? items.length };
}
