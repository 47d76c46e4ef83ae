import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import type { ListAnswer, ListItem } from '../api/answers.js';
import { read } from '../api/reads.js';
import type { Known } from './duplicates.js';

export interface WholeRegister {
  readonly known: readonly Known[];
  /** Every one of them is here, none was left on further pages. */
  readonly isWhole: boolean;
}

const PAGE = 200;
/** Registers of several provinces may be longer; hints for the first so many are worth more than a page that waits. */
const MOST_PAGES = 50;

/** What is recorded already of a kind, page after page, to be compared with what is pasted. */
export function useKnown(noun: string, valuesOf: (item: ListItem) => Known['values'], isNeeded: boolean): WholeRegister {
  const query = { limit: PAGE, sort: 'code' };
  const { data, hasNextPage, isFetching, isFetchingNextPage, fetchNextPage } = useInfiniteQuery({
    queryKey: ['read', `/api/v1/${noun}`, query, 'all'],
    queryFn: ({ pageParam, signal }) =>
      read<ListAnswer>(`/api/v1/${noun}`, { ...query, ...(pageParam && { after: pageParam }) }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    enabled: isNeeded,
    staleTime: Infinity,
  });
  const pages = data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetchingNextPage && pages < MOST_PAGES) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, pages]);
  const isRead = data !== undefined && (!hasNextPage || pages >= MOST_PAGES);
  const known = useMemo(
    () =>
      isRead
        ? data.pages.flatMap(({ items }) =>
            items.map((item) => ({ id: item.id, noun, title: `${item.code} ${item.title}`, values: valuesOf(item) })),
          )
        : [],
    [isRead, data],
  );
  return { known, isWhole: isRead && !hasNextPage && !isFetching };
}
