import { useInfiniteQuery } from '@tanstack/react-query';
import { get } from '../api/client.js';
import { Loaded } from '../ui/states.js';
import { ChangesTold } from './changes-told.js';
import type { Changes } from './evidence-answers.js';

const PAGE = '200';

interface Props {
  readonly figureId: string;
  /** States of knowledge, as positions or instants; the later one is the figure's own unless given. */
  readonly between: { readonly from?: string; readonly to?: string };
}

/** What was recorded between two states of knowledge and made a figure move, to the end. */
export function ChangesBetween({ figureId, between }: Props) {
  const changes = useInfiniteQuery({
    queryKey: ['changes', figureId, between],
    queryFn: ({ pageParam, signal }) =>
      get<Changes>(`/api/v1/figures/${figureId}/changes`, { ...between, limit: PAGE, after: pageParam }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next,
    staleTime: Infinity,
  });
  return (
    <Loaded of={{ ...changes, isPlaceholderData: false } as never} height={120}>
      {() => <ChangesTold pages={changes.data!.pages} more={changes.hasNextPage ? changes.fetchNextPage : undefined} />}
    </Loaded>
  );
}
