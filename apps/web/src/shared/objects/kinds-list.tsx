import { Stack, Text } from '@mantine/core';
import type { ListAnswer } from '../api/answers.js';
import type { KindCard } from '../api/catalogue.js';
import type { QueryOf } from '../api/client.js';
import { useReads } from '../api/reads.js';
import { useCatalogue } from '../api/use-catalogue.js';
import { Empty, Failure } from '../ui/states.js';
import { useSay } from '../words/language.js';
import { useScreenWords } from '../words/screen-words.js';
import { ObjectTable } from './object-table.js';
import { objectWords } from './objects.words.js';

const SHOWN = 200;

interface Props {
  readonly query: QueryOf;
  readonly takes: (kind: KindCard) => boolean;
}

/** Objects of several kinds, each in a table of its own; a new kind of support shows up by itself. */
export function KindsList({ query: filters, takes }: Props) {
  const words = useScreenWords(objectWords);
  const say = useSay();
  const kinds = useCatalogue().kinds.filter(takes);
  const query = { ...filters, limit: SHOWN, sort: '-effectiveFrom' };
  const { answers, all, error } = useReads<ListAnswer>(kinds.map(({ noun }) => ({ path: `/api/v1/${noun}`, query })));
  const shown = kinds.flatMap((kind, index) => {
    const items = answers[index]?.items ?? [];
    return items.length > 0 ? [{ kind, items }] : [];
  });
  if (error !== undefined) return <Failure error={error} />;
  if (shown.length === 0 && all) return <Empty>{words.nothing}</Empty>;
  return (
    <Stack>
      {shown.map(({ kind, items }) => (
        <Stack key={kind.noun} gap={4}>
          <Text fw={600}>{say(kind.words)}</Text>
          <ObjectTable kind={kind} items={items} />
        </Stack>
      ))}
    </Stack>
  );
}
