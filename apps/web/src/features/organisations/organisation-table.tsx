import { Button, Skeleton, Stack } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ListAnswer, ListItem } from '../../shared/api/answers.js';
import { read } from '../../shared/api/reads.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { showDay } from '../../shared/format/days.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { ObjectLink, pathOf } from '../../shared/ui/object-link.js';
import { Empty, Failure } from '../../shared/ui/states.js';
import { StatusBadge } from '../../shared/ui/status-badge.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { organisationWords } from './organisations.words.js';
import type { RegisterSearch } from './register-search.js';

const PAGE = 100;

function useRegister() {
  const { q, type, sector, status } = useSearch({ strict: false }) as RegisterSearch;
  const asOf = useAsOf();
  const query = { q, organisationType: type, sector, status, sort: 'title', limit: PAGE, ...asOf.query };
  const isFiltered = [q, type, sector, status].some((filter) => filter !== undefined);
  const answer = useInfiniteQuery({
    queryKey: ['read', '/api/v1/organisations', query],
    queryFn: ({ pageParam, signal }) =>
      read<ListAnswer>('/api/v1/organisations', { ...query, ...(pageParam && { after: pageParam }) }, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next,
    placeholderData: keepPreviousData,
  });
  return { answer, isFiltered };
}

export function OrganisationTable() {
  const words = useScreenWords(organisationWords);
  const navigate = useNavigate();
  const { answer, isFiltered } = useRegister();
  const columns = useColumns();
  if (answer.error) return <Failure error={answer.error} again={() => void answer.refetch()} />;
  if (!answer.data) return <Skeleton height={400} />;
  const items = answer.data.pages.flatMap((page) => page.items);
  if (items.length === 0)
    return isFiltered ? (
      <Empty
        actions={
          <Button variant="default" onClick={() => void navigate({ to: '/organisations' } as never)}>
            {words.clear}
          </Button>
        }
      >
        {words.noneFound}
      </Empty>
    ) : (
      <Empty>{words.none}</Empty>
    );
  return (
    <Stack align="stretch" gap="sm" aria-busy={answer.isPlaceholderData || undefined}>
      <DataTable
        caption={words.title}
        columns={columns}
        rows={items}
        keyOf={({ id }) => id}
        onOpen={({ id }) => void navigate({ to: pathOf('organisations', id) } as never)}
      />
      {answer.hasNextPage && (
        <Button variant="default" loading={answer.isFetchingNextPage} onClick={() => void answer.fetchNextPage()}>
          {words.more}
        </Button>
      )}
    </Stack>
  );
}

function useColumns(): Column<ListItem>[] {
  const words = useScreenWords(organisationWords);
  const say = useSay();
  const catalogue = useCatalogue();
  const worded = (fields: readonly string[], value: string | undefined) => {
    const told = value === undefined ? undefined : fields.map((field) => catalogue.enumWords(field, value)).find((each) => each);
    return told ? say(told) : (value ?? '');
  };
  const typeOf = ({ organisationType }: ListItem) => worded(['organisationType', 'type'], organisationType);
  const sectorOf = ({ sector }: ListItem) => worded(['sector'], sector);
  return [
    { id: 'code', heading: words.code, cell: ({ code }) => code, sortBy: ({ code }) => code, isShort: true, isMinor: true },
    {
      id: 'name',
      heading: words.name,
      cell: ({ id, code, title }) => <ObjectLink link={{ id, noun: 'organisations', code, title }} />,
      sortBy: ({ title }) => title,
    },
    { id: 'type', heading: words.type, cell: typeOf, sortBy: typeOf },
    { id: 'sector', heading: words.sector, cell: sectorOf, sortBy: sectorOf, isMinor: true },
    {
      id: 'since',
      heading: words.since,
      cell: ({ effectiveFrom }) => showDay(effectiveFrom),
      sortBy: ({ effectiveFrom }) => effectiveFrom,
      isShort: true,
      isMinor: true,
    },
    {
      id: 'status',
      heading: words.status,
      cell: ({ status, statusWords }) => <StatusBadge status={status} words={statusWords} />,
    },
  ];
}
