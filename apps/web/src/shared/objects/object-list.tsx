import { Anchor, Button, Group, Skeleton, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { KindCard } from '../api/catalogue.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { useAsOf } from '../as-of/as-of.js';
import { DataTable } from '../ui/data-table.js';
import { pathOf } from '../ui/object-link.js';
import { Empty, Failure } from '../ui/states.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { isFiltered, listQuery, listSearch, type ListSearch } from './list-search.js';
import { objectColumns } from './object-columns.js';
import { ObjectFilters } from './object-filters.js';
import { objectWords } from './objects.words.js';
import { useListPages } from './use-list-pages.js';

interface Props {
  readonly kind: KindCard;
  /** What can be done while nothing is here. */
  readonly beginnings?: ReactNode;
}

/** The list of one kind, drawn from the catalogue: filters in the address, files of the same rows. */
export function ObjectList({ kind, beginnings }: Props) {
  const words = useScreenWords(objectWords);
  const say = useSay();
  const catalogue = useCatalogue();
  const navigate = useNavigate();
  const { query: asOf } = useAsOf();
  const search = listSearch(
    useSearch({ strict: false }),
    kind.statuses.map(({ status }) => status),
  );
  const query = { sort: '-effectiveFrom', ...listQuery(search) };
  const pages = useListPages(kind.noun, query);
  const change = (next: ListSearch) =>
    void navigate({ to: '.', replace: true, search: (before: object) => ({ ...before, ...next }) } as never);
  const items = pages.data?.pages.flatMap((page) => page.items) ?? [];
  const file = `/api/v1/${kind.noun}.xlsx?${new URLSearchParams({ ...asOf, ...query }).toString()}`;
  const hasProgramme = catalogue.beginnings(kind.category).some(({ schema }) => schema.properties?.programmeId !== undefined);
  return (
    <Stack gap="sm">
      <ObjectFilters kind={kind} search={search} change={change} hasProgramme={hasProgramme} />
      {pages.error && !pages.data && <Failure error={pages.error} again={() => void pages.refetch()} />}
      {!pages.data && !pages.error && <Skeleton height={320} aria-busy="true" />}
      {pages.data && items.length === 0 && (
        <Empty actions={isFiltered(search) ? undefined : beginnings}>
          {isFiltered(search) ? words.noMatch : words.none({ kind: say(kind.words) })}
        </Empty>
      )}
      {items.length > 0 && (
        <>
          <DataTable
            caption={say(kind.words)}
            columns={objectColumns({ catalogue, kind, items, say, words })}
            rows={items}
            keyOf={({ id }) => id}
            onOpen={({ id }) => void navigate({ to: pathOf(kind.noun, id) } as never)}
          />
          <Group className="soquy-no-print">
            {pages.hasNextPage && (
              <Button variant="default" loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                {words.more}
              </Button>
            )}
            <Text size="sm" c="dimmed" role="status">
              {words.shown({ count: items.length })}
            </Text>
            <Anchor href={file} size="sm" download>
              {words.file}
            </Anchor>
          </Group>
        </>
      )}
    </Stack>
  );
}
