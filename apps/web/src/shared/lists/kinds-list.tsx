import { Stack, Text } from '@mantine/core';
import type { ListAnswer, ListItem } from '../api/answers.js';
import type { KindCard } from '../api/catalogue.js';
import type { QueryOf } from '../api/client.js';
import { useReads } from '../api/reads.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { showDay } from '../format/days.js';
import { DataTable, type Column } from '../ui/data-table.js';
import { ObjectLink } from '../ui/object-link.js';
import { Empty, Failure } from '../ui/states.js';
import { StatusBadge } from '../ui/status-badge.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { listWords } from './lists.words.js';

const SHOWN = 200;

interface Props {
  readonly query: QueryOf;
  readonly takes: (kind: KindCard) => boolean;
}

/** Objects of several kinds, each in a table of its own; a new kind of support shows up by itself. */
export function KindsList({ query: filters, takes }: Props) {
  const words = useScreenWords(listWords);
  const kinds = useCatalogue().kinds.filter(takes);
  const query = { ...filters, limit: SHOWN, sort: '-effectiveFrom' };
  const { answers, all, error } = useReads<ListAnswer>(kinds.map(({ noun }) => ({ path: `/api/v1/${noun}`, query })));
  const shown = kinds.flatMap((kind, index) => {
    const items = answers[index]?.items ?? [];
    return items.length > 0 ? [{ kind, items }] : [];
  });
  if (error !== undefined) return <Failure error={error} />;
  if (shown.length === 0 && all) return <Empty>{words.none}</Empty>;
  return (
    <Stack>
      {shown.map(({ kind, items }) => (
        <KindTable key={kind.noun} kind={kind} items={items} />
      ))}
    </Stack>
  );
}

function KindTable({ kind, items }: { readonly kind: KindCard; readonly items: readonly ListItem[] }) {
  const words = useScreenWords(listWords);
  const say = useSay();
  const columns: Column<ListItem>[] = [
    { id: 'code', heading: words.code, cell: ({ code }) => code, sortBy: ({ code }) => code, isShort: true, isMinor: true },
    {
      id: 'name',
      heading: say(kind.one),
      cell: ({ id, code, title }) => <ObjectLink link={{ id, noun: kind.noun, code, title }} />,
      sortBy: ({ title }) => title,
    },
    {
      id: 'when',
      heading: words.when,
      cell: ({ effectiveFrom }) => showDay(effectiveFrom),
      sortBy: ({ effectiveFrom }) => effectiveFrom,
    },
    {
      id: 'status',
      heading: words.status,
      cell: ({ status, statusWords }) => <StatusBadge status={status} words={statusWords} />,
    },
  ];
  return (
    <Stack gap={4}>
      <Text fw={600}>{say(kind.words)}</Text>
      <DataTable caption={say(kind.words)} columns={columns} rows={items} keyOf={({ id }) => id} />
    </Stack>
  );
}
