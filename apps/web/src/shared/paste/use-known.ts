import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { allPages } from '../api/all-pages.js';
import type { ListAnswer, ListItem } from '../api/answers.js';
import { read } from '../api/reads.js';
import type { Known } from './duplicates.js';

const PAGE = 200;
const NOTHING: readonly Known[] = [];

export interface RecordedList {
  readonly known: readonly Known[];
  /** It is being read at this moment: what is known is of before. */
  readonly isReading: boolean;
  /** Every one of them is here; of a register longer than is read in one go, the first are. */
  readonly isWhole: boolean;
}

/**
 * What is recorded already of a kind, to be compared with what is pasted: read to its last page when a table is pasted and again when
 * it is recorded. What others record meanwhile does not begin it anew each time; the API has the last word on it.
 */
export function useKnown(noun: string, valuesOf: (item: ListItem) => Known['values'], batchId: string): RecordedList {
  const { data, isFetching } = useQuery({
    queryKey: ['register', noun, batchId],
    queryFn: ({ signal }) =>
      allPages((after) => read<ListAnswer>(`/api/v1/${noun}`, { limit: PAGE, sort: 'code', ...(after && { after }) }, signal)),
    staleTime: Infinity,
  });
  const known = useMemo(
    () =>
      data?.items.map((item) => ({ id: item.id, noun, title: `${item.code} ${item.title}`, values: valuesOf(item) })) ?? NOTHING,
    [data],
  );
  return { known, isReading: isFetching, isWhole: data !== undefined && data.next === undefined };
}
