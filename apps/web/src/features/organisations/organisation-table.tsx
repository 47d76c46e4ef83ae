import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ListItem } from '../../shared/api/answers.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { showDay } from '../../shared/format/days.js';
import { PagedList } from '../../shared/objects/paged-list.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { ObjectLink, pathOf } from '../../shared/ui/object-link.js';
import { Empty } from '../../shared/ui/states.js';
import { StatusBadge } from '../../shared/ui/status-badge.js';
import { useSay } from '../../shared/words/language.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { organisationWords } from './organisations.words.js';
import type { RegisterSearch } from './register-search.js';

/** The register as it is asked for; the files below it hold the same rows. */
export function OrganisationTable() {
  const words = useScreenWords(organisationWords);
  const navigate = useNavigate();
  const columns = useColumns();
  const { q, type, sector, status } = useSearch({ strict: false }) as RegisterSearch;
  const isFiltered = [q, type, sector, status].some((filter) => filter !== undefined);
  const none = isFiltered ? (
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
    <PagedList noun="organisations" query={{ q, organisationType: type, sector, status, sort: 'title' }} empty={none}>
      {(items) => (
        <DataTable
          caption={words.title}
          columns={columns}
          rows={items}
          keyOf={({ id }) => id}
          onOpen={({ id }) => void navigate({ to: pathOf('organisations', id) } as never)}
        />
      )}
    </PagedList>
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
