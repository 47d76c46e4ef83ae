import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { allPages } from '../api/all-pages.js';
import type { EventLine, Page } from '../api/answers.js';
import { read } from '../api/reads.js';
import { useAsOf } from '../as-of/as-of.js';

const PAGE = 200;

/** All that was recorded of one object, as of the page's dates; the newest stands on the last page of the API. */
export function useTimeline(noun: string, id: string, enabled = true) {
  const { query } = useAsOf();
  const path = `/api/v1/${noun}/${encodeURIComponent(id)}/timeline`;
  return useQuery({
    queryKey: ['read', path, 'all', query],
    queryFn: ({ signal }) =>
      allPages((after) => read<Page<EventLine>>(path, { ...query, limit: PAGE, ...(after && { after }) }, signal)),
    placeholderData: keepPreviousData,
    enabled,
  });
}
