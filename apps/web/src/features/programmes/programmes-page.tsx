import { Button } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { ListAnswer, ListItem } from '../../shared/api/answers.js';
import { useRead } from '../../shared/api/reads.js';
import { useCatalogue } from '../../shared/api/use-catalogue.js';
import { useAsOf } from '../../shared/as-of/as-of.js';
import { DataTable, type Column } from '../../shared/ui/data-table.js';
import { ObjectLink } from '../../shared/ui/object-link.js';
import { Page } from '../../shared/ui/page.js';
import { Empty, Loaded } from '../../shared/ui/states.js';
import { StatusBadge } from '../../shared/ui/status-badge.js';
import { useScreenWords } from '../../shared/words/screen-words.js';
import { ByProgramme } from './by-programme.js';
import type { ProgrammeData } from './programme-data.js';
import { programmeWords } from './programmes.words.js';

/** All programmes with their money. */
export function ProgrammesPage() {
  const words = useScreenWords(programmeWords);
  const answer = useRead<ListAnswer<ProgrammeData>>('/api/v1/programmes', { limit: 200, sort: '-effectiveFrom' });
  return (
    <Page title={words.title} actions={<OpenOne />}>
      <Loaded of={answer}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty>{words.none}</Empty>
          ) : (
            <ByProgramme>{(numbers) => <Programmes items={items} numbers={numbers} />}</ByProgramme>
          )
        }
      </Loaded>
    </Page>
  );
}

/** The way to open a programme, for who may. */
function OpenOne() {
  const words = useScreenWords(programmeWords);
  const { isPast } = useAsOf();
  const mayOpen = useCatalogue().command(OPEN)?.mine;
  if (isPast || !mayOpen) return null;
  return (
    <Button component={Link} to="/objects/programmes" search={{ act: OPEN } as never}>
      {words.establish}
    </Button>
  );
}

const OPEN = 'OpenProgramme';

type Item = ListItem<ProgrammeData>;

interface ProgrammesProps {
  readonly items: readonly Item[];
  /** Columns of money, by programme. */
  readonly numbers: readonly Column<{ readonly id: string; readonly title: string }>[];
}

function Programmes({ items, numbers }: ProgrammesProps) {
  const words = useScreenWords(programmeWords);
  const columns: Column<Item>[] = [
    { id: 'code', heading: words.code, cell: ({ code }) => code, sortBy: ({ code }) => code, isShort: true, isMinor: true },
    {
      id: 'name',
      heading: words.name,
      cell: ({ id, title, code }) => <ObjectLink link={{ id, noun: 'programmes', code, title }} />,
      sortBy: ({ title }) => title,
    },
    {
      id: 'years',
      heading: words.years,
      cell: ({ data }) => `${data.periodFromYear}–${data.periodToYear}`,
      sortBy: ({ data }) => data.periodFromYear,
      isShort: true,
      isMinor: true,
    },
    ...numbers,
    {
      id: 'status',
      heading: words.status,
      cell: ({ status, statusWords }) => <StatusBadge status={status} words={statusWords} />,
      isMinor: true,
    },
  ];
  return <DataTable caption={words.title} columns={columns} rows={items} keyOf={({ id }) => id} />;
}
