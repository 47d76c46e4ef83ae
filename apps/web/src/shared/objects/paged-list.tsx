import { Group, Skeleton, Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ListAnswer, ListItem } from '../api/answers.js';
import type { QueryOf } from '../api/client.js';
import { useRead } from '../api/reads.js';
import { useAsOf } from '../as-of/as-of.js';
import { ComputedNumber } from '../figures/computed-number.js';
import { FileLinks } from '../figures/file-links.js';
import { MoreButton } from '../ui/more-rows.js';
import { Failure } from '../ui/states.js';
import { useScreenWords } from '../words/screen-words.js';
import { objectWords } from './objects.words.js';
import { useListPages } from './use-list-pages.js';

interface Props {
  /** The path of the list. */
  readonly noun: string;
  /** What it is held to and sorted by, without pages. */
  readonly query: QueryOf;
  /** In place of the table where nothing is found. */
  readonly empty: ReactNode;
  readonly children: (items: readonly ListItem[]) => ReactNode;
}

/** A list page by page, whatever its table: all lists wait, are refused, go on and become files alike. */
export function PagedList({ noun, query, empty, children }: Props) {
  const { query: asOf } = useAsOf();
  const pages = useListPages(noun, query);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  if (pages.error && !pages.data) return <Failure error={pages.error} again={() => void pages.refetch()} />;
  if (!pages.data) return <Skeleton height={320} />;
  if (items.length === 0) return empty;
  return (
    <Stack gap="xs">
      {children(items)}
      <Group>
        {pages.hasNextPage && <MoreButton isFetching={pages.isFetchingNextPage} onMore={() => void pages.fetchNextPage()} />}
        <Text size="sm" c="dimmed" role="status" component="div">
          {pages.hasNextPage ? (
            <FirstRows noun={noun} query={query} count={items.length} />
          ) : (
            <Rows noun={noun} query={query} count={items.length} />
          )}
        </Text>
        <FileLinks path={`/api/v1/${noun}`} query={{ ...asOf, ...query }} />
      </Group>
    </Stack>
  );
}

interface RowsProps {
  readonly noun: string;
  readonly query: QueryOf;
  readonly count: number;
}

/** How many are shown of how many there are. */
function FirstRows({ noun, query, count }: RowsProps) {
  const words = useScreenWords(objectWords);
  const { data } = useRead<ListAnswer>(`/api/v1/${noun}`, { ...query, limit: 1, total: 'true' });
  return (
    <>
      {words.firstRows({ count })}
      {data?.total !== undefined && (
        <>
          {' '}
          {words.inAll} <Rows noun={noun} query={query} count={data.total} />
        </>
      )}
    </>
  );
}

/** How many there are, once all are shown; the API counts them again when the number is opened. */
function Rows({ noun, query, count }: RowsProps) {
  const words = useScreenWords(objectWords);
  return (
    <ComputedNumber
      name={`rows-${noun}`}
      value={count}
      unit="count"
      label={words.rowsName}
      formula={objectWords.rowsFormula}
      inputs={[]}
      again={{
        path: `/api/v1/${noun}`,
        query: { ...query, limit: 1, total: true },
        from: ({ total = Number.NaN }: ListAnswer) => total,
      }}
    >
      {words.rows({ count })}
    </ComputedNumber>
  );
}
