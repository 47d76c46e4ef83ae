import { Stack } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { KindCard } from '../api/catalogue.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { Empty } from '../ui/states.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { isFiltered, listQuery, listSearch, type ListSearch } from './list-search.js';
import { ObjectFilters } from './object-filters.js';
import { ObjectTable } from './object-table.js';
import { objectWords } from './objects.words.js';
import { PagedList } from './paged-list.js';

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
  const search = listSearch(
    useSearch({ strict: false }),
    kind.statuses.map(({ status }) => status),
  );
  const query = { sort: '-effectiveFrom', ...listQuery(search) };
  const change = (next: ListSearch) =>
    void navigate({ to: '.', replace: true, search: (before: object) => ({ ...before, ...next }) } as never);
  const hasProgramme = catalogue.beginnings(kind.category).some(({ schema }) => schema.properties?.programmeId !== undefined);
  return (
    <Stack gap="sm">
      <ObjectFilters kind={kind} search={search} change={change} hasProgramme={hasProgramme} />
      <PagedList
        noun={kind.noun}
        query={query}
        empty={
          <Empty actions={isFiltered(search) ? undefined : beginnings}>
            {isFiltered(search) ? words.noMatch : words.none({ kind: say(kind.words) })}
          </Empty>
        }
      >
        {(items) => <ObjectTable kind={kind} items={items} />}
      </PagedList>
    </Stack>
  );
}
